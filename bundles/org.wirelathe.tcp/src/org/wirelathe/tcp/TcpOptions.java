package org.wirelathe.tcp;

import org.wirelathe.wire.Bytes;

/**
 * The options of a segment (RFC 9293 §3.1 MUST-4 to MUST-7, RFC 7323 §2), read and written.
 *
 * <p>An option of unknown kind is skipped by its length. A length that cannot be (0, 1, beyond the header, or wrong for
 * its kind) costs that option; where it leaves no way to find the next one, the rest of the list is ignored, as Linux
 * does.
 */
final class TcpOptions {
    /** What an accessor answers when the option was not there. */
    static final int ABSENT = -1;
    /** Bytes of options in a SYN: maximum segment size, and window scale padded in front by a NOP. */
    static final int SYN_LENGTH = 8;
    /** The largest legal shift (RFC 7323 §2.3). */
    static final int MOST_WINDOW_SCALE = 14;

    private static final int END = 0;
    private static final int NOP = 1;
    private static final int MSS = 2;
    private static final int MSS_LENGTH = 4;
    private static final int WINDOW_SCALE = 3;
    private static final int WINDOW_SCALE_LENGTH = 3;

    private int mss;
    private int windowScale;

    /** Maximum segment size that the peer can receive, as it stands, 0 to 65535; {@link #ABSENT} without the option. */
    int mss() {
        return mss;
    }

    /** The peer's shift count, at most 14 (RFC 7323 §2.3); {@link #ABSENT} without the option. */
    int windowScale() {
        return windowScale;
    }

    /** Reads {@code [at, end)}. */
    void parse(byte[] bytes, int at, int end) {
        mss = ABSENT;
        windowScale = ABSENT;
        int option = at;
        while (option < end && bytes[option] != END) {
            if (bytes[option] == NOP) {
                option++;
                continue;
            }
            int length = option + 1 < end ? Bytes.u8(bytes, option + 1) : 0;
            if (length < 2 || length > end - option) {
                return;
            }
            read(bytes, option, length);
            option += length;
        }
    }

    private void read(byte[] bytes, int option, int length) {
        int kind = bytes[option];
        if (kind == MSS && length == MSS_LENGTH) {
            mss = Bytes.u16(bytes, option + 2);
        } else if (kind == WINDOW_SCALE && length == WINDOW_SCALE_LENGTH) {
            windowScale = Math.min(MOST_WINDOW_SCALE, Bytes.u8(bytes, option + 2));
        }
    }

    /** Length of what {@link #writeSyn} writes, a multiple of 4. */
    static int synLength(int windowScale) {
        return windowScale == ABSENT ? MSS_LENGTH : SYN_LENGTH;
    }

    /** Writes the options of a SYN; without window scale when that is {@link #ABSENT}. */
    static void writeSyn(byte[] bytes, int at, int mss, int windowScale) {
        Bytes.u8(bytes, at, MSS);
        Bytes.u8(bytes, at + 1, MSS_LENGTH);
        Bytes.u16(bytes, at + 2, mss);
        if (windowScale != ABSENT) {
            Bytes.u8(bytes, at + 4, NOP);
            Bytes.u8(bytes, at + 5, WINDOW_SCALE);
            Bytes.u8(bytes, at + 6, WINDOW_SCALE_LENGTH);
            Bytes.u8(bytes, at + 7, windowScale);
        }
    }
}
