package org.wirelathe.tcp;

import java.util.Scanner;

import org.wirelathe.wire.TcpHeader;

/**
 * A segment in words, for tests: {@code [flags] [from:to] [ack N] [win N] [mss N] [ws N] [gso N]}.
 *
 * <p>Flags are letters as captures print them: {@code S}, {@code S.}, {@code F.}, {@code R}, {@code P.}; {@code .} is
 * ACK. Numbers are relative: the SYN is 0, the first byte of data 1. The window is in bytes, scaling is the test
 * language's work. {@code gso} is the size of the segments that are one packet here (TSO, GRO).
 */
final class SegmentText {
    static final int UNSAID = Integer.MIN_VALUE;
    /** For {@code opt}: raw option bytes in hexadecimal instead of those that mss and ws make. */
    final String options;
    final int flags;
    final long from;
    final long to;
    final long ack;
    final long window;
    final int mss;
    final int scale;
    /** 0 for an ordinary packet. */
    final int segmentSize;
    final boolean isFlagged;

    SegmentText(String text) {
        int readFlags = UNSAID;
        long[] numbers = {UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, UNSAID, 0};
        String raw = null;
        try (Scanner words = new Scanner(text)) {
            while (words.hasNext()) {
                String word = words.next();
                switch (word) {
                    case "ack" -> numbers[2] = words.nextLong();
                    case "win" -> numbers[3] = words.nextLong();
                    case "mss" -> numbers[4] = words.nextLong();
                    case "ws" -> numbers[5] = words.nextLong();
                    case "gso" -> numbers[6] = words.nextLong();
                    case "opt" -> raw = words.next();
                    default -> {
                        if (word.matches("-?\\d+:-?\\d+")) {
                            int colon = word.indexOf(':');
                            numbers[0] = Long.parseLong(word.substring(0, colon));
                            numbers[1] = Long.parseLong(word.substring(colon + 1));
                        } else {
                            readFlags = flags(word, text);
                        }
                    }
                }
            }
        }
        isFlagged = readFlags != UNSAID;
        flags = isFlagged ? readFlags : TcpHeader.ACK;
        from = numbers[0];
        to = numbers[1];
        ack = numbers[2];
        window = numbers[3];
        mss = (int) numbers[4];
        scale = (int) numbers[5];
        segmentSize = (int) numbers[6];
        options = raw;
    }

    /** Whether a range was given. */
    boolean hasRange() {
        return to != UNSAID;
    }

    private static int flags(String letters, String text) {
        int flags = 0;
        for (char letter : letters.toCharArray()) {
            flags |= switch (letter) {
                case 'S' -> TcpHeader.SYN;
                case 'F' -> TcpHeader.FIN;
                case 'R' -> TcpHeader.RST;
                case 'P' -> TcpHeader.PSH;
                case 'U' -> TcpHeader.URG;
                case '.' -> TcpHeader.ACK;
                case '-' -> 0;
                default -> throw new IllegalArgumentException("no flag '" + letter + "' in '" + text + "'");
            };
        }
        return flags;
    }
}
