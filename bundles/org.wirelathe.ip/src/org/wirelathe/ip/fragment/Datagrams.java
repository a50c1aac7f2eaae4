package org.wirelathe.ip.fragment;

/**
 * The packets that become whole: found by whom they are of in a table of chains that grows, and in the order of their
 * age. Records are used again.
 */
final class Datagrams {
    private final long key;
    private final Sources sources;
    private Datagram[] chains = new Datagram[16];
    private Datagram spare;
    private Datagram oldest;
    private Datagram newest;
    private int count;

    /** @param key a secret of this node */
    Datagrams(long key) {
        this.key = key;
        sources = new Sources(KeyedHash.mix(key));
    }

    /**
     * The packet of those addresses, that identification and scope, begun when there is none: then it costs nothing.
     */
    Datagram of(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int identification,
            int scope) {
        long hash = KeyedHash.mix(key ^ sourceHigh);
        hash = KeyedHash.mix(hash ^ sourceLow);
        hash = KeyedHash.mix(hash ^ destinationHigh);
        hash = KeyedHash.mix(hash ^ destinationLow);
        hash = KeyedHash.mix(hash ^ ((long) scope << 32 | identification & 0xFFFF_FFFFL));
        for (Datagram one = chains[slot(hash)]; one != null; one = one.chain) {
            if (one.isFor(sourceHigh, sourceLow, destinationHigh, destinationLow, identification, scope)) {
                return one;
            }
        }
        if (count == chains.length) {
            grow();
        }
        Datagram datagram = spare == null ? new Datagram() : spare;
        spare = datagram.chain;
        datagram.begin();
        datagram.sourceHigh = sourceHigh;
        datagram.sourceLow = sourceLow;
        datagram.destinationHigh = destinationHigh;
        datagram.destinationLow = destinationLow;
        datagram.identification = identification;
        datagram.scope = scope;
        datagram.hash = hash;
        put(datagram);
        append(datagram);
        sources.of(sourceHigh, sourceLow).add(datagram);
        count++;
        return datagram;
    }

    /** Takes a packet out; its fragments are the caller's to take, before another begins. */
    void remove(Datagram datagram) {
        Source source = datagram.source;
        source.cost -= datagram.cost;
        source.remove(datagram);
        if (source.isEmpty()) {
            sources.remove(source);
        }
        unlink(datagram);
        int slot = slot(datagram.hash);
        if (chains[slot] == datagram) {
            chains[slot] = datagram.chain;
        } else {
            Datagram before = chains[slot];
            while (before.chain != datagram) {
                before = before.chain;
            }
            before.chain = datagram.chain;
        }
        datagram.chain = spare;
        spare = datagram;
        count--;
    }

    /** The one that began first; {@code null} when there is none. */
    Datagram oldest() {
        return oldest;
    }

    int count() {
        return count;
    }

    private void append(Datagram datagram) {
        datagram.older = newest;
        datagram.newer = null;
        if (newest == null) {
            oldest = datagram;
        } else {
            newest.newer = datagram;
        }
        newest = datagram;
    }

    private void unlink(Datagram datagram) {
        if (datagram.older == null) {
            oldest = datagram.newer;
        } else {
            datagram.older.newer = datagram.newer;
        }
        if (datagram.newer == null) {
            newest = datagram.older;
        } else {
            datagram.newer.older = datagram.older;
        }
        datagram.older = null;
        datagram.newer = null;
    }

    private int slot(long hash) {
        return (int) hash & chains.length - 1;
    }

    private void put(Datagram datagram) {
        int slot = slot(datagram.hash);
        datagram.chain = chains[slot];
        chains[slot] = datagram;
    }

    private void grow() {
        Datagram[] old = chains;
        chains = new Datagram[2 * old.length];
        for (Datagram first : old) {
            for (Datagram one = first, next; one != null; one = next) {
                next = one.chain;
                put(one);
            }
        }
    }
}
