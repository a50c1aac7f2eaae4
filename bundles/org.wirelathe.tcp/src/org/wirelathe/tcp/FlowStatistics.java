package org.wirelathe.tcp;

import org.wirelathe.api.transport.ConnectionReport;

/** One connection's share of what the {@link Mib} counts for the node, and when things happened. */
final class FlowStatistics {
    private final Mib mib;
    private long establishedAt = -1;
    private long lastActivity = -1;
    private long dataSegments;
    private long retransmits;
    private long timeouts;
    private long fastRetransmits;

    FlowStatistics(Mib mib) {
        this.mib = mib;
    }

    /** The handshake is complete. */
    void established(long now) {
        establishedAt = now;
    }

    boolean isEstablished() {
        return establishedAt >= 0;
    }

    /** Data was received in order, or acknowledged. */
    void active(long now) {
        lastActivity = now;
    }

    /** So many segments with data are being sent. */
    void sentData(int segments) {
        dataSegments += segments;
    }

    /** A segment was sent again. */
    void retransmitted() {
        retransmits++;
        mib.retransSegs.increment();
    }

    /** Duplicate acknowledgments told of a loss. */
    void fastRetransmitted() {
        fastRetransmits++;
        mib.fastRetrans.increment();
    }

    /** The retransmission timer expired. */
    void timedOut() {
        timeouts++;
        mib.timeouts.increment();
    }

    ConnectionReport report(TcpConnection c) {
        return new ConnectionReport(c.local(), c.remote(), c.state(), c.congestion(), establishedAt, lastActivity,
                c.send.bytesAcknowledged(), c.receive.bytes(), dataSegments, retransmits, timeouts, fastRetransmits,
                c.rtt.smoothed(), c.rtt.least());
    }
}
