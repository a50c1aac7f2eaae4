package org.wirelathe.cli.internal.shell;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.TcpHeader;

/**
 * Segments as tcpdump(8) prints them: sequence numbers of a SYN as they are, then counted from the first one seen in
 * that direction.
 */
final class TcpText {
    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int SACK = 5;
    private static final int TIMESTAMP = 8;

    private final TcpHeader tcp = new TcpHeader();
    /** What numbers are counted from, by {@code source.port > destination.port}. */
    private final Map<String, Integer> bases = new HashMap<>();

    String text(byte[] bytes, int at, int limit, String source, String destination) {
        if (limit - at < TcpHeader.LEAST) {
            return source + " > " + destination + ": [|tcp]";
        }
        tcp.over(bytes, at);
        if (tcp.headerLength() < TcpHeader.LEAST || tcp.headerLength() > limit - at) {
            return source + "." + tcp.sourcePort() + " > " + destination + "." + tcp.destinationPort() + ": [bad hdr length "
                    + tcp.headerLength() + "]";
        }
        String there = source + "." + tcp.sourcePort() + " > " + destination + "." + tcp.destinationPort();
        String back = destination + "." + tcp.destinationPort() + " > " + source + "." + tcp.sourcePort();
        int length = limit - at - tcp.headerLength();
        boolean syn = (tcp.flags() & TcpHeader.SYN) != 0;
        StringBuilder line = new StringBuilder(there).append(": Flags [").append(flags()).append(']');
        if (syn) {
            bases.put(there, tcp.sequence());
            line.append(", seq ").append(Integer.toUnsignedString(tcp.sequence()));
        } else {
            int base = bases.computeIfAbsent(there, key -> tcp.sequence() - 1);
            String first = Integer.toUnsignedString(tcp.sequence() - base);
            if (length > 0) {
                line.append(", seq ").append(first).append(':')
                        .append(Integer.toUnsignedString(tcp.sequence() - base + length));
            } else if ((tcp.flags() & (TcpHeader.FIN | TcpHeader.RST)) != 0) {
                line.append(", seq ").append(first);
            }
        }
        if ((tcp.flags() & TcpHeader.ACK) != 0) {
            int base = bases.computeIfAbsent(back, key -> tcp.acknowledgment() - 1);
            line.append(", ack ").append(Integer.toUnsignedString(tcp.acknowledgment() - base));
        }
        line.append(", win ").append(tcp.window());
        options(line, bytes, at + TcpHeader.LEAST, at + tcp.headerLength(), back);
        return line.append(", length ").append(length).toString();
    }

    private String flags() {
        String flags = TcpHeader.formatFlags(tcp.flags());
        return flags.isEmpty() ? "none" : flags;
    }

    private void options(StringBuilder line, byte[] bytes, int from, int to, String back) {
        StringBuilder options = new StringBuilder();
        int at = from;
        while (at < to) {
            int kind = Bytes.u8(bytes, at);
            int length = kind == END || kind == NOP ? 1 : at + 1 < to ? Bytes.u8(bytes, at + 1) : 0;
            options.append(options.isEmpty() ? "" : ",");
            if (length == 0 || length == 1 && kind > NOP || at + length > to) {
                options.append("bad opt");
                break;
            }
            options.append(option(bytes, at, kind, length, back));
            if (kind == END) {
                break;
            }
            at += length;
        }
        if (!options.isEmpty()) {
            line.append(", options [").append(options).append(']');
        }
    }

    private String option(byte[] bytes, int at, int kind, int length, String back) {
        return switch (kind) {
            case END -> "eol";
            case NOP -> "nop";
            case MSS -> length == 4 ? "mss " + Bytes.u16(bytes, at + 2) : "mss?";
            case SCALE -> length == 3 ? "wscale " + Bytes.u8(bytes, at + 2) : "wscale?";
            case SACK_PERMITTED -> "sackOK";
            case SACK -> sack(bytes, at, length, back);
            case TIMESTAMP -> length == 10 ? "TS val " + Integer.toUnsignedString(Bytes.i32(bytes, at + 2)) + " ecr "
                    + Integer.toUnsignedString(Bytes.i32(bytes, at + 6)) : "TS?";
            default -> "unknown-" + kind;
        };
    }

    private String sack(byte[] bytes, int at, int length, String back) {
        int base = bases.getOrDefault(back, 0);
        StringBuilder blocks = new StringBuilder("sack ").append((length - 2) / 8).append(' ');
        for (int i = at + 2; i + 8 <= at + length; i += 8) {
            blocks.append('{').append(Integer.toUnsignedString(Bytes.i32(bytes, i) - base)).append(':')
                    .append(Integer.toUnsignedString(Bytes.i32(bytes, i + 4) - base)).append('}');
        }
        return blocks.toString();
    }
}
