package org.wirelathe.ip.filter;

/** Which remote addresses a mapping has sessions with: what address-dependent filtering asks (RFC 4787 §5). */
final class NatPeers {
    private final int[] mapping;
    private final int[] remote;
    private final int[] sessions;
    private final FreeNumbers numbers;
    private final Chains chains;
    private final long key;

    /** @param capacity most sessions */
    NatPeers(int capacity, long key) {
        this.key = key;
        mapping = new int[capacity];
        remote = new int[capacity];
        sessions = new int[capacity];
        numbers = new FreeNumbers(capacity);
        chains = new Chains(capacity);
    }

    private int find(int mapping, int remote) {
        int p = chains.first(Chains.hash(key, mapping, remote));
        while (p != Chains.NONE && !(this.mapping[p] == mapping && this.remote[p] == remote)) {
            p = chains.next(p);
        }
        return p;
    }

    boolean has(int mapping, int remote) {
        return find(mapping, remote) != Chains.NONE;
    }

    /** One session more. */
    void join(int mapping, int remote) {
        int p = find(mapping, remote);
        if (p == Chains.NONE) {
            p = numbers.take();
            this.mapping[p] = mapping;
            this.remote[p] = remote;
            sessions[p] = 0;
            chains.add(p, Chains.hash(key, mapping, remote));
        }
        sessions[p]++;
    }

    /** One session less. */
    void leave(int mapping, int remote) {
        int p = find(mapping, remote);
        if (--sessions[p] == 0) {
            chains.remove(p, Chains.hash(key, mapping, remote));
            numbers.give(p);
        }
    }
}
