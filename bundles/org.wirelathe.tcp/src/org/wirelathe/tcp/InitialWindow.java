package org.wirelathe.tcp;

/** How much a connection may send before the first acknowledgment. */
final class InitialWindow {
    private static final int SEGMENTS = 10;
    private static final int LEAST = 14_600;

    private InitialWindow() {
    }

    /** IW in bytes (RFC 6928 §2). */
    static long of(int mss) {
        return Math.min((long) SEGMENTS * mss, Math.max(2L * mss, LEAST));
    }
}
