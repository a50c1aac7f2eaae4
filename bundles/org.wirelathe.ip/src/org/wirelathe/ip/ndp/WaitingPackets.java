package org.wirelathe.ip.ndp;

import org.wirelathe.api.packet.Packet;

/**
 * The packets that wait for neighbours' addresses (RFC 4861 §7.2.2), within limits: so much for one neighbour, so many
 * neighbours, so much in all. Who scans a subnet makes room only by pushing out who was asked for longest (RFC 6583
 * §7).
 */
final class WaitingPackets {
    /** Most memory of the packets that wait for one neighbour, bytes; then the oldest goes (unres_qlen_bytes). */
    static final int PENDING = 212_992;
    /** Most memory of the packets that wait for all of them, bytes. */
    static final int PENDING_IN_ALL = 4 * PENDING;
    /** Most neighbours that are asked for at a time. */
    static final int INCOMPLETE = 256;

    private final Output output;
    private final Incomplete incomplete = new Incomplete();
    private int bytes;

    WaitingPackets(Output output) {
        this.output = output;
    }

    /** Takes a packet in; returns as {@link #excess}. */
    Neighbour add(Neighbour neighbour, Packet packet) {
        if (neighbour.waiting() == 0) {
            incomplete.add(neighbour);
        }
        while (neighbour.waiting() > 0 && neighbour.pendingBytes() + packet.bytes.length > PENDING) {
            Packet oldest = neighbour.poll();
            bytes -= oldest.bytes.length;
            output.drop(oldest, output.pendingFull);
        }
        neighbour.add(packet);
        bytes += packet.bytes.length;
        return excess(neighbour);
    }

    /** A neighbour, but not this one, that is to be forgotten because too much waits; {@code null} for none. */
    Neighbour excess(Neighbour but) {
        Neighbour oldest = incomplete.first();
        if (oldest == but) {
            oldest = oldest.after;
        }
        return incomplete.size() > INCOMPLETE || bytes > PENDING_IN_ALL ? oldest : null;
    }

    /** The packet that has waited longest for the neighbour; {@code null} for none. */
    Packet poll(Neighbour neighbour) {
        Packet packet = neighbour.poll();
        if (packet != null) {
            bytes -= packet.bytes.length;
            if (neighbour.waiting() == 0) {
                incomplete.remove(neighbour);
            }
        }
        return packet;
    }

    /** The neighbour did not answer. What its packets' senders are told may itself come to wait for it. */
    void giveBack(Neighbour neighbour) {
        for (int left = neighbour.waiting(); left > 0 && neighbour.waiting() > 0; left--) {
            output.unresolved(poll(neighbour));
        }
    }

    /** The neighbour is forgotten. */
    void drop(Neighbour neighbour) {
        for (Packet packet = poll(neighbour); packet != null; packet = poll(neighbour)) {
            output.drop(packet, output.cacheFull);
        }
    }
}
