package org.wirelathe.ethernet;

import java.util.Arrays;

import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Mac;

/**
 * One interface's frames: checked, told apart by VLAN, and given to the link of that VLAN. Each is counted once more, as
 * dropped here or as the link counts it (docs/counters.md).
 */
final class EthernetPort {
    final NodeContext node;
    final NetworkInterface nic;
    final Discards discards;
    private final long mac;
    private final EthernetHeader header = new EthernetHeader();
    private EthernetLink[] links = new EthernetLink[0];

    private final Counter linkIn;
    private final Counter rxTruncated;
    private final Counter rxSourceInvalid;
    private final Counter rxOwnSource;
    private final Counter rxVlanUnknown;

    EthernetPort(NodeContext node, NetworkInterface nic) {
        this.node = node;
        this.nic = nic;
        mac = nic.mac();
        discards = new Discards(node);
        linkIn = node.counters().counter(nic.name(), "linkIn");
        rxTruncated = node.counters().drop(nic.name(), "rxTruncated");
        rxSourceInvalid = node.counters().drop(nic.name(), "rxSourceInvalid");
        rxOwnSource = node.counters().drop(nic.name(), "rxOwnSource");
        rxVlanUnknown = node.counters().drop(nic.name(), "rxVlanUnknown");
        nic.receiver(this::received);
    }

    EthernetLink open(LinkSettings settings) {
        if (find(settings.vlan()) != null) {
            throw new IllegalArgumentException(nic.name() + " has a link for "
                    + (settings.vlan() == 0 ? "frames without a tag" : "VLAN " + settings.vlan()) + " already");
        }
        EthernetLink link = new EthernetLink(this, settings);
        links = Arrays.copyOf(links, links.length + 1);
        links[links.length - 1] = link;
        return link;
    }

    private EthernetLink find(int vlan) {
        for (EthernetLink link : links) {
            if (link.vlan() == vlan) {
                return link;
            }
        }
        return null;
    }

    private void received(Packet frame) {
        linkIn.increment();
        if (header.over(frame.bytes, frame.head).check(frame.tail) != Fault.NONE) {
            discards.drop(frame, rxTruncated);
            return;
        }
        long destination = header.destination();
        long source = header.source();
        int etherType = header.etherType();
        if (Mac.isGroup(source)) {
            discards.drop(frame, rxSourceInvalid);
        } else if (source == mac) {
            discards.drop(frame, rxOwnSource); // it came back: there is a loop
        } else if (etherType == EtherType.VLAN) {
            tagged(frame, destination);
        } else {
            frame.pull(EthernetHeader.LENGTH);
            deliver(frame, destination, VlanTag.PRIORITY_ONLY, etherType);
        }
    }

    private void tagged(Packet frame, long destination) {
        if (frame.length() < EthernetHeader.LENGTH + VlanTag.LENGTH) {
            discards.drop(frame, rxTruncated);
            return;
        }
        int vlan = VlanTag.vlan(frame.bytes, frame.head);
        frame.pull(VlanTag.LENGTH);
        int etherType = header.over(frame.bytes, frame.head).etherType();
        frame.pull(EthernetHeader.LENGTH);
        deliver(frame, destination, vlan, etherType);
    }

    private void deliver(Packet packet, long destination, int vlan, int etherType) {
        EthernetLink link = find(vlan);
        if (link == null) {
            discards.drop(packet, rxVlanUnknown);
        } else {
            link.received(packet, destination, etherType);
        }
    }
}
