package org.wirelathe.tcp;

/** Payload that is a function of the stream position, so that a misplaced byte shows. */
final class Pattern {
    private Pattern() {
    }

    static byte at(long position) {
        return (byte) ((position + 1) * 0x9E3779B97F4A7C15L >>> 56);
    }

    static byte[] bytes(long position, int length) {
        byte[] bytes = new byte[length];
        fill(bytes, 0, length, position);
        return bytes;
    }

    static void fill(byte[] bytes, int at, int length, long position) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = at(position + i);
        }
    }

    /** Fails unless the bytes are those that belong at {@code position}. */
    static void check(byte[] bytes, int at, int length, long position) {
        for (int i = 0; i < length; i++) {
            if (bytes[at + i] != at(position + i)) {
                throw new AssertionError("byte " + (position + i) + " of the stream is not what was written there");
            }
        }
    }
}
