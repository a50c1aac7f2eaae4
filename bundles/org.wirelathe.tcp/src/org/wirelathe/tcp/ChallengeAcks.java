package org.wirelathe.tcp;

/**
 * Acknowledgments that answer a segment which should not have come (RFC 5961 §3 to §5), so many per second and no more
 * (§7). The limit counts per connection: a common one would let a stranger watch other connections (CVE-2016-5696).
 */
final class ChallengeAcks {
    private static final long INTERVAL = 1_000_000_000L;
    private static final int MOST_PER_INTERVAL = 10;

    private final TcpConnection connection;
    private long intervalEnd = Long.MIN_VALUE;
    private int sent;

    ChallengeAcks(TcpConnection connection) {
        this.connection = connection;
    }

    void send() {
        long now = connection.now();
        if (now >= intervalEnd) {
            intervalEnd = now + INTERVAL;
            sent = 0;
        }
        if (sent++ < MOST_PER_INTERVAL) {
            connection.mib.challengeAcks.increment();
            connection.sendAck();
        }
    }
}
