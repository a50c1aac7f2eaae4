package org.wirelathe.ip.fragment;

/** The sources that have packets waiting, found by address in a table of chains that grows; records are used again. */
final class Sources {
    private final long key;
    private Source[] chains = new Source[16];
    private Source spare;
    private int count;

    /** @param key a secret of this node */
    Sources(long key) {
        this.key = key;
    }

    /** The record of a source, made when there is none. */
    Source of(long high, long low) {
        long hash = KeyedHash.mix(KeyedHash.mix(key ^ high) ^ low);
        for (Source source = chains[slot(hash)]; source != null; source = source.chain) {
            if (source.low == low && source.high == high) {
                return source;
            }
        }
        if (count == chains.length) {
            grow();
        }
        Source source = spare == null ? new Source() : spare;
        spare = source.chain;
        source.high = high;
        source.low = low;
        source.hash = hash;
        put(source);
        count++;
        return source;
    }

    /** Takes out a source of which nothing waits any more. */
    void remove(Source source) {
        int slot = slot(source.hash);
        if (chains[slot] == source) {
            chains[slot] = source.chain;
        } else {
            Source before = chains[slot];
            while (before.chain != source) {
                before = before.chain;
            }
            before.chain = source.chain;
        }
        source.chain = spare;
        spare = source;
        count--;
    }

    private int slot(long hash) {
        return (int) hash & chains.length - 1;
    }

    private void put(Source source) {
        int slot = slot(source.hash);
        source.chain = chains[slot];
        chains[slot] = source;
    }

    private void grow() {
        Source[] old = chains;
        chains = new Source[2 * old.length];
        for (Source first : old) {
            for (Source source = first, next; source != null; source = next) {
                next = source.chain;
                put(source);
            }
        }
    }
}
