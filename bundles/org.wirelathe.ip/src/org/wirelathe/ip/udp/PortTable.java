package org.wirelathe.ip.udp;

import org.wirelathe.api.time.RandomStream;

/**
 * Open ports by their two ends: a hash with chains through the ports themselves, no boxing and no entry objects. An end
 * that is not set is all zeros, so that each kind of match is one look into the table. The hash is keyed, so that
 * nobody can choose ends that collide; of ports with the same ends the one that was added last stands first.
 */
final class PortTable {
    private final long key;
    private UdpPort[] heads = new UdpPort[16];
    private int size;

    PortTable(RandomStream random) {
        this.key = random.nextLong();
    }

    /** The first port with exactly these ends, or {@code null}. */
    UdpPort find(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow, int remotePort) {
        UdpPort port = heads[hash(localHigh, localLow, localPort, remoteHigh, remoteLow, remotePort)
                & heads.length - 1];
        while (port != null && !port.has(localHigh, localLow, localPort, remoteHigh, remoteLow, remotePort)) {
            port = port.nextInTable;
        }
        return port;
    }

    /** The next port with the same ends, or {@code null}. */
    static UdpPort another(UdpPort port) {
        UdpPort next = port.nextInTable;
        while (next != null && !next.has(port.localHigh, port.localLow, port.localPort, port.remoteHigh,
                port.remoteLow, port.remotePort)) {
            next = next.nextInTable;
        }
        return next;
    }

    void add(UdpPort port) {
        if (++size > heads.length) {
            grow();
        }
        link(port);
    }

    /** Removes a port that is in the table, by the ends that it was added with. */
    void remove(UdpPort port) {
        int bucket = bucket(port);
        UdpPort before = null;
        for (UdpPort p = heads[bucket]; p != port; p = p.nextInTable) {
            before = p;
        }
        if (before == null) {
            heads[bucket] = port.nextInTable;
        } else {
            before.nextInTable = port.nextInTable;
        }
        port.nextInTable = null;
        size--;
    }

    private void grow() {
        UdpPort[] smaller = heads;
        heads = new UdpPort[2 * smaller.length];
        for (UdpPort chain : smaller) {
            // Linking turns a chain round, so it is turned round before: the order of equals stays.
            UdpPort turned = null;
            for (UdpPort port = chain; port != null;) {
                UdpPort next = port.nextInTable;
                port.nextInTable = turned;
                turned = port;
                port = next;
            }
            for (UdpPort port = turned; port != null;) {
                UdpPort next = port.nextInTable;
                link(port);
                port = next;
            }
        }
    }

    private void link(UdpPort port) {
        int bucket = bucket(port);
        port.nextInTable = heads[bucket];
        heads[bucket] = port;
    }

    private int bucket(UdpPort port) {
        return hash(port.localHigh, port.localLow, port.localPort, port.remoteHigh, port.remoteLow, port.remotePort)
                & heads.length - 1;
    }

    private int hash(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow, int remotePort) {
        long h = (remoteLow ^ key) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32 ^ remoteHigh) * 0xC2B2AE3D27D4EB4FL;
        h = (h ^ h >>> 29 ^ (remotePort << 16 | localPort)) * 0x9E3779B97F4A7C15L;
        h = (h ^ h >>> 32 ^ localLow ^ Long.rotateLeft(localHigh, 17)) * 0xD6E8FEB86659FD93L;
        return (int) (h ^ h >>> 32);
    }
}
