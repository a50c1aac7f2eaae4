package org.wirelathe.tcp;

/** Opening: what the SYNs announce and agree on (RFC 9293 §3.5, §3.7.1; RFC 7323 §2). */
final class Handshake {
    /** Least MSS that a peer can talk us into (Linux tcp_min_snd_mss, CVE-2019-11479). */
    private static final int LEAST_MSS = 48;

    private final TcpConnection connection;
    private int scale;
    private boolean repeated;

    Handshake(TcpConnection connection) {
        this.connection = connection;
        this.scale = connection.receive.scaleNeeded();
    }

    /** MSS to announce. */
    int mss() {
        return connection.pathMtu.toAnnounce();
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
        int offered = options.mss() == TcpOptions.ABSENT ? connection.pathMtu.unsaid() : options.mss();  // MUST-15
        connection.pathMtu.agreed(Math.max(LEAST_MSS, offered));
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
