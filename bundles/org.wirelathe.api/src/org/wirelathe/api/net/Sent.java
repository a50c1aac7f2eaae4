package org.wirelathe.api.net;

/** How far a packet came on the sending host. */
public enum Sent {
    /** Given to the device, or waiting for it or for the neighbour's address. */
    YES,
    /** Dropped at the interface: queue or ring full (B16). Transport protocols try again. */
    DROPPED,
    /** No route to the destination. */
    NO_ROUTE,
    /** Larger than the first hop's MTU, and fragments are not allowed. */
    TOO_BIG
}
