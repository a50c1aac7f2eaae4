package org.wirelathe.tcp;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;

/**
 * Local ports for connections that do not care: RFC 6056 algorithm 3. Where the search begins depends on a keyed hash
 * of the destination and on a counter, so ports toward one peer are spread and say nothing about ports toward another.
 */
final class EphemeralPorts {
    /** Linux ip_local_port_range. */
    static final int FIRST = 32_768;
    static final int LAST = 60_999;

    private static final int COUNT = LAST - FIRST + 1;

    private final SipHash hash;
    private long nextPort;

    EphemeralPorts(RandomStream random) {
        this.hash = new SipHash(random.nextLong(), random.nextLong());
        this.nextPort = random.below(COUNT);
    }

    /** The next port to try is {@code at(begin(...) + attempt)}, for {@link #count} attempts. */
    long begin(IpAddress local, IpAddress remote, int remotePort) {
        long offset = hash.hash(hash.word(local, remote), remotePort) >>> 33;
        return offset + nextPort++;
    }

    int at(long place) {
        return FIRST + (int) (place % COUNT);
    }

    int count() {
        return COUNT;
    }
}
