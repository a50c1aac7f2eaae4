package org.wirelathe.tcp;

/** The timers of a connection. */
enum TcpTimer {
    /** Data, SYN or FIN in flight was not acknowledged in time (RFC 6298). */
    RETRANSMIT,
    /** Something is to be sent, nothing is in flight, and the window is shut: probe it (RFC 9293 §3.8.6.1). */
    PERSIST,
    /** An acknowledgment has been held back long enough (RFC 9293 §3.8.6.3). */
    DELAYED_ACK,
    /** Nobody reads any more and the peer does not close: FIN-WAIT-2 ends (Linux tcp_fin_timeout). */
    FIN_WAIT_2,
    /** Two maximum segment lifetimes have passed (RFC 9293 §3.6.1). */
    TIME_WAIT;

    static final TcpTimer[] ALL = values();
}
