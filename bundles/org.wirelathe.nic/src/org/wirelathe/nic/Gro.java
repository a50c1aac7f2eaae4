package org.wirelathe.nic;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/**
 * Generic receive offload (B13): puts TCP segments of one flow that follow each other in one round together, by the
 * rules of Linux's {@code inet_gro_receive}, {@code ipv6_gro_receive} and {@code tcp_gro_receive}. Cutting what it has
 * put together gives back the same frames.
 */
final class Gro {
    /** Flows held at a time; Linux holds eight in a bucket. */
    private static final int FLOWS = 8;

    private final PacketPool packets;
    private final FrameReceiver up;
    private final Merge[] flows = new Merge[FLOWS];
    private final TransportView view = new TransportView();
    private final Counter rxGroMerged;
    private int count;

    Gro(NodeContext node, String place, FrameReceiver up) {
        packets = node.packets();
        this.up = up;
        rxGroMerged = node.counters().counter(place, "rxGroMerged");
    }

    void received(Packet frame) {
        if (frame.checksum != Packet.CHECKSUM_VERIFIED || !view.over(frame) || view.protocol != Protocol.TCP
                || view.tcpHeader() == 0) {
            up.received(frame);
            return;
        }
        int held = find();
        boolean mergeable = isMergeable();
        if (held >= 0 && mergeable && flows[held].takes(view)) {
            boolean last = flows[held].add(view);
            rxGroMerged.increment();
            frame.release();
            if (last) {
                flush(held);
            }
            return;
        }
        if (held >= 0) {
            flush(held); // what comes later of a flow must not overtake
        }
        if (mergeable && (Bytes.u8(view.bytes, view.transport + 13) & TcpHeader.PSH) == 0) {
            hold(frame);
        } else {
            up.received(frame);
        }
    }

    private int find() {
        for (int i = 0; i < count; i++) {
            if (flows[i].isFlowOf(view)) {
                return i;
            }
        }
        return -1;
    }

    /** Data, no flags but ACK and PSH, no IP options or extension headers. */
    private boolean isMergeable() {
        return view.transport - view.ip == view.plainIp() && view.end > view.transport + view.tcpHeader()
                && (Bytes.u8(view.bytes, view.transport + 13) & ~TcpHeader.PSH) == TcpHeader.ACK;
    }

    private void hold(Packet frame) {
        if (count == FLOWS) {
            flush(0);
        }
        if (flows[count] == null) {
            flows[count] = new Merge(packets);
        }
        flows[count++].begin(frame);
    }

    /** Hands up one flow; those behind it keep their order. */
    private void flush(int index) {
        Merge flow = flows[index];
        count--;
        for (int i = index; i < count; i++) {
            flows[i] = flows[i + 1];
        }
        flows[count] = flow;
        up.received(flow.end());
    }

    /** The round is over: hands up everything, oldest first. */
    void flush() {
        while (count > 0) {
            flush(0);
        }
    }
}
