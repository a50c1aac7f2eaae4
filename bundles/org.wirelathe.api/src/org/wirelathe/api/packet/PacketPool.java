package org.wirelathe.api.packet;

import java.util.Arrays;

/**
 * The run's packets: last in, first out, so that the buffer handed out is the one still in the cache. Belongs to the
 * loop's thread. At the end of a run, when every queue has been emptied, {@link #inUse} is 0; anything else is a leak.
 */
public final class PacketPool {
    /** Bytes behind the headroom: an Ethernet payload of 1500 and all headers above it, with room to spare. */
    private static final int ROOM = 1776;
    /** Bytes in a packet's buffer. */
    public static final int CAPACITY = Packet.HEADROOM + ROOM;

    private Packet[] free = new Packet[256];
    private int count;
    private long made;

    /** Makes packets until {@code stock} lie in the pool: what a run is likely to need is then not made while it runs. */
    public void fill(int stock) {
        if (stock > free.length) {
            free = Arrays.copyOf(free, stock);
        }
        while (count < stock) {
            Packet packet = new Packet(this, CAPACITY);
            packet.free = true;
            made++;
            free[count++] = packet;
        }
    }

    /** An empty packet that begins behind {@link Packet#HEADROOM}; its bytes are whatever the last user left. */
    public Packet take() {
        return take(Packet.HEADROOM);
    }

    /** An empty packet that begins at {@code headroom}. */
    public Packet take(int headroom) {
        Packet packet;
        if (count > 0) {
            packet = free[--count];
            packet.free = false;
        } else {
            packet = new Packet(this, CAPACITY);
            made++;
        }
        packet.head = headroom;
        packet.tail = headroom;
        return packet;
    }

    void give(Packet packet) {
        if (packet.free) {
            throw new IllegalStateException("packet released twice");
        }
        packet.free = true;
        packet.next = null;
        packet.corrupted = false;
        if (count == free.length) {
            free = Arrays.copyOf(free, 2 * count);
        }
        free[count++] = packet;
    }

    /** How many packets are out of the pool. */
    public long inUse() {
        return made - count;
    }

    /** How many packets have ever been made. */
    public long made() {
        return made;
    }
}
