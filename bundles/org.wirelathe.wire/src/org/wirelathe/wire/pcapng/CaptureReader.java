package org.wirelathe.wire.pcapng;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the frames of a capture file, pcap (draft-ietf-opsawg-pcap) or pcapng (draft-ietf-opsawg-pcapng), of either
 * byte order. It goes over the array from frame to frame and copies nothing:
 *
 * <pre>
 * CaptureReader reader = new CaptureReader(file);
 * while (reader.next()) {
 *     use(file, reader.at(), reader.length(), reader.time());
 * }
 * </pre>
 */
public final class CaptureReader {
    /** Link type of Ethernet. */
    public static final int ETHERNET = 1;

    private static final int SECTION = 0x0A0D0D0A;
    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int PCAP_MICROSECONDS = 0xA1B2C3D4;
    private static final int PCAP_NANOSECONDS = 0xA1B23C4D;
    private static final int INTERFACE = 1;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int BLOCK_LEAST = 12;
    private static final int PCAP_HEADER = 24;
    private static final int PCAP_RECORD = 16;
    private static final int EPB_HEADER = 28;
    private static final int EPB_FLAGS = 2;
    private static final int IF_TSRESOL = 9;
    private static final int IF_TSOFFSET = 14;
    private static final long SECOND = 1_000_000_000;

    /** What an interface description says of the packets that name it. */
    private record Interface(int linkType, int snapLength, int resolution, long offset) {
        private static final int BINARY = 0x80;
        private static final int NANO = 9;
        /** More binary digits than a nanosecond needs. */
        private static final int FINEST = 30;

        /** Ticks as ns. */
        long time(long ticks) {
            long ns;
            int digits = resolution & ~BINARY;
            if ((resolution & BINARY) != 0) {
                int coarser = Math.max(0, digits - FINEST);
                long rounded = coarser > 63 ? 0 : ticks >>> coarser;
                int left = digits - coarser;
                ns = (rounded >>> left) * SECOND + ((rounded & (1L << left) - 1) * SECOND >>> left);
            } else {
                ns = ticks;
                for (int i = digits; i < NANO; i++) {
                    ns *= 10;
                }
                for (int i = NANO; i < digits; i++) {
                    ns /= 10;
                }
            }
            return ns + offset * SECOND;
        }
    }

    private final byte[] file;
    private final boolean pcapng;
    private final List<Interface> interfaces = new ArrayList<>();
    private boolean littleEndian;
    private int position;
    private int at;
    private int length;
    private int originalLength;
    private int linkType;
    private long time;
    private boolean outbound;

    /**
     * A reader that stands before the first frame.
     *
     * @throws IllegalArgumentException when that is no capture file; the message is for the user
     */
    public CaptureReader(byte[] file) {
        this.file = file;
        require(file.length >= PCAP_HEADER, "is too short for a capture file: " + file.length + " bytes");
        int magic = word(0);
        pcapng = magic == SECTION;
        if (pcapng) {
            return;
        }
        if (!isPcap(magic)) {
            littleEndian = true;
            magic = word(0);
        }
        require(isPcap(magic), "is neither a pcap nor a pcapng file: it begins with neither's number");
        // The upper bits of the link type tell of a frame check sequence.
        interfaces.add(new Interface(word(20) & 0xFFFF, 0, magic == PCAP_NANOSECONDS ? 9 : 6, 0));
        position = PCAP_HEADER;
    }

    private static boolean isPcap(int magic) {
        return magic == PCAP_MICROSECONDS || magic == PCAP_NANOSECONDS;
    }

    /**
     * Goes to the next frame.
     *
     * @return false when there is none
     * @throws IllegalArgumentException when the file is damaged; the message is for the user
     */
    public boolean next() {
        return pcapng ? nextBlock() : nextRecord();
    }

    private boolean nextRecord() {
        if (position == file.length) {
            return false;
        }
        require(file.length - position >= PCAP_RECORD, "ends within a record at byte " + position);
        Interface all = interfaces.getFirst();
        linkType = all.linkType();
        long fraction = Integer.toUnsignedLong(word(position + 4));
        time = Integer.toUnsignedLong(word(position)) * SECOND + all.time(fraction);
        frame(position + PCAP_RECORD, word(position + 8), word(position + 12), file.length);
        position = at + length;
        return true;
    }

    private void frame(int at, int length, int originalLength, int limit) {
        require(length >= 0 && length <= limit - at, "has a frame of " + Integer.toUnsignedString(length)
                + " bytes at byte " + at + " that does not fit");
        this.at = at;
        this.length = length;
        this.originalLength = originalLength;
    }

    private boolean nextBlock() {
        while (position < file.length) {
            int start = position;
            require(file.length - start >= BLOCK_LEAST, "ends within a block at byte " + start);
            int type = word(start);
            if (type == SECTION) {
                beginSection(start);
            }
            int total = word(start + 4);
            require(total >= BLOCK_LEAST && (total & 3) == 0 && total <= file.length - start,
                    "has a block at byte " + start + " of impossible length");
            position = start + total;
            int end = position - 4;
            if (type == INTERFACE) {
                describe(start, end);
            } else if (type == ENHANCED_PACKET) {
                enhanced(start, end);
                return true;
            } else if (type == SIMPLE_PACKET) {
                simple(start, end);
                return true;
            }
        }
        return false;
    }

    private void beginSection(int start) {
        littleEndian = false;
        littleEndian = word(start + 8) != BYTE_ORDER;
        require(word(start + 8) == BYTE_ORDER, "has a section at byte " + start + " of unknown byte order");
        interfaces.clear();
    }

    private void describe(int start, int end) {
        require(end - start >= 16, "has a short interface description at byte " + start);
        int resolution = 6;
        long offset = 0;
        for (int option = start + 16; end - option >= 4 && half(option) != 0; option = behind(option)) {
            int size = half(option + 2);
            if (half(option) == IF_TSRESOL && size == 1 && option + 4 < end) {
                resolution = file[option + 4] & 0xFF;
            } else if (half(option) == IF_TSOFFSET && size == 8 && end - option >= 12) {
                offset = littleEndian ? (long) word(option + 8) << 32 | word(option + 4) & 0xFFFF_FFFFL
                        : (long) word(option + 4) << 32 | word(option + 8) & 0xFFFF_FFFFL;
            }
        }
        interfaces.add(new Interface(half(start + 8), word(start + 12), resolution, offset));
    }

    private int behind(int option) {
        return option + 4 + (half(option + 2) + 3 & ~3);
    }

    private Interface described(int index, int start) {
        require(index >= 0 && index < interfaces.size(), "has a frame at byte " + start
                + " of an interface that it does not describe");
        return interfaces.get(index);
    }

    private void enhanced(int start, int end) {
        require(end - start >= EPB_HEADER, "has a short packet block at byte " + start);
        Interface described = described(word(start + 8), start);
        linkType = described.linkType();
        time = described.time((long) word(start + 12) << 32 | word(start + 16) & 0xFFFF_FFFFL);
        frame(start + EPB_HEADER, word(start + 20), word(start + 24), end);
        outbound = false;
        int option = at + (length + 3 & ~3);
        for (; end - option >= 4 && half(option) != 0; option = behind(option)) {
            if (half(option) == EPB_FLAGS && half(option + 2) == 4 && end - option >= 8) {
                outbound = (word(option + 4) & 3) == PcapngWriter.OUTBOUND;
            }
        }
    }

    /** Has no time of its own: that of the frame before stays. */
    private void simple(int start, int end) {
        Interface described = described(0, start);
        require(end - start >= BLOCK_LEAST, "has a short packet block at byte " + start);
        linkType = described.linkType();
        outbound = false;
        int original = word(start + 8);
        int snap = described.snapLength();
        frame(start + 12, snap > 0 && Integer.compareUnsigned(snap, original) < 0 ? snap : original, original, end);
    }

    private int half(int from) {
        int value = (file[from] & 0xFF) << 8 | file[from + 1] & 0xFF;
        return littleEndian ? Short.reverseBytes((short) value) & 0xFFFF : value;
    }

    private int word(int from) {
        int value = (file[from] & 0xFF) << 24 | (file[from + 1] & 0xFF) << 16 | (file[from + 2] & 0xFF) << 8
                | file[from + 3] & 0xFF;
        return littleEndian ? Integer.reverseBytes(value) : value;
    }

    private static void require(boolean holds, String complaint) {
        if (!holds) {
            throw new IllegalArgumentException("the capture " + complaint);
        }
    }

    /** Where in the file the frame begins. */
    public int at() {
        return at;
    }

    /** Bytes of the frame in the file. */
    public int length() {
        return length;
    }

    /** Bytes that the frame had; more than {@link #length} when the capture cut it. */
    public int originalLength() {
        return originalLength;
    }

    /** When it was captured, ns since the file's epoch. */
    public long time() {
        return time;
    }

    /** What kind of frame it is, e.g. {@link #ETHERNET}. */
    public int linkType() {
        return linkType;
    }

    /** Whether the file says that it went out where it was captured. */
    public boolean outbound() {
        return outbound;
    }
}
