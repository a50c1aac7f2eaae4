package org.wirelathe.api.transport;

/** The eleven states of RFC 9293 §3.3.2, in the order that it lists them. */
public enum ConnectionState {
    LISTEN, SYN_SENT, SYN_RECEIVED, ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, CLOSING, LAST_ACK, TIME_WAIT,
    CLOSED
}
