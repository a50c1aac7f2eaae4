package org.wirelathe.tcp;

/** Opening: what the SYNs announce and agree on (RFC 9293 §3.5, §3.7.1; RFC 7323 §2). */
final class Handshake {
    /** Least MSS that a peer can talk us into (Linux tcp_min_snd_mss, CVE-2019-11479). */
    private static final int LEAST_MSS = 48;

    private final TcpConnection connection;
    private final int mss;
    private int scale;
    private boolean repeated;

    /** @param mss what is announced: the largest segment that fits the first hop (MUST-67) */
    Handshake(TcpConnection connection, int mss) {
        this.connection = connection;
        this.mss = mss;
        this.scale = connection.receive.scaleNeeded();
    }

    /** MSS to announce. */
    int mss() {
        return mss;
    }

    /** Window scale to announce; {@link TcpOptions#ABSENT} when the peer's SYN did not offer it. */
    int scale() {
        return scale;
    }

    /** Whether a SYN of ours had to be sent again. */
    boolean isRepeated() {
        return repeated;
    }

    /** Takes the peer's SYN: its number and its options. */
    void take(Segment syn) {
        connection.receive.begin(syn.sequence());
        TcpOptions options = syn.options();
        int offered = options.mss() == TcpOptions.ABSENT ? TcpConnection.DEFAULT_MSS : options.mss();   // MUST-15
        connection.send.mss(Math.min(mss, Math.max(LEAST_MSS, offered)));                             // MUST-16
        if (options.windowScale() == TcpOptions.ABSENT) {
            scale = TcpOptions.ABSENT;                                  // both ends scale, or neither
        } else {
            connection.send.scale(options.windowScale());
            connection.receive.scale(scale);
        }
    }

    void sendAgain() {
        repeated = true;
        connection.send.times().resent(connection.send.nxt());
        connection.statistics.retransmitted();
        connection.writer.syn(connection);
    }
}
