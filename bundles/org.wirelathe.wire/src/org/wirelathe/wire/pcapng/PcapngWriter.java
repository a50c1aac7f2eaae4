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

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_ETHERNET = 1;
    private static final int NANOSECONDS = 9;

    private static final int OPT_ENDOFOPT = 0;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_DESCRIPTION = 3;
    private static final int IF_MACADDR = 6;
    private static final int IF_SPEED = 8;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;

    private static final int PACKET_HEADER = 28;
    private static final int PACKET_OPTIONS = 12;
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
     * @param name of the interface, e.g. {@code eth0}
     * @param description for people
     * @param mac its address
     * @param bitsPerSecond its rate
     * @return position behind the block
     */
    public static int ethernetInterface(byte[] target, int at, String name, String description, long mac,
            long bitsPerSecond) {
        Bytes.i32(target, at, INTERFACE_DESCRIPTION);
        Bytes.u16(target, at + 8, LINKTYPE_ETHERNET);
        Bytes.u16(target, at + 10, 0);
        Bytes.i32(target, at + 12, 0); // snap length: no limit
        int end = text(target, at + 16, IF_NAME, name);
        end = text(target, end, IF_DESCRIPTION, description);
        end = option(target, end, IF_MACADDR, 6);
        Bytes.u48(target, end, mac);
        end = pad(target, end + 6);
        end = option(target, end, IF_SPEED, 8);
        Bytes.i64(target, end, bitsPerSecond);
        end = option(target, end + 8, IF_TSRESOL, 1);
        Bytes.u8(target, end, NANOSECONDS);
        end = pad(target, end + 1);
        return close(target, at, option(target, end, OPT_ENDOFOPT, 0));
    }

    /** Bytes of the block of a packet of {@code length} bytes. */
    public static int packetBlock(int length) {
        return PACKET_HEADER + (length + 3 & ~3) + PACKET_OPTIONS + LENGTH;
    }

    /**
     * Enhanced Packet Block.
     *
     * @param interfaceId place of the interface's description, from 0
     * @param time ns since the file's epoch
     * @param flags {@link #INBOUND} or {@link #OUTBOUND}
     * @return position behind the block
     */
    public static int packet(byte[] target, int at, int interfaceId, long time, int flags, byte[] frame, int from,
            int length) {
        Bytes.i32(target, at, ENHANCED_PACKET);
        Bytes.i32(target, at + 8, interfaceId);
        Bytes.i64(target, at + 12, time); // upper half, then lower half
        Bytes.i32(target, at + 20, length);
        Bytes.i32(target, at + 24, length);
        System.arraycopy(frame, from, target, at + PACKET_HEADER, length);
        int end = pad(target, at + PACKET_HEADER + length);
        end = option(target, end, EPB_FLAGS, 4);
        Bytes.i32(target, end, flags);
        return close(target, at, option(target, end + 4, OPT_ENDOFOPT, 0));
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
