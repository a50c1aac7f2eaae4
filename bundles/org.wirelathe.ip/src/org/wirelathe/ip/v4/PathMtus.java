package org.wirelathe.ip.v4;

import java.util.LinkedHashMap;
import java.util.Map;

import org.wirelathe.api.time.Scheduler;

/**
 * What is known of path MTUs (RFC 1191): one number per destination, learned from routers and from what vanishes, and
 * forgotten after a while, so that a path that has become wider is found out (§6.3).
 */
final class PathMtus {
    /** No packet can be made to pass less (RFC 791 §3.2). */
    static final int LEAST = 68;
    /**
     * What is believed of a router at least (Linux: min_pmtu). A forged message with less would have a host send many
     * tiny packets (RFC 5927 §7.2); for a path that really takes less routers are then let fragment.
     */
    static final int LEAST_BELIEVED = 552;
    /** What is tried first when packets vanish (Linux: tcp_base_mss; RFC 4821 §7.2); when they still do, the half. */
    static final int BLACK_HOLE_BASE = 1024;
    /** Most destinations; the one that was learned of first is forgotten for one more. */
    private static final int CAPACITY = 4096;
    /** RFC 1191 table 7-1: MTUs of the networks that there were, for routers that do not say theirs. */
    private static final int[] PLATEAUS = {32_000, 17_914, 8166, 4352, 2002, 1492, 1006, 508, 296, LEAST};

    /** What is known of one destination. */
    final class Entry {
        private int mtu;
        private boolean smaller;
        private long until;

        /** Most bytes of a packet, when the first hop takes {@code link}. */
        int mtu(int link) {
            return scheduler.now() < until ? Math.min(mtu, link) : link;
        }

        /** Whether the path takes less than is believed: "don't fragment" would be in the way (Linux: a locked MTU). */
        boolean isSmaller() {
            return smaller && scheduler.now() < until;
        }
    }

    private final Scheduler scheduler;
    private final Map<Integer, Entry> entries = new LinkedHashMap<>();
    private long age;
    /** Moves on when an entry comes or goes. */
    private int generation;

    PathMtus(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** @param age ns after which a path MTU is forgotten */
    void age(long age) {
        this.age = age;
    }

    /** As long as it is the same, {@link #of} answers the same. */
    int generation() {
        return generation;
    }

    /** What is known of a destination, or {@code null}. Makes an object: not for every packet. */
    Entry of(int destination) {
        return entries.get(destination);
    }

    /**
     * A router says that the path takes no more.
     *
     * @param told by the router; 0 when it does not know the field: then the next plateau below (RFC 1191 §5)
     * @param link most bytes of a packet on the first hop
     */
    void tooBig(int destination, int told, int link) {
        int now = now(destination, link);
        int mtu = told == 0 ? plateauBelow(now) : told;
        if (mtu < LEAST || mtu >= now) {
            return;
        }
        int least = Math.min(LEAST_BELIEVED, link);
        learn(destination, Math.max(mtu, least), mtu < least);
    }

    /** Packets of that size vanish. No message says so, none is to be forged: only the floor of RFC 791 holds. */
    void blackHole(int destination, int size, int link) {
        if (size <= now(destination, link) && size > LEAST) {
            learn(destination, size > BLACK_HOLE_BASE ? BLACK_HOLE_BASE : Math.max(size / 2, LEAST), false);
        }
    }

    private int now(int destination, int link) {
        Entry entry = entries.get(destination);
        return entry == null ? link : entry.mtu(link);
    }

    private void learn(int destination, int mtu, boolean smaller) {
        Entry entry = entries.get(destination);
        if (entry == null) {
            if (entries.size() == CAPACITY) {
                entries.remove(entries.keySet().iterator().next());
            }
            entry = new Entry();
            entries.put(destination, entry);
            generation++;
        }
        entry.mtu = mtu;
        entry.smaller = smaller;
        entry.until = scheduler.now() + age;
    }

    private static int plateauBelow(int mtu) {
        for (int plateau : PLATEAUS) {
            if (plateau < mtu) {
                return plateau;
            }
        }
        return 0;
    }
}
