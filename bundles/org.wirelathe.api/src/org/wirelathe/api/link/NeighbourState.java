package org.wirelathe.api.link;

/** What a link knows of a neighbour; the states that Linux shows in {@code ip neigh}. */
public enum NeighbourState {
    /** Asked by broadcast, or in its group; packets wait for the first answer. */
    INCOMPLETE,
    /** The address is known and was confirmed not long ago. */
    REACHABLE,
    /** The address is known but old; its next use asks whether it is still true. */
    STALE,
    /** The address is old and in use; a layer above has a few seconds to confirm it (RFC 4861 §7.3.2; not ARP). */
    DELAY,
    /** The address is old and in use, and its owner is being asked by unicast. */
    PROBE,
    /** Nobody answered; the next packet asks again. */
    FAILED
}
