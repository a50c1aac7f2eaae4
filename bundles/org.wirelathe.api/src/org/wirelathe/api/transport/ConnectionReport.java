package org.wirelathe.api.transport;

/**
 * A connection's numbers.
 *
 * @param local its own end
 * @param remote the other end
 * @param state where it stands
 * @param congestion algorithm at work
 * @param establishedAt when the handshake was complete, ns; -1 before
 * @param lastActivity when data was last acknowledged or received, ns; -1 before
 * @param bytesAcked bytes sent and acknowledged
 * @param bytesReceived bytes received in order
 * @param dataSegments segments with data sent, retransmissions included
 * @param retransmits segments sent again
 * @param timeouts expiries of the retransmission timer
 * @param fastRetransmits loss episodes noticed by duplicate acknowledgments
 * @param smoothedRtt SRTT of RFC 6298, ns; -1 before the first sample
 * @param minRtt least sample, ns; -1 before the first
 */
public record ConnectionReport(Endpoint local, Endpoint remote, ConnectionState state, String congestion,
        long establishedAt, long lastActivity, long bytesAcked, long bytesReceived, long dataSegments, long retransmits,
        long timeouts, long fastRetransmits, long smoothedRtt, long minRtt) {
}
