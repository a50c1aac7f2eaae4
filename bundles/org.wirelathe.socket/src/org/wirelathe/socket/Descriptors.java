package org.wirelathe.socket;

import java.util.BitSet;

/**
 * File descriptor numbers of the one process that a host runs: the lowest free one is given out (POSIX), 1024 in all.
 */
final class Descriptors {
    /** Numbers below are standard input, output and error. */
    static final int FIRST = 3;
    /** RLIMIT_NOFILE: descriptors are below it (B23). */
    static final int LIMIT = 1024;

    private final BitSet used = new BitSet(LIMIT);

    boolean isFull() {
        return used.nextClearBit(FIRST) >= LIMIT;
    }

    /** Takes the lowest free number; there must be one. */
    int take() {
        int fd = used.nextClearBit(FIRST);
        used.set(fd);
        return fd;
    }

    void free(int fd) {
        used.clear(fd);
    }
}
