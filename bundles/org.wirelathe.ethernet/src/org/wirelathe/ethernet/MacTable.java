package org.wirelathe.ethernet;

import java.util.function.LongPredicate;

/**
 * Where stations are: open addressing with linear probing over {@code long}s, so that a look-up boxes nothing and reads
 * one or two cache lines. A key is VLAN and MAC address, a value the time when the station was last heard and its port.
 */
final class MacTable {
    /** {@link #find}: not known, or silent for too long. */
    static final int NOBODY = -1;
    /** {@link #learn}: known, and still there. */
    static final int SAME = -1;
    /** {@link #learn}: was not known. */
    static final int NEW = -2;
    /** {@link #learn}: not known, and there is no room. */
    static final int FULL = -3;
    /** Most ports of a switch. */
    static final int PORTS = 1 << 10;

    private static final int PORT_BITS = 10;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    /** How often a full table looks for stations that have fallen silent, ns. */
    private static final long SWEEP_INTERVAL = 1_000_000_000L;

    private final int limit;
    private final long ageing;
    private long[] keys = new long[32];
    private long[] values = new long[32];
    private int shift = Long.SIZE - 5;
    private int size;
    private long sweptAt = Long.MIN_VALUE / 2;
    private int changes;

    MacTable(int limit, long ageing) {
        this.limit = limit;
        this.ageing = ageing;
    }

    /** @param mac of a single station */
    static long key(int vlan, long mac) {
        return (long) vlan << 48 | mac;
    }

    static int vlan(long key) {
        return (int) (key >>> 48);
    }

    static long mac(long key) {
        return key & 0xFFFF_FFFF_FFFFL;
    }

    int size() {
        return size;
    }

    /** Grows whenever a station has moved or was forgotten: what was learned before may not hold. */
    int changes() {
        return changes;
    }

    /** The port behind which a station is, or {@link #NOBODY}. */
    int find(long key, long now) {
        int at = slot(key);
        return keys[at] == 0 || isOld(values[at], now) ? NOBODY : port(values[at]);
    }

    /**
     * Notes where a station was heard.
     *
     * @return the port where it was until now, {@link #SAME}, {@link #NEW} or {@link #FULL}
     */
    int learn(long key, int port, long now) {
        int at = slot(key);
        if (keys[at] == 0) {
            return add(key, port, now);
        }
        long before = values[at];
        values[at] = now << PORT_BITS | port;
        if (port(before) == port || isOld(before, now)) {
            changes += port(before) == port ? 0 : 1;
            return SAME;
        }
        changes++;
        return port(before);
    }

    private int add(long key, int port, long now) {
        if (size == limit) {
            if (now - sweptAt < SWEEP_INTERVAL) {
                return FULL;
            }
            sweptAt = now;
            retain(value -> !isOld(value, now), keys.length);
            if (size == limit) {
                return FULL;
            }
        } else if (2 * size >= keys.length) {
            retain(value -> true, 2 * keys.length);
        }
        int at = slot(key);
        keys[at] = key;
        values[at] = now << PORT_BITS | port;
        size++;
        return NEW;
    }

    /** Forgets who was behind a port. */
    void forget(int port) {
        retain(value -> port(value) != port, keys.length);
    }

    void clear() {
        retain(value -> false, 32);
    }

    /** Builds the table anew: seldom, so that look-ups need no marks of the deleted. */
    private void retain(LongPredicate stays, int capacity) {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[capacity];
        values = new long[capacity];
        shift = Long.SIZE - Integer.numberOfTrailingZeros(capacity);
        int before = size;
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0 && stays.test(oldValues[i])) {
                int at = slot(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
                size++;
            }
        }
        changes += size < before ? 1 : 0;
    }

    /** Where a key is, or where it would be. */
    private int slot(long key) {
        int mask = keys.length - 1;
        int at = (int) (key * GOLDEN >>> shift);
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private boolean isOld(long value, long now) {
        return now - (value >>> PORT_BITS) >= ageing;
    }

    private static int port(long value) {
        return (int) value & PORTS - 1;
    }

    /** Tells of every station that is not forgotten, in no order that means anything. */
    void forEach(long now, Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0 && !isOld(values[i], now)) {
                visitor.station(keys[i], port(values[i]), now - (values[i] >>> PORT_BITS));
            }
        }
    }

    /** Hears of stations. */
    interface Visitor {
        void station(long key, int port, long age);
    }
}
