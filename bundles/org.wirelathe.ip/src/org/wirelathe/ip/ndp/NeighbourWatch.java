package org.wirelathe.ip.ndp;

/** Who wants to know that a neighbour is no way on any more. */
interface NeighbourWatch {
    /** It did not answer. */
    void unreachable(Neighbour neighbour);

    /** It was a router and says that it is none now (RFC 4861 §7.2.5). */
    void ceasedToRoute(Neighbour neighbour);
}
