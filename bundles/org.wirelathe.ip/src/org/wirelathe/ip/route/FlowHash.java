package org.wirelathe.ip.route;

/**
 * A number for a flow, the same for each of its packets (RFC 2991: a flow's packets should not overtake each other on
 * several paths). The key is the node's own: if all nodes had one, those that a node sends one way would all be sent
 * one way by the next node too, and other paths stand empty.
 */
public final class FlowHash {
    private final long key;

    /** @param key from a random stream of the node */
    public FlowHash(long key) {
        this.key = key;
    }

    /**
     * The number of a flow, all 32 bits.
     *
     * @param sourceHigh the first 64 bits of the source address
     * @param sourceLow the last 64 bits
     * @param destinationHigh the first 64 bits of the destination address
     * @param destinationLow the last 64 bits
     * @param protocol of the transport, 0 to 255
     * @param label what tells flows of the same hosts and protocol apart: both ports in 32 bits, or the flow label of
     *        IPv6 (RFC 6438); 0 for every fragment, since only the first has ports
     */
    public int of(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int protocol, int label) {
        long hash = mix(key ^ sourceHigh);
        hash = mix(hash ^ sourceLow);
        hash = mix(hash ^ destinationHigh);
        hash = mix(hash ^ destinationLow);
        hash = mix(hash ^ ((long) protocol << Integer.SIZE | label & 0xFFFF_FFFFL));
        return (int) (hash >>> Integer.SIZE);
    }

    /** Each bit depends on all (Stafford's variant 13 of the finalizer of MurmurHash3); zero does not stay zero. */
    private static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
