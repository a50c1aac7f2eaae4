package org.wirelathe.ethernet;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.FaultCounters;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Takes ARP packets (RFC 826, RFC 5227), believes what may be believed, and answers for this station. */
final class ArpInput {
    private final EthernetLink link;
    private final Resolver resolver;
    private final long mac;
    private int address;

    private final Counter inPackets;
    private final Counter outReplies;
    private final Counter unsolicited;
    private final Counter conflicts;
    private final Counter senderInvalid;
    private final FaultCounters faults;

    ArpInput(NodeContext node, NetworkInterface nic, EthernetLink link, Resolver resolver) {
        this.link = link;
        this.resolver = resolver;
        mac = nic.mac();
        String place = nic.name();
        inPackets = node.counters().counter(place, "arpInPackets");
        outReplies = node.counters().counter(place, "arpOutReplies");
        unsolicited = node.counters().drop(place, "arpInUnsolicited");
        conflicts = node.counters().drop(place, "arpInConflict");
        senderInvalid = node.counters().drop(place, "arpInSender");
        faults = new FaultCounters(node.counters(), place, "arpIn");
    }

    void address(int ipv4) {
        address = ipv4;
    }

    /** Packet reception, in the order and, where quoted, the words of RFC 826. */
    void received(Packet packet) {
        inPackets.increment();
        ArpPacket arp = new ArpPacket(packet.bytes, packet.head);
        // "Do I have the hardware type in ar$hrd? ... Do I speak the protocol in ar$pro?"
        Fault fault = arp.check(packet.tail);
        if (fault != Fault.NONE) {
            faults.count(fault);
            packet.release();
            return;
        }
        Counter hostile = hostile(arp);
        if (hostile != null) {
            hostile.increment();
            packet.release();
            return;
        }
        // "If the pair <protocol type, sender protocol address> is already in my translation table, update the
        // sender hardware address field of the entry with the new information in the packet and set Merge_flag"
        boolean merged = resolver.update(arp.senderAddress(), arp.senderMac());
        // "Am I the target protocol address?"
        if (arp.targetAddress() != address || address == Ipv4.ANY) {
            packet.release();
            return;
        }
        boolean request = arp.operation() == ArpPacket.REQUEST;
        // "If Merge_flag is false, add the triplet": like Linux not for an answer that nobody asked for.
        if (!merged && !request) {
            unsolicited.increment();
            packet.release();
            return;
        }
        if (!merged && arp.senderAddress() != Ipv4.ANY) {
            resolver.add(arp.senderAddress(), arp.senderMac());
        }
        // "Is the opcode ares_op$REQUEST? (NOW look at the opcode!!)"
        if (request) {
            reply(packet, arp);
        } else {
            packet.release();
        }
    }

    /** Why a well-formed packet is not to be believed; {@code null} when it is. Sender 0.0.0.0 probes (RFC 5227). */
    private Counter hostile(ArpPacket arp) {
        long sender = arp.senderMac();
        int senderAddress = arp.senderAddress();
        if (sender == 0 || sender == mac || Mac.isGroup(sender)
                || senderAddress != Ipv4.ANY && !Ipv4.isUnicast(senderAddress)) {
            return senderInvalid;
        }
        return senderAddress == address && address != Ipv4.ANY ? conflicts : null;
    }

    /** "Swap hardware and protocol fields, putting the local hardware and protocol addresses in the sender fields." */
    private void reply(Packet packet, ArpPacket arp) {
        long asker = arp.senderMac();
        int askerAddress = arp.senderAddress();
        packet.trim(ArpPacket.LENGTH);
        arp.write(ArpPacket.REPLY, mac, address, asker, askerAddress);
        outReplies.increment();
        link.transmit(packet, asker, EtherType.ARP);
    }
}
