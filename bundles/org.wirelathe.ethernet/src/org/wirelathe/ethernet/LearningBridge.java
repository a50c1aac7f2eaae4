package org.wirelathe.ethernet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Mac;

/**
 * A learning switch (IEEE 802.1Q clause 8): notes behind which port each source is, sends a frame to the port of its
 * destination, and to all others when it does not know it.
 *
 * <p>Each packet ends in one of four ways, so that the counters balance: frames in, copies and frames of its own are
 * together frames out, frames taken and frames dropped by reason.
 */
final class LearningBridge implements Bridge {
    /** 01-80-C2-00-00-00 to 0F: never passed on (IEEE 802.1Q table 8-1). */
    private static final long RESERVED = 0x0180_C200_0000L;
    /** A station that talks on is noted anew this often, ns, at least. */
    private static final long REFRESH = 1_000_000_000L;
    private static final SwitchPort UNNAMED = SwitchPort.access(1);
    /** No VLAN: the frame was dropped. */
    private static final int REFUSED = -1;

    private final NodeContext node;
    private final BridgePort[] ports;
    private final boolean knowsVlans;
    private final MacTable table;
    private final long refresh;
    private final Egress egress;
    private final Discards discards;
    private final LoopGuard guard;
    private final EthernetHeader header = new EthernetHeader();

    private final Counter flooded;
    private final Counter moves;
    private final Counter tableFull;

    LearningBridge(NodeContext node, List<NetworkInterface> nics, SwitchSettings settings) {
        this.node = node;
        knowsVlans = !settings.ports().isEmpty();
        ports = new BridgePort[nics.size()];
        for (int i = 0; i < ports.length; i++) {
            NetworkInterface nic = nics.get(i);
            SwitchPort vlans = knowsVlans ? settings.ports().getOrDefault(nic.name(), UNNAMED) : null;
            ports[i] = new BridgePort(node, nic, i, vlans);
        }
        table = new MacTable(settings.tableSize(), settings.ageing());
        refresh = Math.min(REFRESH, settings.ageing() / 4);
        egress = new Egress(node, ports, knowsVlans);
        discards = new Discards(node);
        guard = settings.loopDetection() ? new LoopGuard(node, ports, egress, table, settings.recovery()) : null;
        flooded = node.counters().counter("switch", "flooded");
        moves = node.counters().counter("switch", "moves");
        tableFull = node.counters().counter("switch", "tableFull");
        for (BridgePort port : ports) {
            port.nic.receiver(frame -> received(port, frame));
        }
    }

    private void received(BridgePort in, Packet frame) {
        in.rxFrames.increment();
        if (header.over(frame.bytes, frame.head).check(frame.tail) != Fault.NONE) {
            discards.drop(frame, in.rxTruncated);
            return;
        }
        long destination = header.destination();
        long source = header.source();
        if (Mac.isGroup(source) || source == 0) {
            discards.drop(frame, in.rxSourceInvalid);
            return;
        }
        if ((destination & ~0xFL) == RESERVED) {
            discards.drop(frame, in.rxReserved);
            return;
        }
        int vlan = knowsVlans ? vlan(in, frame) : 0;
        if (vlan == REFUSED) {
            return;
        }
        if (destination == LoopFrame.DESTINATION && guard != null && guard.received(in, vlan, frame)) {
            return;
        }
        if (in.shut != null) {
            discards.drop(frame, in.rxBlocked);
        } else {
            relay(in, vlan, destination, source, frame);
        }
    }

    /** The VLAN of a frame that came in there (IEEE 802.1Q §6.9, §8.6.2); {@link #REFUSED} when it has been dropped. */
    private int vlan(BridgePort in, Packet frame) {
        int vlan = in.untagged;
        if (header.etherType() == EtherType.VLAN) {
            if (frame.length() < EthernetHeader.LENGTH + VlanTag.LENGTH) {
                discards.drop(frame, in.rxTruncated);
                return REFUSED;
            }
            int named = VlanTag.vlan(frame.bytes, frame.head);
            vlan = named == VlanTag.PRIORITY_ONLY ? vlan : named;
        }
        if (!in.carries(vlan)) {
            discards.drop(frame, in.rxVlanRefused);
            return REFUSED;
        }
        return vlan;
    }

    private void relay(BridgePort in, int vlan, long destination, long source, Packet frame) {
        long now = node.scheduler().now();
        long key = MacTable.key(vlan, source);
        if (key != in.heard || now - in.heardAt >= refresh || in.heardChanges != table.changes()) {
            learn(in, key, now);
        }
        if (frame.checksum == Packet.CHECKSUM_VERIFIED) {
            frame.checksum = Packet.CHECKSUM_NONE; // on the way out it means that there is nothing to add
        }
        int known = Mac.isGroup(destination) ? MacTable.NOBODY : table.find(MacTable.key(vlan, destination), now);
        if (known == MacTable.NOBODY) {
            flood(in, vlan, frame);
            return;
        }
        BridgePort out = ports[known];
        if (out == in) {
            discards.drop(frame, in.rxSamePort);
        } else if (out.isOpen() && out.carries(vlan)) {
            egress.send(out, vlan, frame);
        } else {
            table.forget(out.index); // the cable is gone, and everybody behind it
            flood(in, vlan, frame);
        }
    }

    private void learn(BridgePort in, long key, long now) {
        int before = table.learn(key, in.index, now);
        in.heard = before == MacTable.FULL ? 0 : key;
        in.heardAt = now;
        in.heardChanges = table.changes();
        if (before == MacTable.FULL) {
            tableFull.increment();
            if (guard != null) {
                guard.blind(MacTable.vlan(key), now);
            }
        } else if (before >= 0) {
            moves.increment();
            if (guard != null) {
                guard.moved(key, ports[before], in, now);
            }
        }
    }

    private void flood(BridgePort in, int vlan, Packet frame) {
        flooded.increment();
        if (!egress.flood(in, vlan, frame)) {
            discards.drop(frame, in.rxNoPort);
        }
    }

    @Override
    public List<StationRow> stations() {
        List<StationRow> rows = new ArrayList<>(table.size());
        table.forEach(node.scheduler().now(), (key, port, age) -> rows.add(
                new StationRow(MacTable.mac(key), MacTable.vlan(key), ports[port].name, age)));
        rows.sort(Comparator.comparingInt(StationRow::vlan).thenComparingLong(StationRow::mac));
        return rows;
    }

    @Override
    public List<PortRow> ports() {
        List<PortRow> rows = new ArrayList<>(ports.length);
        for (BridgePort port : ports) {
            rows.add(new PortRow(port.name, port.shut != null, port.shut == null ? "" : port.shut));
        }
        return rows;
    }

    @Override
    public void flush() {
        table.clear();
    }

    @Override
    public void close() {
        if (guard != null) {
            guard.close();
        }
    }
}
