package org.wirelathe.ethernet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Mac;

/**
 * Finds the MAC addresses of neighbours on one interface (RFC 826, RFC 1122 §2.3.2, B17).
 *
 * <p>An address is good for a minute; then it is still used while its owner is asked again, by unicast (RFC 1122
 * §2.3.2.1 (2)). Requests go out once a second at most; after three without an answer the address is forgotten and the
 * packets that waited go back up.
 */
final class Resolver {
    /** How long an address is good, ns. */
    static final long FRESH = 60_000_000_000L;
    /** Time between requests, ns: no faster, so that nobody is flooded (RFC 1122 §2.3.2.1). */
    static final long INTERVAL = 1_000_000_000L;
    /** Requests before giving up (Linux: mcast_solicit). */
    static final int TRIES = 3;
    /**
     * Most memory of the packets that wait for one neighbour, bytes; then the oldest goes (RFC 1122 §2.3.2.2 keeps the
     * newest). Linux's unres_qlen_bytes: 110 full frames.
     */
    static final int PENDING = 212_992;

    private final Scheduler scheduler;
    private final EthernetLink link;
    private final Discards discards;
    private final NeighbourCache cache = new NeighbourCache();
    private final Asking asking = new Asking();
    private final Timer nextTry;
    private final Addresses addresses;

    private final Counter requestsSent;
    private final Counter failures;
    private final Counter pendingDrops;
    private final Counter evictionDrops;

    Resolver(NodeContext node, EthernetLink link, Addresses addresses) {
        scheduler = node.scheduler();
        this.link = link;
        this.addresses = addresses;
        discards = new Discards(node);
        nextTry = scheduler.timer(this::askAgain);
        String place = link.name();
        requestsSent = node.counters().counter(place, "arpOutRequests");
        failures = node.counters().counter(place, "arpFailures");
        pendingDrops = node.counters().drop(place, "arpPendingFull");
        evictionDrops = node.counters().drop(place, "arpCacheFull");
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
        while (neighbour.waiting() > 0 && neighbour.pendingBytes() + packet.bytes.length > PENDING) {
            discards.drop(neighbour.poll(), pendingDrops);
        }
        neighbour.add(packet);
    }

    /** Believes a MAC address if its owner is in the cache and did not fail to answer; returns whether it did. */
    boolean update(int ipv4, long itsMac) {
        Neighbour neighbour = cache.find(ipv4);
        if (neighbour == null || neighbour.failed) {
            return false;
        }
        learn(neighbour, itsMac);
        return true;
    }

    /** Takes a neighbour into the cache, or back into it. */
    void add(int ipv4, long itsMac) {
        Neighbour neighbour = cache.find(ipv4);
        learn(neighbour == null ? add(ipv4) : neighbour, itsMac);
    }

    private void learn(Neighbour neighbour, long itsMac) {
        neighbour.mac = itsMac;
        neighbour.since = scheduler.now();
        neighbour.freshUntil = neighbour.since + FRESH;
        neighbour.failed = false;
        stopAsking(neighbour);
        link.flush(neighbour);
    }

    private Neighbour add(int ipv4) {
        if (cache.isFull()) {
            Neighbour victim = cache.victim();
            stopAsking(victim);
            cache.remove(victim);
            link.forget(victim);
            for (Packet packet = victim.poll(); packet != null; packet = victim.poll()) {
                discards.drop(packet, evictionDrops);
            }
        }
        Neighbour neighbour = new Neighbour(ipv4);
        neighbour.since = scheduler.now();
        cache.add(neighbour);
        return neighbour;
    }

    private void ask(Neighbour neighbour) {
        if (neighbour.failed) {
            neighbour.failed = false;
            neighbour.since = scheduler.now();
        }
        neighbour.tries++;
        neighbour.nextTry = scheduler.now() + INTERVAL;
        asking.add(neighbour);
        if (asking.first() == neighbour) {
            nextTry.armAt(neighbour.nextTry);
        }
        requestsSent.increment();
        boolean known = neighbour.mac != Neighbour.UNKNOWN;
        link.request(addresses.asking(neighbour.address), neighbour.address, known ? neighbour.mac : Mac.BROADCAST);
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
                fail(neighbour);
            }
            neighbour = asking.first();
        }
        armForFirst();
    }

    private void fail(Neighbour neighbour) {
        failures.increment();
        stopAsking(neighbour);
        neighbour.failed = true;
        neighbour.mac = Neighbour.UNKNOWN;
        neighbour.freshUntil = Long.MIN_VALUE;
        link.unresolved(neighbour);
    }

    /** What a view shows of the cache. */
    List<NeighbourRow> rows() {
        long now = scheduler.now();
        List<NeighbourRow> rows = new ArrayList<>(cache.size());
        for (int i = 0; i < cache.size(); i++) {
            Neighbour neighbour = cache.get(i);
            rows.add(new NeighbourRow(IpAddress.ofV4(neighbour.address), neighbour.mac, neighbour.state(now),
                    now - neighbour.since, neighbour.waiting()));
        }
        rows.sort(Comparator.comparing(NeighbourRow::address));
        return rows;
    }

    void close() {
        nextTry.cancel();
        for (int i = 0; i < cache.size(); i++) {
            Neighbour neighbour = cache.get(i);
            for (Packet packet = neighbour.poll(); packet != null; packet = neighbour.poll()) {
                packet.release();
            }
        }
    }
}
