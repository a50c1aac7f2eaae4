package org.wirelathe.ip.fragment;

/** What the ECN fields of fragments say of the packet (RFC 3168 §5.3), as sets of a bit for each value of the field. */
final class Ecn {
    /** Congestion experienced: the value of the two bits. */
    static final int CE = 3;

    private static final int NOT_ECT = 1;

    private Ecn() {
    }

    /** Whether some fragments are ECN-capable and some are not: no sender makes such. */
    static boolean isMixed(int seen) {
        return (seen & NOT_ECT) != 0 && seen != NOT_ECT;
    }

    /** The traffic class of the packet: that of the first fragment, but CE when any fragment met congestion. */
    static int trafficClass(int first, int seen) {
        return (seen & 1 << CE) != 0 ? first | CE : first;
    }
}
