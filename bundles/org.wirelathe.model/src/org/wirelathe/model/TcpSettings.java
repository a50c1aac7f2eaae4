package org.wirelathe.model;

/**
 * What the TCP of a node starts each connection with.
 *
 * @param congestion the name of the congestion control algorithm
 * @param sendBuffer bytes that a socket takes from its application ahead of the network, at least 1
 * @param receiveBuffer bytes that a socket holds for its application, at least 1; bounds the window
 * @param delayedAck whether the receiver may hold an ACK back (RFC 9293 section 3.8.6.3)
 */
public record TcpSettings(
        String congestion, long sendBuffer, long receiveBuffer, boolean delayedAck) {
    /** What a node has when the lab file is silent. */
    public static final TcpSettings DEFAULT = new TcpSettings("reno", 1L << 20, 1L << 20, true);
}
