package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;

/**
 * A packet that becomes whole: its fragments in the order in which they came, and which of its bytes they cover. Where
 * each lies is written in the fragment itself; nothing has to be sorted, as each is copied to its own place at the end.
 *
 * <p>Used again and again for one packet after the other.
 */
final class Datagram {
    /** What a fragment is to those that are here. */
    enum Fit {
        /** Nothing of it is here. */
        NEW,
        /** It is here, to the byte of its length. */
        DUPLICATE,
        /** A part of it is here, or all of it in other pieces. */
        OVERLAP,
        /** The packet ends elsewhere. */
        INCONSISTENT
    }

    /** The end is not known: the last fragment is not here. */
    private static final int UNKNOWN = -1;

    // Who it is of: RFC 791 §3.2, RFC 8200 §4.5.
    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int identification;
    /** Protocol of IPv4, and the interface of addresses that are good on one link only. */
    int scope;
    long hash;

    /** Where it stands in the table, among all by age, and among those of its source by age. */
    Datagram chain;
    Datagram older;
    Datagram newer;
    Datagram olderOfSource;
    Datagram newerOfSource;
    Source source;
    long deadline;

    /** The fragment at offset 0, once it is here; it alone begins at its headers, the others at their text. */
    Packet first;
    /** Bytes in front of the text of the first. */
    int headers;
    /** Type of the text's first header, and where in the headers it is to stand. */
    int nextHeader;
    int link;
    /** The interface that the first came by. */
    int arrival;
    /** The ECN fields that came, a bit for each (RFC 3168 §5.3). */
    int ecn;
    /** What it costs, bytes. */
    int cost;

    private final PacketFifo fragments = new PacketFifo();
    private final Units covered = new Units();
    private final Units begun = new Units();
    /** Where the furthest fragment ends, and the whole; bytes of text. */
    private int end;
    private int length;
    private int received;

    /** Makes it ready for another packet. */
    void begin() {
        end = 0;
        length = UNKNOWN;
        received = 0;
        first = null;
        ecn = 0;
        cost = 0;
    }

    boolean isFor(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int identification,
            int scope) {
        return this.identification == identification && this.sourceLow == sourceLow
                && this.destinationLow == destinationLow && this.sourceHigh == sourceHigh
                && this.destinationHigh == destinationHigh && this.scope == scope;
    }

    /** Whether text from {@code from} to {@code to} fits; {@code last} when the packet ends there. Changes nothing. */
    Fit fit(int from, int to, boolean last) {
        boolean contradicts = length == UNKNOWN ? last && to <= end : last ? to != length : to >= length;
        if (contradicts) {
            return Fit.INCONSISTENT;
        }
        int unit = from >> 3;
        int after = to + 7 >> 3;
        if (!covered.hasAny(unit, after)) {
            return Fit.NEW;
        }
        boolean alone = begun.has(unit) && (after == unit + 1 || !begun.hasAny(unit + 1, after));
        boolean ends = begun.has(after) || !covered.has(after);
        return alone && ends && covered.hasAll(unit, after) ? Fit.DUPLICATE : Fit.OVERLAP;
    }

    /** Takes a fragment that fits, its head at its text unless it is the first. */
    void add(Packet fragment, int from, int to, boolean last) {
        covered.addAll(from >> 3, to + 7 >> 3);
        begun.add(from >> 3);
        end = Math.max(end, to);
        received += to - from;
        if (last) {
            length = to;
        }
        fragment.order = from;
        fragments.add(fragment);
    }

    /** Whether every byte is here. */
    boolean isWhole() {
        return received == length;
    }

    int fragments() {
        return fragments.size();
    }

    /** Bytes of the whole packet behind its headers, once it {@link #isWhole}. */
    int length() {
        return length;
    }

    /** Copies the text to its place behind the headers and releases the fragments. */
    void copyText(byte[] target, int to) {
        for (Packet fragment = fragments.poll(); fragment != null; fragment = fragments.poll()) {
            int from = fragment == first ? fragment.head + headers : fragment.head;
            System.arraycopy(fragment.bytes, from, target, to + (int) fragment.order, fragment.tail - from);
            fragment.release();
        }
        clear();
    }

    /** Takes the oldest fragment out; {@code null} when none is left, and the datagram is ready to begin anew. */
    Packet poll() {
        Packet fragment = fragments.poll();
        if (fragment == null) {
            clear();
        }
        return fragment;
    }

    private void clear() {
        first = null;
        covered.clear(end + 7 >> 3);
        begun.clear(end + 7 >> 3);
    }
}
