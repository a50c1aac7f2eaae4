package org.wirelathe.api.packet;

import java.util.Arrays;

/**
 * The run's packets: last in, first out, so that the buffer handed out is the one still in the cache. Belongs to the
 * loop's thread. At the end of a run, when every queue has been emptied, {@link #inUse} is 0; anything else is a leak.
 *
 * <p>Buffers come in three sizes: for a frame of 1500 bytes of payload, for a jumbo frame of 9000, and for the 64 KiB
 * of a packet that a card is to cut into segments.
 */
public final class PacketPool {
    /** Bytes behind the headroom, by size: a payload and all headers above it, with room to spare. */
    private static final int[] ROOM = {1776, 9264, 65_792};
    /** Bytes in the buffer of an ordinary packet. */
    public static final int CAPACITY = Packet.HEADROOM + ROOM[0];

    private final Packet[][] free = {new Packet[256], new Packet[0], new Packet[0]};
    private final int[] count = new int[ROOM.length];
    private long made;
    private long given;
    private long ids;

    /** Makes ordinary packets until {@code stock} lie in the pool: what a run is likely to need is then there. */
    public void fill(int stock) {
        if (stock > free[0].length) {
            free[0] = Arrays.copyOf(free[0], stock);
        }
        while (count[0] < stock) {
            Packet packet = new Packet(this, 0, CAPACITY);
            packet.free = true;
            made++;
            given++;
            free[0][count[0]++] = packet;
        }
    }

    /** An empty packet that begins behind {@link Packet#HEADROOM}; its bytes are whatever the last user left. */
    public Packet take() {
        return take(0, Packet.HEADROOM);
    }

    /**
     * An empty packet that begins behind {@link Packet#HEADROOM} and has room for {@code length} bytes.
     *
     * @param length up to 65,792
     */
    public Packet takeFor(int length) {
        int size = 0;
        while (length > ROOM[size]) {
            size++;
        }
        return take(size, Packet.HEADROOM);
    }

    /** An empty packet that begins at {@code headroom}. */
    public Packet take(int headroom) {
        return take(0, headroom);
    }

    Packet take(int size, int headroom) {
        Packet packet;
        if (count[size] > 0) {
            packet = free[size][--count[size]];
            packet.free = false;
            given--;
        } else {
            packet = new Packet(this, size, Packet.HEADROOM + ROOM[size]);
            made++;
        }
        packet.head = headroom;
        packet.tail = headroom;
        packet.id = ++ids;
        return packet;
    }

    void give(Packet packet) {
        if (packet.free) {
            throw new IllegalStateException("packet released twice");
        }
        packet.free = true;
        packet.next = null;
        packet.corrupted = false;
        packet.lost = false;
        packet.checksum = Packet.CHECKSUM_NONE;
        packet.segmentSize = 0;
        int size = packet.size;
        if (count[size] == free[size].length) {
            free[size] = Arrays.copyOf(free[size], Math.max(16, 2 * count[size]));
        }
        free[size][count[size]++] = packet;
        given++;
    }

    /** How many packets are out of the pool. */
    public long inUse() {
        return made - given;
    }

    /** How many packets have ever been made. */
    public long made() {
        return made;
    }
}
