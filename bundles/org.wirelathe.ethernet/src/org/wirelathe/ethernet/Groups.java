package org.wirelathe.ethernet;

import java.util.Arrays;

/** The group addresses whose frames a link takes; few, so a list serves. */
final class Groups {
    private long[] macs = new long[4];
    /** How often each was joined. */
    private int[] times = new int[4];
    private int size;

    void join(long mac) {
        int at = indexOf(mac);
        if (at < 0) {
            if (size == macs.length) {
                macs = Arrays.copyOf(macs, 2 * size);
                times = Arrays.copyOf(times, 2 * size);
            }
            at = size++;
            macs[at] = mac;
            times[at] = 0;
        }
        times[at]++;
    }

    /** Undoes one {@link #join}; a group that was never joined is left with ease. */
    void leave(long mac) {
        int at = indexOf(mac);
        if (at >= 0 && --times[at] == 0) {
            size--;
            macs[at] = macs[size];
            times[at] = times[size];
        }
    }

    boolean contains(long mac) {
        return indexOf(mac) >= 0;
    }

    private int indexOf(long mac) {
        for (int i = 0; i < size; i++) {
            if (macs[i] == mac) {
                return i;
            }
        }
        return -1;
    }
}
