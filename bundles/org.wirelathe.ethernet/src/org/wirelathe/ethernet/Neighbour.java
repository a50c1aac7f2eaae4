package org.wirelathe.ethernet;

import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;

/**
 * What is known of one neighbour: nothing yet, an address that may be used, or an old address that may still be used
 * while the neighbour is asked whether it is true.
 */
final class Neighbour {
    /** {@link #mac} while no answer has come. */
    static final long UNKNOWN = -1;

    final int address;
    long mac = UNKNOWN;
    /** Until when the MAC address may be used without asking, ns. */
    long freshUntil = Long.MIN_VALUE;
    /** When the address was confirmed, or while it is unknown first asked for, ns. */
    long since;
    /** Whether it has not answered to the last request; the next packet asks anew. */
    boolean failed;
    /** Whether it was sent to since the cache last looked for someone to evict. */
    boolean used;
    /** Place in the cache's list. */
    int index;

    /** Requests sent without an answer; 0 while none is under way. */
    int tries;
    /** When to ask again or give up, ns. */
    long nextTry;
    /** Neighbours in the list of those being asked. */
    Neighbour before;
    Neighbour after;

    /** Packets that wait for the first answer, and the memory they take. */
    private final PacketFifo pending = new PacketFifo();
    private int pendingBytes;

    Neighbour(int address) {
        this.address = address;
    }

    NeighbourState state(long now) {
        if (failed) {
            return NeighbourState.FAILED;
        }
        if (mac == UNKNOWN) {
            return NeighbourState.INCOMPLETE;
        }
        if (now < freshUntil) {
            return NeighbourState.REACHABLE;
        }
        return tries > 0 ? NeighbourState.PROBE : NeighbourState.STALE;
    }

    /** Bytes of memory that the packets that wait take, unused room included: Linux's truesize. */
    int pendingBytes() {
        return pendingBytes;
    }

    int waiting() {
        return pending.size();
    }

    void add(Packet packet) {
        pending.add(packet);
        pendingBytes += packet.bytes.length;
    }

    /** The packet that has waited longest, or {@code null}. */
    Packet poll() {
        Packet packet = pending.poll();
        if (packet != null) {
            pendingBytes -= packet.bytes.length;
        }
        return packet;
    }
}
