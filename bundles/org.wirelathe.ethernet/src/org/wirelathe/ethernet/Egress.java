package org.wirelathe.ethernet;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;

/** How frames leave a switch: copied when there are several ways, tagged as the port has it, and not too long. */
final class Egress {
    private final String node;
    private final PacketPool packets;
    private final Probes probes;
    private final Discards discards;
    private final BridgePort[] ports;
    private final boolean knowsVlans;
    private final Counter copies;

    Egress(NodeContext node, BridgePort[] ports, boolean knowsVlans) {
        this.node = node.name();
        this.ports = ports;
        this.knowsVlans = knowsVlans;
        packets = node.packets();
        probes = node.probes();
        discards = new Discards(node);
        copies = node.counters().counter("switch", "copies");
    }

    /**
     * Sends a frame to every open port of its VLAN but the one where it came in.
     *
     * @return false when there is none; the frame stays with the caller
     */
    boolean flood(BridgePort in, int vlan, Packet frame) {
        BridgePort out = null;
        for (BridgePort port : ports) {
            if (port != in && port.isOpen() && port.carries(vlan)) {
                if (out != null) {
                    copies.increment();
                    send(out, vlan, copy(frame));
                }
                out = port;
            }
        }
        if (out == null) {
            return false;
        }
        send(out, vlan, frame);
        return true;
    }

    /** Sends a frame of that VLAN. */
    void send(BridgePort out, int vlan, Packet frame) {
        Packet ready = knowsVlans ? tag(out, vlan, frame) : frame;
        int payload = ready.length() - EthernetHeader.LENGTH - (isTagged(ready) ? VlanTag.LENGTH : 0);
        if (payload > out.nic.mtu() && ready.segmentSize == 0) {
            discards.drop(ready, out.txTooBig);
            return;
        }
        if (probes.on) {
            probes.packet(Stage.DEMUX, node, out.name, ready);
        }
        out.txFrames.increment();
        out.nic.send(ready);
    }

    private Packet tag(BridgePort out, int vlan, Packet frame) {
        if (out.untagged == vlan) {
            if (isTagged(frame)) {
                VlanTag.remove(frame);
                Padding.append(frame);
            }
            return frame;
        }
        if (isTagged(frame)) {
            VlanTag.rename(frame.bytes, frame.head, vlan);
            return frame;
        }
        Packet roomy = frame;
        if (frame.head < VlanTag.LENGTH) { // from a driver that leaves none
            roomy = copy(frame);
            frame.release();
        }
        VlanTag.insert(roomy, vlan);
        return roomy;
    }

    private static boolean isTagged(Packet frame) {
        return Bytes.u16(frame.bytes, frame.head + EthernetHeader.LENGTH - 2) == EtherType.VLAN;
    }

    private Packet copy(Packet frame) {
        int length = frame.length();
        Packet copy = packets.takeFor(length);
        System.arraycopy(frame.bytes, frame.head, copy.bytes, copy.put(length), length);
        copy.id = frame.id;
        copy.checksum = frame.checksum;
        copy.segmentSize = frame.segmentSize;
        return copy;
    }
}
