package org.wirelathe.ip.ndp;

import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.wire.IpAddress;

/** An entry of the neighbour cache (RFC 4861 §5.1, §7.3.2). */
final class Neighbour {
    /** {@link #mac} while no answer has come. */
    static final long UNKNOWN = -1;

    final long high;
    final long low;
    long mac = UNKNOWN;
    /** As of its last event; a reachable one grows stale by the clock alone, see {@link #state}. */
    NeighbourState state = NeighbourState.INCOMPLETE;
    /** Until when it is {@link NeighbourState#REACHABLE}, ns. */
    long reachableUntil;
    /** When it was last confirmed or heard of; while unknown, first asked for; ns. */
    long since;
    /** The flag of the same name: it has called itself a router. */
    boolean isRouter;
    /** Whether it has ever been reachable; one that somebody made up never is. */
    boolean wasReachable;
    /** Whether it was reachable once, and sent to since the cache last looked for someone to evict. */
    boolean used;
    /** Solicitations sent without an answer. */
    int tries;

    /** Place in the cache's list. */
    int index;
    /** When something is due, and its order among equals; place in {@link Deadlines}, 0 for none. */
    long deadline;
    long order;
    int place;
    /** Neighbours in the list of those whose address is asked for, oldest first. */
    Neighbour before;
    Neighbour after;

    /** Packets that wait for the answer, and the memory they take. */
    private final PacketFifo pending = new PacketFifo();
    private int pendingBytes;

    Neighbour(long high, long low) {
        this.high = high;
        this.low = low;
    }

    NeighbourState state(long now) {
        return state == NeighbourState.REACHABLE && now >= reachableUntil ? NeighbourState.STALE : state;
    }

    IpAddress address() {
        return new IpAddress(high, low);
    }

    /** Bytes of memory that the packets that wait take, unused room included: Linux's truesize. */
    int pendingBytes() {
        return pendingBytes;
    }

    int waiting() {
        return pending.size();
    }

    /** The packet that has waited longest, left where it is; or {@code null}. */
    Packet peek() {
        return pending.peek();
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
