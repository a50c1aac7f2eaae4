package org.wirelathe.ethernet;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.FaultCounters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/**
 * Address resolution on one interface (RFC 826, RFC 1122 §2.3.2, B17).
 *
 * <p>An address is good for a minute; then it is still used while its owner is asked again, by unicast (RFC 1122
 * §2.3.2.1 (2)). Requests go out once a second at most; after three without an answer the neighbour is forgotten and
 * the packets that waited go back up.
 */
final class Arp {
    /** How long an address is good, ns. */
    static final long FRESH = 60_000_000_000L;
    /** Time between requests, ns: no faster, so that nobody is flooded (RFC 1122 §2.3.2.1). */
    static final long INTERVAL = 1_000_000_000L;
    /** Requests before giving up (Linux: mcast_solicit). */
    static final int TRIES = 3;
    /**
     * Most packets that wait for one neighbour; then the oldest goes (RFC 1122 §2.3.2.2 keeps the newest). Enough for
     * the first window of several connections.
     */
    static final int PENDING = 64;

    private final Scheduler scheduler;
    private final PacketPool packets;
    private final EthernetLink link;
    private final long mac;
    private final NeighbourCache cache = new NeighbourCache();
    private final Asking asking = new Asking();
    private final Timer nextTry;
    private int address;

    private final Counter requestsSent;
    private final Counter repliesSent;
    private final Counter failures;
    private final Counter inPackets;
    private final Counter unsolicited;
    private final Counter conflicts;
    private final Counter senderInvalid;
    private final Counter pendingDrops;
    private final Counter evictionDrops;
    private final FaultCounters faults;

    Arp(NodeContext node, NetworkInterface nic, EthernetLink link) {
        scheduler = node.scheduler();
        packets = node.packets();
        this.link = link;
        mac = nic.mac();
        nextTry = scheduler.timer(this::askAgain);
        String place = nic.name();
        requestsSent = node.counters().counter(place, "arpOutRequests");
        repliesSent = node.counters().counter(place, "arpOutReplies");
        failures = node.counters().counter(place, "arpFailures");
        inPackets = node.counters().counter(place, "arpInPackets");
        unsolicited = node.counters().drop(place, "arpInUnsolicited");
        conflicts = node.counters().drop(place, "arpInConflict");
        senderInvalid = node.counters().drop(place, "arpInSender");
        pendingDrops = node.counters().drop(place, "arpPendingFull");
        evictionDrops = node.counters().drop(place, "arpCacheFull");
        faults = new FaultCounters(node.counters(), place, "arpIn");
    }

    void address(int ipv4) {
        address = ipv4;
    }

    /** Whether a neighbour's address may be used without a further thought; notes that it is being used. */
    boolean isFresh(Neighbour neighbour) {
        neighbour.used = true;
        return scheduler.now() < neighbour.freshUntil;
    }

    /** The neighbour with that address, known or not; when it is not known for sure, it is being asked. */
    Neighbour resolve(int ipv4) {
        Neighbour neighbour = cache.find(ipv4);
        if (neighbour == null) {
            neighbour = add(ipv4);
        }
        if (!isFresh(neighbour) && neighbour.tries == 0) {
            ask(neighbour);
        }
        return neighbour;
    }

    /** Keeps a packet until its neighbour is known. */
    void await(Neighbour neighbour, Packet packet) {
        if (neighbour.pending.size() == PENDING) {
            pendingDrops.increment();
            neighbour.pending.poll().release();
        }
        neighbour.pending.add(packet);
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
        boolean merged = merge(arp.senderAddress(), arp.senderMac());
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
            learn(add(arp.senderAddress()), arp.senderMac());
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
        repliesSent.increment();
        link.transmit(packet, asker, EtherType.ARP);
    }

    private boolean merge(int sender, long senderMac) {
        Neighbour neighbour = cache.find(sender);
        if (neighbour == null) {
            return false;
        }
        learn(neighbour, senderMac);
        return true;
    }

    private void learn(Neighbour neighbour, long senderMac) {
        neighbour.mac = senderMac;
        neighbour.freshUntil = scheduler.now() + FRESH;
        stopAsking(neighbour);
        link.flush(neighbour);
    }

    private Neighbour add(int ipv4) {
        if (cache.isFull()) {
            Neighbour victim = cache.victim();
            forget(victim);
            evictionDrops.add(victim.pending.releaseAll());
        }
        Neighbour neighbour = new Neighbour(ipv4);
        cache.add(neighbour);
        return neighbour;
    }

    private void forget(Neighbour neighbour) {
        stopAsking(neighbour);
        cache.remove(neighbour);
        link.forget(neighbour);
    }

    private void ask(Neighbour neighbour) {
        neighbour.tries++;
        neighbour.nextTry = scheduler.now() + INTERVAL;
        asking.add(neighbour);
        if (asking.first() == neighbour) {
            nextTry.armAt(neighbour.nextTry);
        }
        boolean known = neighbour.mac != Neighbour.UNKNOWN;
        Packet packet = packets.take();
        new ArpPacket(packet.bytes, packet.put(ArpPacket.LENGTH))
                .write(ArpPacket.REQUEST, mac, address, 0, neighbour.address);
        requestsSent.increment();
        link.transmit(packet, known ? neighbour.mac : Mac.BROADCAST, EtherType.ARP);
    }

    private void stopAsking(Neighbour neighbour) {
        if (neighbour.tries > 0) {
            neighbour.tries = 0;
            asking.remove(neighbour);
            armForFirst();
        }
    }

    private void armForFirst() {
        if (asking.first() == null) {
            nextTry.cancel();
        } else {
            nextTry.armAt(asking.first().nextTry);
        }
    }

    private void askAgain() {
        Neighbour neighbour = asking.first();
        while (neighbour != null && neighbour.nextTry <= scheduler.now()) {
            if (neighbour.tries < TRIES) {
                asking.remove(neighbour);
                ask(neighbour);
            } else {
                failures.increment();
                forget(neighbour);
                link.unresolved(neighbour);
            }
            neighbour = asking.first();
        }
        armForFirst();
    }

    void close() {
        nextTry.cancel();
        for (int i = 0; i < cache.size(); i++) {
            cache.get(i).pending.releaseAll();
        }
    }
}
