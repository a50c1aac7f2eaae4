package org.wirelathe.ethernet;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Mac;

/**
 * Finds the MAC addresses of neighbours on one interface (RFC 826, RFC 1122 §2.3.2, B17).
 *
 * <p>An address is good for a minute; then it is still used while its owner is asked again, by unicast (RFC 1122
 * §2.3.2.1 (2)). Requests go out once a second at most; after three without an answer the neighbour is forgotten and
 * the packets that waited go back up.
 */
final class Resolver {
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
    private final Counter failures;
    private final Counter pendingDrops;
    private final Counter evictionDrops;

    Resolver(NodeContext node, NetworkInterface nic, EthernetLink link) {
        scheduler = node.scheduler();
        packets = node.packets();
        this.link = link;
        mac = nic.mac();
        nextTry = scheduler.timer(this::askAgain);
        String place = nic.name();
        requestsSent = node.counters().counter(place, "arpOutRequests");
        failures = node.counters().counter(place, "arpFailures");
        pendingDrops = node.counters().drop(place, "arpPendingFull");
        evictionDrops = node.counters().drop(place, "arpCacheFull");
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

    /** Believes a MAC address if its owner is in the cache; returns whether he is. */
    boolean update(int ipv4, long itsMac) {
        Neighbour neighbour = cache.find(ipv4);
        if (neighbour == null) {
            return false;
        }
        learn(neighbour, itsMac);
        return true;
    }

    /** Takes a neighbour into the cache who is not there. */
    void add(int ipv4, long itsMac) {
        learn(add(ipv4), itsMac);
    }

    private void learn(Neighbour neighbour, long itsMac) {
        neighbour.mac = itsMac;
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
