package org.wirelathe.sim;

/**
 * Pending events as pairs of longs, least first: by time, then by key. Keys are not negative and no two entries are
 * equal. A structure behind this interface may be chosen by the number of pending events without anyone noticing.
 */
interface EventQueue {
    void add(long time, long key);

    boolean isEmpty();

    int size();

    /** Time of the first entry; there must be one. */
    long firstTime();

    /** Key of the first entry; there must be one. */
    long firstKey();

    /** Removes the first entry; there must be one. */
    void removeFirst();

    /** Removes the first entry and adds another: one walk instead of two. */
    void replaceFirst(long time, long key);

    /** Wants to know, for speed alone, which entries will be first before long. */
    interface Preview {
        /** @param entries pairs of time and key, in any order; only to be read, and only now */
        void soon(long[] entries, int count);
    }

    /** Tells {@code preview} from now on, if this structure knows in advance. */
    default void preview(Preview preview) {
        // Most do not.
    }
}
