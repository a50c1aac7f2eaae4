package org.wirelathe.ethernet;

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
    /** Packets that wait for the first answer. */
    final PacketFifo pending = new PacketFifo();
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

    Neighbour(int address) {
        this.address = address;
    }
}
