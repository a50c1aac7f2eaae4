package org.wirelathe.api.packet;

/**
 * Packets first in, first out, linked through {@link Packet#next}: what a queue, a line, a pending list is made of.
 * Adding and taking allocate nothing. It owns what it holds.
 */
public final class PacketFifo {
    private Packet first;
    private Packet last;
    private int size;

    /** Appends a packet that stands in no other queue. */
    public void add(Packet packet) {
        packet.next = null;
        if (first == null) {
            first = packet;
        } else {
            last.next = packet;
        }
        last = packet;
        size++;
    }

    /** Puts a packet before all others: it was taken out and could not go on. */
    public void addFirst(Packet packet) {
        packet.next = first;
        if (first == null) {
            last = packet;
        }
        first = packet;
        size++;
    }

    /**
     * Takes out every packet behind {@code last}, or every packet when it is {@code null}, and puts them into
     * {@code rest} in the same order.
     *
     * @param rest an empty one
     */
    public void splitAfter(Packet last, PacketFifo rest) {
        Packet from = last == null ? first : last.next;
        if (from == null) {
            return;
        }
        rest.first = from;
        rest.last = this.last;
        for (Packet packet = from; packet != null; packet = packet.next) {
            rest.size++;
        }
        size -= rest.size;
        this.last = last;
        if (last == null) {
            first = null;
        } else {
            last.next = null;
        }
    }

    /** Takes the oldest packet out; {@code null} when there is none. */
    public Packet poll() {
        Packet packet = first;
        if (packet != null) {
            first = packet.next;
            packet.next = null;
            size--;
        }
        return packet;
    }

    /** The oldest packet, left where it is; {@code null} when there is none. */
    public Packet peek() {
        return first;
    }

    /** Number of packets held. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return first == null;
    }

    /** Releases every packet held; returns how many. */
    public int releaseAll() {
        int count = size;
        for (Packet packet = poll(); packet != null; packet = poll()) {
            packet.release();
        }
        return count;
    }
}
