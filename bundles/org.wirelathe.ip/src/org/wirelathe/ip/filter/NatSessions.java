package org.wirelathe.ip.filter;

import org.wirelathe.wire.Protocol;

/**
 * Who of inside talks to whom outside, each with a time after which it is forgotten. A session keeps its mapping and
 * lets its remote end in. Flat arrays, by number; idle ones stand in a list for each class, by the time when they were
 * last used, so that the first of a list is the next to go.
 */
final class NatSessions {
    private static final int QUERY = 0;
    private static final int DATAGRAMS = 1;
    private static final int TRANSITORY = 2;
    private static final int ESTABLISHED = 3;
    private static final int CLASSES = 4;
    /** RFC 5508 REQ-2: at least 60 s. */
    private static final long QUERY_TIMEOUT = 60_000_000_000L;

    private final NatMappings mappings;
    private final NatPeers peers;
    private final int[] mapping;
    private final int[] inside;
    private final int[] remote;
    /** Inside port above, remote port below. */
    private final int[] ports;
    private final int[] protocol;
    private final int[] tcp;
    private final long[] used;
    private final int[] idleClass;
    private final int[] older;
    private final int[] newer;
    private final int[] oldest = {Chains.NONE, Chains.NONE, Chains.NONE, Chains.NONE};
    private final int[] newest = {Chains.NONE, Chains.NONE, Chains.NONE, Chains.NONE};
    private final long[] timeouts;
    private final FreeNumbers numbers;
    private final Chains byInside;
    private final Chains byOutside;
    private final long key;

    NatSessions(int capacity, NatMappings mappings, NatPeers peers, long key, long udpTimeout, long tcpTransitory,
            long tcpTimeout) {
        this.mappings = mappings;
        this.peers = peers;
        this.key = key;
        timeouts = new long[] {QUERY_TIMEOUT, udpTimeout, tcpTransitory, tcpTimeout};
        mapping = new int[capacity];
        inside = new int[capacity];
        remote = new int[capacity];
        ports = new int[capacity];
        protocol = new int[capacity];
        tcp = new int[capacity];
        used = new long[capacity];
        idleClass = new int[capacity];
        older = new int[capacity];
        newer = new int[capacity];
        numbers = new FreeNumbers(capacity);
        byInside = new Chains(capacity);
        byOutside = new Chains(capacity);
    }

    private long hashInside(int protocol, int address, int ports, int remote) {
        return Chains.hash(key, (long) address << 32 | protocol, (long) remote << 32 | ports & 0xFFFF_FFFFL);
    }

    private long hashOutside(int protocol, int port, int remote, int remotePort) {
        return Chains.hash(~key, (long) port << 32 | protocol, (long) remote << 32 | remotePort);
    }

    /** The session of an inside and a remote endpoint. */
    int outbound(int protocol, int address, int port, int remote, int remotePort) {
        int ports = port << 16 | remotePort;
        int s = byInside.first(hashInside(protocol, address, ports, remote));
        while (s != Chains.NONE && !(inside[s] == address && this.ports[s] == ports && this.remote[s] == remote
                && this.protocol[s] == protocol)) {
            s = byInside.next(s);
        }
        return s;
    }

    /** The session of an outside port and a remote endpoint. */
    int inbound(int protocol, int port, int remote, int remotePort) {
        int s = byOutside.first(hashOutside(protocol, port, remote, remotePort));
        while (s != Chains.NONE && !(this.remote[s] == remote && (ports[s] & 0xFFFF) == remotePort
                && this.protocol[s] == protocol && mappings.outsidePort(mapping[s]) == port)) {
            s = byOutside.next(s);
        }
        return s;
    }

    boolean isFull() {
        return numbers.isEmpty();
    }

    int count() {
        return numbers.taken();
    }

    /** Begins a session on a mapping; there is room for it. */
    int open(int mapping, int protocol, int remote, int remotePort, long now) {
        int s = numbers.take();
        this.mapping[s] = mapping;
        this.protocol[s] = protocol;
        this.remote[s] = remote;
        inside[s] = mappings.inside(mapping);
        ports[s] = mappings.insidePort(mapping) << 16 | remotePort;
        tcp[s] = 0;
        mappings.use(mapping);
        peers.join(mapping, remote);
        byInside.add(s, hashInside(protocol, inside[s], ports[s], remote));
        byOutside.add(s, hashOutside(protocol, mappings.outsidePort(mapping), remote, remotePort));
        append(s, now);
        return s;
    }

    void close(int s) {
        unlink(s);
        int m = mapping[s];
        byInside.remove(s, hashInside(protocol[s], inside[s], ports[s], remote[s]));
        byOutside.remove(s, hashOutside(protocol[s], mappings.outsidePort(m), remote[s], ports[s] & 0xFFFF));
        peers.leave(m, remote[s]);
        mappings.leave(m);
        numbers.give(s);
    }

    int mapping(int s) {
        return mapping[s];
    }

    /** A segment of its connection went by. */
    void segment(int s, int flags, boolean fromInside, long now) {
        tcp[s] = TcpTrack.next(tcp[s], flags, fromInside);
        touch(s, now);
    }

    /** It is in use: its time begins anew. */
    void touch(int s, long now) {
        unlink(s);
        append(s, now);
    }

    private int classOf(int s) {
        return switch (protocol[s]) {
            case Protocol.TCP -> TcpTrack.isEstablished(tcp[s]) ? ESTABLISHED : TRANSITORY;
            case Protocol.UDP -> DATAGRAMS;
            default -> QUERY;
        };
    }

    /** Forgets what has been idle for too long; answers how many that were. */
    int expire(long now) {
        int count = 0;
        for (int c = 0; c < CLASSES; c++) {
            while (oldest[c] != Chains.NONE && now - used[oldest[c]] >= timeouts[c]) {
                close(oldest[c]);
                count++;
            }
        }
        return count;
    }

    /** Forgets the one that has been idle longest; an established connection only when there is nothing else. */
    void evict() {
        int idlest = Chains.NONE;
        for (int c = 0; c < ESTABLISHED; c++) {
            int candidate = oldest[c];
            if (candidate != Chains.NONE && (idlest == Chains.NONE || used[candidate] < used[idlest])) {
                idlest = candidate;
            }
        }
        close(idlest == Chains.NONE ? oldest[ESTABLISHED] : idlest);
    }

    private void append(int s, long now) {
        int c = classOf(s);
        idleClass[s] = c;
        used[s] = now;
        older[s] = newest[c];
        newer[s] = Chains.NONE;
        if (newest[c] == Chains.NONE) {
            oldest[c] = s;
        } else {
            newer[newest[c]] = s;
        }
        newest[c] = s;
    }

    private void unlink(int s) {
        int c = idleClass[s];
        if (older[s] == Chains.NONE) {
            oldest[c] = newer[s];
        } else {
            newer[older[s]] = newer[s];
        }
        if (newer[s] == Chains.NONE) {
            newest[c] = older[s];
        } else {
            older[newer[s]] = older[s];
        }
    }
}
