package org.wirelathe.tcp;

import org.wirelathe.api.time.RandomStream;

/**
 * Connections by their four-tuple (B28): an open-addressing hash with linear probing, no boxing and no entry objects.
 * The hash is keyed, so that nobody can choose tuples that collide; nothing depends on the order of the slots.
 */
final class ConnectionTable {
    private final long key;
    private TcpConnection[] slots = new TcpConnection[16];
    private int size;

    ConnectionTable(RandomStream random) {
        this.key = random.nextLong();
    }

    /** The connection of exactly that four-tuple, or {@code null}. */
    TcpConnection find(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow, int remotePort) {
        int mask = slots.length - 1;
        int slot = hash(localHigh, localLow, localPort, remoteHigh, remoteLow, remotePort) & mask;
        for (TcpConnection c = slots[slot]; c != null; c = slots[slot]) {
            if (c.remotePort == remotePort && c.remoteLow == remoteLow && c.localPort == localPort
                    && c.localLow == localLow && c.remoteHigh == remoteHigh && c.localHigh == localHigh) {
                return c;
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    /** Adds a connection whose four-tuple is not in the table. */
    void add(TcpConnection connection) {
        if (2 * ++size > slots.length) {
            TcpConnection[] smaller = slots;
            slots = new TcpConnection[2 * smaller.length];
            for (TcpConnection c : smaller) {
                if (c != null) {
                    slots[free(c)] = c;
                }
            }
        }
        slots[free(connection)] = connection;
    }

    /** Removes a connection that is in the table. */
    void remove(TcpConnection connection) {
        int mask = slots.length - 1;
        int hole = home(connection);
        while (slots[hole] != connection) {
            hole = hole + 1 & mask;
        }
        size--;
        // Close the gap: whoever was pushed past it by a collision moves back, so that no tombstones are needed.
        for (int slot = hole + 1 & mask; slots[slot] != null; slot = slot + 1 & mask) {
            int home = home(slots[slot]);
            if ((slot - home & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = null;
    }

    int size() {
        return size;
    }

    private int free(TcpConnection c) {
        int slot = home(c);
        while (slots[slot] != null) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private int home(TcpConnection c) {
        return hash(c.localHigh, c.localLow, c.localPort, c.remoteHigh, c.remoteLow, c.remotePort) & slots.length - 1;
    }

    private int hash(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow, int remotePort) {
        long h = (remoteLow ^ key) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32 ^ remoteHigh) * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ h >>> 29 ^ (remotePort << 16 | localPort)) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32 ^ localLow ^ Long.rotateLeft(localHigh, 17)) * 0xD6E8FEB86659FD93L;
        return (int) (h ^ h >>> 32);
    }
}
