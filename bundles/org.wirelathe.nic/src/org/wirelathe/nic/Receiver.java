package org.wirelathe.nic;

import org.wirelathe.api.nic.DescriptorRing;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;

/**
 * The receiving half of a card (B5): CRC and length check, MAC control frames, transport checksum, then DMA into a
 * buffer that the driver posted, then the interrupt line. A frame that finds no buffer waits in the card while that has
 * room (B10), or is dropped and counted.
 */
final class Receiver {
    private final NodeContext node;
    private final String place;
    private final Probes probes;
    private final DescriptorRing ring;
    private final InterruptLine interrupts;
    private final FlowControl flow;
    private final TransportView view = new TransportView();
    private final PacketFifo waiting = new PacketFifo();
    private int waitingBytes;
    private int capacity;
    private int longest;
    private boolean verify;

    private final Counter rxPackets;
    private final Counter rxBytes;
    private final Counter rxRingFull;
    private final Counter rxCrcErrors;
    private final Counter rxTooLong;
    private final Counter rxNoBuffer;
    private final Counter rxCardFull;

    Receiver(NodeContext node, NicSpec spec, DescriptorRing ring, LinePort port, InterruptLine interrupts,
            FlowControl flow) {
        this.node = node;
        place = spec.name();
        probes = node.probes();
        this.ring = ring;
        this.interrupts = interrupts;
        this.flow = flow;
        rxPackets = node.counters().counter(place, "rxPackets");
        rxBytes = node.counters().counter(place, "rxBytes");
        rxRingFull = node.counters().counter(place, "rxRingFull");
        rxCrcErrors = node.counters().drop(place, "rxCrcErrors");
        rxTooLong = node.counters().drop(place, "rxTooLong");
        rxNoBuffer = node.counters().drop(place, "rxNoBuffer");
        rxCardFull = node.counters().drop(place, "rxCardFull");
        refit(spec);
        port.connect(this::received);
    }

    void refit(NicSpec spec) {
        capacity = spec.cardBuffer();
        longest = longest(spec.mtu());
        verify = spec.offloads().rxChecksum();
    }

    /** Bytes of the longest frame at an MTU: a header and one VLAN tag (IEEE 802.3 §3.2.7) more. */
    static int longest(int mtu) {
        return mtu + EthernetHeader.LENGTH + 4;
    }

    private void received(Packet frame) {
        if (frame.corrupted) {
            drop(frame, rxCrcErrors);
        } else if (frame.length() > longest) {
            drop(frame, rxTooLong);
        } else if (isControl(frame)) {
            flow.received(frame);
        } else {
            if (verify && view.over(frame) && view.verifies()) {
                frame.checksum = Packet.CHECKSUM_VERIFIED;
            }
            if (ring.unfetched() > 0 && waiting.isEmpty()) {
                deliver(frame);
            } else {
                hold(frame);
            }
        }
    }

    private static boolean isControl(Packet frame) {
        return frame.length() >= EthernetHeader.LENGTH
                && Bytes.u16(frame.bytes, frame.head + 12) == FlowControl.ETHER_TYPE;
    }

    private void deliver(Packet frame) {
        rxPackets.increment();
        rxBytes.add(frame.length());
        if (probes.on) {
            probes.packet(Stage.DMA_IN, node.name(), place, frame);
        }
        ring.complete(frame);
        if (probes.on) {
            probes.packet(Stage.RING, node.name(), place, frame);
        }
        interrupts.frameArrived();
    }

    private void hold(Packet frame) {
        int length = frame.length();
        if (capacity == 0) {
            drop(frame, rxNoBuffer);
        } else if (waitingBytes + length > capacity) {
            drop(frame, rxCardFull);
        } else {
            rxRingFull.increment();
            waiting.add(frame);
            waitingBytes += length;
            flow.fill(waitingBytes);
        }
    }

    /** Buffers were posted: what waits goes into them. */
    void buffersPosted() {
        while (!waiting.isEmpty() && ring.unfetched() > 0) {
            Packet frame = waiting.poll();
            waitingBytes -= frame.length();
            deliver(frame);
            flow.fill(waitingBytes);
        }
    }

    private void drop(Packet frame, Counter reason) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node.name(), reason.name(), frame);
        }
        frame.release();
    }

    /** Frames that wait in the card for a buffer. */
    int waiting() {
        return waiting.size();
    }

    int waitingBytes() {
        return waitingBytes;
    }

    void close() {
        capacity = 0;
        waitingBytes = 0;
        waiting.releaseAll();
    }
}
