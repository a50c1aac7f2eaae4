package org.wirelathe.wire.pcapng;

import java.nio.charset.StandardCharsets;
import org.wirelathe.wire.Bytes;

/**
 * Writes the blocks of a pcapng file (draft-ietf-opsawg-pcapng) into a byte array, in network byte order, times in
 * nanoseconds. A file is one section header, its interface descriptions, then packets. What becomes of the array is the
 * caller's business, so that a packet costs its copy and nothing else. Every {@code at} is a multiple of four.
 */
public final class PcapngWriter {
    /** {@code epb_flags}: the packet came in. */
    public static final int INBOUND = 1;
    /** {@code epb_flags}: the packet went out. */
    public static final int OUTBOUND = 2;
    /** {@code epb_flags}: the frame check sequence does not verify. */
    public static final int CRC_ERROR = 1 << 24;
    /** Bytes of a statistics block. */
    public static final int STATISTICS_BLOCK = 20 + 4 * 12 + 4 + 4;

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int INTERFACE_STATISTICS = 5;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_ETHERNET = 1;
    private static final int NANOSECONDS = 9;

    private static final int OPT_ENDOFOPT = 0;
    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_MACADDR = 6;
    private static final int IF_SPEED = 8;
    private static final int IF_TSRESOL = 9;
    private static final int IF_FILTER = 11;
    private static final int IF_OS = 12;
    private static final int EPB_FLAGS = 2;
    private static final int EPB_DROPCOUNT = 4;
    private static final int ISB_STARTTIME = 2;
    private static final int ISB_ENDTIME = 3;
    private static final int ISB_IFRECV = 4;
    private static final int ISB_IFDROP = 5;
    private static final int FILTER_TEXT = 0;

    private static final int PACKET_HEADER = 28;
    /** epb_flags, epb_dropcount, a comment with its digits, the end. */
    private static final int PACKET_OPTIONS = 8 + 12 + 4 + 24 + 4;
    private static final int LENGTH = 4;

    private PcapngWriter() {
    }

    /**
     * Section Header Block.
     *
     * @param application which program writes the file
     * @return position behind the block
     */
    public static int section(byte[] target, int at, String application) {
        Bytes.i32(target, at, SECTION_HEADER);
        Bytes.i32(target, at + 8, BYTE_ORDER_MAGIC);
        Bytes.u16(target, at + 12, 1);
        Bytes.u16(target, at + 14, 0);
        Bytes.i64(target, at + 16, -1); // the section's length is not known beforehand
        int end = text(target, at + 24, SHB_USERAPPL, application);
        return close(target, at, option(target, end, OPT_ENDOFOPT, 0));
    }

    /**
     * Interface Description Block of an Ethernet interface; packets name it by its place among those blocks, from 0.
     *
     * @param at where the block begins
     * @param description for people
     * @param captured what of its frames the file has
     * @return position behind the block
     */
    public static int ethernetInterface(byte[] target, int at, InterfaceDescription of, String description,
            Selection captured) {
        Bytes.i32(target, at, INTERFACE_DESCRIPTION);
        Bytes.u16(target, at + 8, LINKTYPE_ETHERNET);
        Bytes.u16(target, at + 10, 0);
        Bytes.i32(target, at + 12, captured.snapLength());
        int end = text(target, at + 16, IF_NAME, of.name());
        end = text(target, end, IF_DESCRIPTION, description);
        end = option(target, end, IF_MACADDR, 6);
        Bytes.u48(target, end, of.mac());
        end = pad(target, end + 6);
        end = option(target, end, IF_SPEED, 8);
        Bytes.i64(target, end, of.bitsPerSecond());
        end = option(target, end + 8, IF_TSRESOL, 1);
        Bytes.u8(target, end, NANOSECONDS);
        end = pad(target, end + 1);
        if (!captured.filter().isEmpty()) {
            byte[] filter = captured.filter().getBytes(StandardCharsets.UTF_8);
            end = option(target, end, IF_FILTER, 1 + filter.length);
            Bytes.u8(target, end, FILTER_TEXT);
            System.arraycopy(filter, 0, target, end + 1, filter.length);
            end = pad(target, end + 1 + filter.length);
        }
        end = text(target, end, IF_OS, of.system());
        return close(target, at, option(target, end, OPT_ENDOFOPT, 0));
    }

    /**
     * An interface.
     *
     * @param name e.g. {@code eth0}
     * @param mac its address
     * @param bitsPerSecond its rate
     * @param system what runs on its node
     */
    public record InterfaceDescription(String name, long mac, long bitsPerSecond, String system) {
    }

    /**
     * What of an interface's frames a file has.
     *
     * @param snapLength most bytes of each; 0 for all
     * @param filter which frames, as pcap-filter(7) writes it; empty for all
     */
    public record Selection(int snapLength, String filter) {
        /** Everything. */
        public static final Selection ALL = new Selection(0, "");
    }

    /** Most bytes of the block of a packet of which {@code length} bytes are captured. */
    public static int packetBlock(int length) {
        return PACKET_HEADER + (length + 3 & ~3) + PACKET_OPTIONS + LENGTH;
    }

    /**
     * Enhanced Packet Block of interface 0.
     *
     * @param time ns since the file's epoch
     * @param flags {@link #INBOUND} or {@link #OUTBOUND}, with {@link #CRC_ERROR} or without
     * @param length the frame's
     * @param captured how many bytes of it the file gets
     * @param id for the comment {@code id 1234}; 0 for none
     * @param dropped packets lost at the interface since the packet before; 0 is not written
     * @return position behind the block
     */
    public static int packet(byte[] target, int at, long time, int flags, byte[] frame, int from, int length,
            int captured, long id, long dropped) {
        Bytes.i32(target, at, ENHANCED_PACKET);
        Bytes.i32(target, at + 8, 0);
        Bytes.i64(target, at + 12, time); // upper half, then lower half
        Bytes.i32(target, at + 20, captured);
        Bytes.i32(target, at + 24, length);
        System.arraycopy(frame, from, target, at + PACKET_HEADER, captured);
        int end = pad(target, at + PACKET_HEADER + captured);
        if (id != 0) {
            end = comment(target, end, id);
        }
        end = option(target, end, EPB_FLAGS, 4);
        Bytes.i32(target, end, flags);
        end += 4;
        if (dropped != 0) {
            Bytes.i64(target, option(target, end, EPB_DROPCOUNT, 8), dropped);
            end += 12;
        }
        return close(target, at, option(target, end, OPT_ENDOFOPT, 0));
    }

    /** {@code id 1234}, without making a string. */
    private static int comment(byte[] target, int at, long id) {
        int digits = 1;
        for (long rest = id / 10; rest > 0; rest /= 10) {
            digits++;
        }
        int end = option(target, at, OPT_COMMENT, 3 + digits);
        target[end] = 'i';
        target[end + 1] = 'd';
        target[end + 2] = ' ';
        long rest = id;
        for (int i = end + 2 + digits; i > end + 2; i--) {
            target[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return pad(target, end + 3 + digits);
    }

    /**
     * Interface Statistics Block of interface 0: {@link #STATISTICS_BLOCK} bytes.
     *
     * @param start when the capture began, ns since the file's epoch
     * @param time when it ended
     * @param received frames that came by, those that the filter left out too
     * @param dropped packets lost at the interface
     * @return position behind the block
     */
    public static int statistics(byte[] target, int at, long start, long time, long received, long dropped) {
        Bytes.i32(target, at, INTERFACE_STATISTICS);
        Bytes.i32(target, at + 8, 0);
        Bytes.i64(target, at + 12, time);
        int end = eight(target, at + 20, ISB_STARTTIME, start);
        end = eight(target, end, ISB_ENDTIME, time);
        end = eight(target, end, ISB_IFRECV, received);
        end = eight(target, end, ISB_IFDROP, dropped);
        return close(target, at, option(target, end, OPT_ENDOFOPT, 0));
    }

    private static int eight(byte[] target, int at, int code, long value) {
        int end = option(target, at, code, 8);
        Bytes.i64(target, end, value);
        return end + 8;
    }

    private static int text(byte[] target, int at, int code, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        int end = option(target, at, code, bytes.length);
        System.arraycopy(bytes, 0, target, end, bytes.length);
        return pad(target, end + bytes.length);
    }

    /** An option's code and length; returns where its value begins. */
    private static int option(byte[] target, int at, int code, int length) {
        Bytes.u16(target, at, code);
        Bytes.u16(target, at + 2, length);
        return at + 4;
    }

    /** Zeros up to a multiple of four of the array: every block begins at one. */
    private static int pad(byte[] target, int at) {
        int end = at;
        while ((end & 3) != 0) {
            target[end++] = 0;
        }
        return end;
    }

    private static int close(byte[] target, int start, int at) {
        int total = at + LENGTH - start;
        Bytes.i32(target, start + 4, total);
        Bytes.i32(target, at, total);
        return at + LENGTH;
    }
}
