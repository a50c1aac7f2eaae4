package org.wirelathe.ethernet;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.FaultCounters;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/**
 * Takes ARP packets (RFC 826, RFC 5227), believes what may be believed, and answers for this station. Each is counted
 * once: as answered, as an answer, as meant for others, or as dropped.
 */
final class ArpInput {
    private final EthernetLink link;
    private final Resolver resolver;
    private final Addresses addresses;
    private final long mac;
    private final Discards discards;

    private final Counter inPackets;
    private final Counter outReplies;
    private final Counter inReplies;
    /** For another station, or for one that does not answer yet; what they say of their senders is of use. */
    private final Counter inOthers;
    private final Counter unsolicited;
    private final Counter conflicts;
    private final Counter senderInvalid;
    private final FaultCounters faults;

    ArpInput(NodeContext node, EthernetLink link, Resolver resolver, Addresses addresses) {
        this.link = link;
        this.resolver = resolver;
        this.addresses = addresses;
        mac = link.nic().mac();
        discards = new Discards(node);
        String place = link.name();
        inPackets = node.counters().counter(place, "arpInPackets");
        outReplies = node.counters().counter(place, "arpOutReplies");
        inReplies = node.counters().counter(place, "arpInReplies");
        inOthers = node.counters().counter(place, "arpInOthers");
        unsolicited = node.counters().drop(place, "arpInUnsolicited");
        conflicts = node.counters().drop(place, "arpInConflict");
        senderInvalid = node.counters().drop(place, "arpInSender");
        faults = new FaultCounters(node.counters(), place, "arpIn");
    }

    /** Packet reception, in the order and, where quoted, the words of RFC 826. */
    void received(Packet packet) {
        inPackets.increment();
        ArpPacket arp = new ArpPacket(packet.bytes, packet.head);
        // "Do I have the hardware type in ar$hrd? ... Do I speak the protocol in ar$pro?"
        Fault fault = arp.check(packet.tail);
        if (fault != Fault.NONE) {
            discards.drop(packet, faults.of(fault));
            return;
        }
        Counter hostile = hostile(arp);
        if (hostile != null) {
            discards.drop(packet, hostile);
            return;
        }
        // "If the pair <protocol type, sender protocol address> is already in my translation table, update the
        // sender hardware address field of the entry with the new information in the packet and set Merge_flag"
        boolean merged = resolver.update(arp.senderAddress(), arp.senderMac());
        // "Am I the target protocol address?"
        AddressGuard mine = addresses.of(arp.targetAddress());
        if (mine == null || !mine.isUsable()) {
            inOthers.increment();
            packet.release();
            return;
        }
        boolean request = arp.operation() == ArpPacket.REQUEST;
        // "If Merge_flag is false, add the triplet": like Linux not for an answer that nobody asked for.
        if (!merged && !request) {
            discards.drop(packet, unsolicited);
            return;
        }
        if (!merged && arp.senderAddress() != Ipv4.ANY) {
            resolver.add(arp.senderAddress(), arp.senderMac());
        }
        // "Is the opcode ares_op$REQUEST? (NOW look at the opcode!!)"
        if (request) {
            reply(packet, arp);
        } else {
            inReplies.increment();
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
        AddressGuard wanted = conflicting(arp);
        if (wanted != null) {
            wanted.conflict(arp);
            return conflicts;
        }
        return null;
    }

    /**
     * The guard of an address that somebody has, or tries while we do (RFC 5227 §2.1.1, §2.4); {@code null} if none.
     */
    private AddressGuard conflicting(ArpPacket arp) {
        if (arp.senderAddress() != Ipv4.ANY) {
            return addresses.of(arp.senderAddress());
        }
        AddressGuard target = addresses.of(arp.targetAddress());
        return target != null && target.isProbing() && arp.operation() == ArpPacket.REQUEST ? target : null;
    }

    /** "Swap hardware and protocol fields, putting the local hardware and protocol addresses in the sender fields." */
    private void reply(Packet packet, ArpPacket arp) {
        long asker = arp.senderMac();
        int askerAddress = arp.senderAddress();
        int asked = arp.targetAddress();
        packet.trim(ArpPacket.LENGTH);
        arp.write(ArpPacket.REPLY, mac, asked, asker, askerAddress);
        outReplies.increment();
        link.transmit(packet, asker, EtherType.ARP);
    }
}
