package org.wirelathe.api.transport;

/** Why a connection failed, or could not be begun. */
public enum Failure {
    /** The other end answered the SYN with a RST (B37). */
    REFUSED,
    /** The other end reset the connection (B43). */
    RESET,
    /** No answer until the retransmissions ran out (B37, RFC 9293 §3.8.3). */
    TIMED_OUT,
    /** No route on this host. */
    NETWORK_UNREACHABLE,
    /** A router, or this host's link layer, says that the destination cannot be reached. */
    HOST_UNREACHABLE,
    /** A filter on the way forbids it, or it is for all stations and the port may not. */
    PROHIBITED,
    /** The local port is taken. */
    ADDRESS_IN_USE,
    /** No local address or no ephemeral port is left (B38). */
    ADDRESS_NOT_AVAILABLE,
    /** This end aborted. */
    ABORTED
}
