package org.wirelathe.tcp;

import java.util.function.BiConsumer;
import java.util.function.Consumer;


import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.Segmentation;
import org.wirelathe.wire.TcpHeader;

/**
 * What a card with all offloads does, for tests, in the plainest way: on the way out it cuts and completes, on the way
 * in it verifies, and puts together what follows each other within 50 us (B13). Packets begin at the TCP header.
 */
final class Card {
    private static final long PATIENCE = 50_000;
    private static final int MOST = 0xFFFF - Ipv4Header.LEAST;

    private final PacketPool pool;
    private final Scheduler scheduler;
    private final BiConsumer<Packet, IpAddress> up;
    private final Timer flush;
    private Packet held;
    private IpAddress source;
    private boolean ended;
    /** How many packets of several segments went each way. */
    int cut;
    int joined;

    /** @param up takes packets and the address they come from */
    Card(Scheduler scheduler, PacketPool pool, BiConsumer<Packet, IpAddress> up) {
        this.scheduler = scheduler;
        this.pool = pool;
        this.up = up;
        this.flush = scheduler.timer(this::flush);
    }

    private static TcpHeader header(Packet packet) {
        return new TcpHeader(packet.bytes, packet.head);
    }

    private static int text(Packet packet) {
        return packet.length() - header(packet).headerLength();
    }

    void send(Packet packet, IpAddress from, IpAddress to, Consumer<Packet> line) {
        if (packet.checksum != Packet.CHECKSUM_PARTIAL) {
            throw new AssertionError("the card was to complete the checksum");
        }
        if (packet.segmentSize == 0) {
            header(packet).complete(packet.tail);
            packet.checksum = Packet.CHECKSUM_NONE;
            line.accept(packet);
            return;
        }
        cut++;
        int at = packet.push(Ipv4Header.LEAST);
        new Ipv4Header(packet.bytes, at).write(0, packet.length(), 0, 0, 64, Protocol.TCP, from.v4(), to.v4());
        Segmentation cutter = new Segmentation().over(packet.bytes, at, packet.tail, packet.segmentSize);
        for (int i = 0; i < cutter.count(); i++) {
            Packet segment = pool.takeFor(cutter.length(i));
            cutter.write(i, segment.bytes, segment.put(cutter.length(i)), true);
            segment.pull(Ipv4Header.LEAST);
            line.accept(segment);
        }
        packet.release();
    }

    void receive(Packet packet, IpAddress from, IpAddress to) {
        TcpHeader header = header(packet);
        if (header.verifies(from.v4(), to.v4(), packet.tail)) {
            packet.checksum = Packet.CHECKSUM_VERIFIED;
        }
        if (held != null && (packet.checksum != Packet.CHECKSUM_VERIFIED || !joins(packet, header, from))) {
            flush();
        }
        if (held != null) {
            append(packet, header);
        } else if (packet.checksum == Packet.CHECKSUM_VERIFIED && text(packet) > 0
                && header.flags() == TcpHeader.ACK) {
            held = pool.takeFor(MOST);
            System.arraycopy(packet.bytes, packet.head, held.bytes, held.put(packet.length()), packet.length());
            held.checksum = Packet.CHECKSUM_VERIFIED;
            packet.release();
            source = from;
            ended = false;
            flush.armAt(scheduler.now() + PATIENCE);
        } else {
            up.accept(packet, from);
        }
    }

    private boolean joins(Packet packet, TcpHeader header, IpAddress from) {
        TcpHeader first = header(held);
        int size = held.segmentSize == 0 ? text(held) : held.segmentSize;
        return !ended && from.equals(source) && header.sourcePort() == first.sourcePort()
                && header.destinationPort() == first.destinationPort()
                && (header.flags() & ~(TcpHeader.PSH | TcpHeader.FIN)) == TcpHeader.ACK
                && header.headerLength() == first.headerLength()
                && header.acknowledgment() == first.acknowledgment() && header.window() == first.window()
                && header.sequence() == first.sequence() + text(held)
                && text(packet) > 0 && text(packet) <= size && held.length() + text(packet) <= MOST;
    }

    private void append(Packet packet, TcpHeader header) {
        if (held.segmentSize == 0) {
            held.segmentSize = text(held);
            joined++;
        }
        int length = text(packet);
        ended = length < held.segmentSize || header.flags() != TcpHeader.ACK;
        held.bytes[held.head + 13] |= (byte) header.flags();
        System.arraycopy(packet.bytes, packet.tail - length, held.bytes, held.put(length), length);
        packet.release();
    }

    private void flush() {
        Packet packet = held;
        held = null;
        flush.cancel();
        up.accept(packet, source);
    }
}
