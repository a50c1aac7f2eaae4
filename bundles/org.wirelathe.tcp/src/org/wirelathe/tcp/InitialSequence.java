package org.wirelathe.tcp;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.IpAddress;

/**
 * Initial sequence numbers (RFC 6528 §3, RFC 9293 SHLD-1, MUST-8, MUST-9): a clock of 4 us plus a keyed hash of the
 * connection's four-tuple. Old duplicates of the same tuple fall behind; other tuples tell an onlooker nothing.
 */
final class InitialSequence {
    private static final long TICK = 4000;

    private final SipHash hash;
    private final Scheduler clock;

    InitialSequence(RandomStream random, Scheduler clock) {
        this.hash = new SipHash(random.nextLong(), random.nextLong());
        this.clock = clock;
    }

    int next(IpAddress local, int localPort, IpAddress remote, int remotePort) {
        long ports = (long) localPort << 16 | remotePort;
        return (int) (clock.now() / TICK) + (int) hash.hash(hash.word(local, remote), ports);
    }
}
