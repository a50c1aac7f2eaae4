package org.wirelathe.ip.fragment;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * Puts packets together again, what both families share. Fragments may come in any order.
 *
 * <p>Of two that overlap, neither can be trusted: the whole packet is dropped (RFC 5722, RFC 8200 §4.5; Linux for IPv4
 * too, where RFC 791 let the later win). One that lies where another lies, to the byte, is a duplicate made on the way;
 * the one that came first stays.
 *
 * <p>What waits is charged with the buffers that it keeps, not with the bytes that it says. One source may hold a part
 * of the memory; when a limit is reached the oldest packet goes, of that source or of all, so that packets without an
 * end do not keep others out (CVE-2018-5391). A fragment costs the same number of steps, however many wait.
 */
public abstract class Reassembly {
    /** Largest packet of IPv4, and largest payload of IPv6, bytes. */
    static final int MOST = 0xFFFF;

    /** Fragments of the largest packet on a link of the least MTU, 68 (RFC 791 §3.2): 48 bytes in each. */
    private static final int MOST_FRAGMENTS = 1365;
    /** What the records of a packet and of a fragment take beside its buffer, bytes. */
    private static final int DATAGRAM_COST = 2304;
    private static final int FRAGMENT_COST = 64;

    final ReassemblyCounters counters;
    final PacketPool packets;
    final Datagrams datagrams;

    private final Scheduler scheduler;
    private final Timer timer;
    private final Probes probes;
    private final String node;
    private final String place;
    private final ReassemblyOwner owner;
    private final int memory;
    private final int sourceMemory;
    private final long timeout;
    private int held;
    private int fragments;

    /**
     * @param place where it counts: {@code ip} or {@code ip6}
     * @param timeout ns from the first fragment that comes to the last
     */
    Reassembly(NodeContext node, String place, NetworkSettings settings, long timeout, ReassemblyOwner owner) {
        this.owner = owner;
        this.place = place;
        this.timeout = timeout;
        this.node = node.name();
        memory = settings.fragmentMemory();
        sourceMemory = settings.fragmentSourceMemory();
        packets = node.packets();
        probes = node.probes();
        scheduler = node.scheduler();
        timer = scheduler.timer(this::timeUp);
        counters = new ReassemblyCounters(node.counters(), place);
        datagrams = new Datagrams(node.random(place + ".fragments").nextLong());
    }

    /** What waits, as it is charged, bytes. */
    public final int held() {
        return held;
    }

    /** Fragments that wait: the term that balances the counters. */
    public final int fragments() {
        return fragments;
    }

    /** Packets that they are of. */
    public final int datagrams() {
        return datagrams.count();
    }

    /** Drops all that waits. */
    public final void close() {
        while (datagrams.oldest() != null) {
            giveUp(datagrams.oldest(), counters.reasmClosed);
        }
    }

    /**
     * Takes a fragment for a packet, or drops it, and perhaps the packet with it.
     *
     * @param headers bytes in front of its text
     * @param from where in the packet's text it begins
     * @param ecn its ECN field
     * @return whether it is now part of the packet
     */
    final boolean accept(Packet fragment, Datagram datagram, int headers, int from, boolean last, int ecn,
            int arrival) {
        int to = from + fragment.length() - headers;
        Datagram.Fit fit = datagram.fit(from, to, last);
        if (fit == Datagram.Fit.DUPLICATE) {
            drop(fragment, counters.reasmDuplicate);
            return false;
        }
        int cost = fragment.bytes.length + FRAGMENT_COST + (datagram.fragments() == 0 ? DATAGRAM_COST : 0);
        Counter obstacle = fit == Datagram.Fit.NEW ? room(datagram, cost)
                : fit == Datagram.Fit.OVERLAP ? counters.reasmOverlap : counters.reasmInconsistent;
        if (obstacle != null) {
            drop(fragment, obstacle);
            giveUp(datagram, obstacle);
            return false;
        }
        if (datagram.fragments() == 0) {
            datagram.deadline = scheduler.now() + timeout;
            if (!timer.isArmed()) {
                timer.armAt(datagram.deadline);
            }
        }
        charge(datagram, cost);
        fragments++;
        datagram.ecn |= 1 << ecn;
        if (from == 0) {
            datagram.first = fragment;
            datagram.headers = headers;
            datagram.arrival = arrival;
        } else {
            fragment.pull(headers);
        }
        datagram.add(fragment, from, to, last);
        return true;
    }

    /** Makes room by dropping older packets; answers why there is none, when this one is the oldest. */
    private Counter room(Datagram datagram, int cost) {
        if (datagram.fragments() == MOST_FRAGMENTS) {
            return counters.reasmTooMany;
        }
        while (datagram.source.cost + cost > sourceMemory) {
            Datagram oldest = datagram.source.oldest();
            if (oldest == datagram) {
                return counters.reasmSourceMemory;
            }
            giveUp(oldest, counters.reasmSourceMemory);
        }
        while (held + cost > memory) {
            if (datagrams.oldest() == datagram) {
                return counters.reasmMemory;
            }
            giveUp(datagrams.oldest(), counters.reasmMemory);
        }
        return null;
    }

    private void charge(Datagram datagram, int cost) {
        datagram.cost += cost;
        datagram.source.cost += cost;
        held += cost;
    }

    /**
     * Takes a whole packet out to be built: its fragments are then {@link Datagram#copyText}'s. Answers no when it is
     * dropped instead, because senders that can mark and that cannot have taken part in it (RFC 3168 §5.3).
     */
    final boolean take(Datagram datagram) {
        if (Ecn.isMixed(datagram.ecn)) {
            giveUp(datagram, counters.reasmEcn);
            return false;
        }
        counters.reasmOKs.increment();
        counters.reasmFragOKs.add(datagram.fragments());
        remove(datagram);
        return true;
    }

    /** Drops a packet that waits. */
    final void giveUp(Datagram datagram, Counter reason) {
        counters.reasmFails.increment();
        remove(datagram);
        for (Packet fragment = datagram.poll(); fragment != null; fragment = datagram.poll()) {
            drop(fragment, reason);
        }
    }

    private void remove(Datagram datagram) {
        held -= datagram.cost;
        fragments -= datagram.fragments();
        datagrams.remove(datagram);
        if (datagrams.oldest() == null) {
            timer.cancel();
        }
    }

    /** Drops a fragment that no packet can have. */
    final void refuse(Packet fragment, Counter reason) {
        counters.reasmFails.increment();
        drop(fragment, reason);
    }

    private void drop(Packet fragment, Counter reason) {
        count(fragment, reason);
        fragment.release();
    }

    private void count(Packet fragment, Counter reason) {
        reason.increment();
        if (probes.on) {
            probes.packet(Stage.DROP, node, place + ':' + reason.name(), fragment);
        }
    }

    /** One timer for all: they wait equally long, so that the oldest is the next. */
    private void timeUp() {
        while (datagrams.oldest() != null && datagrams.oldest().deadline <= scheduler.now()) {
            expire(datagrams.oldest());
        }
        if (datagrams.oldest() != null) {
            timer.armAt(datagrams.oldest().deadline);
        }
    }

    private void expire(Datagram datagram) {
        counters.reasmTimeout.increment();
        counters.reasmFails.increment();
        int arrival = datagram.arrival;
        Packet first = datagram.first;
        remove(datagram);
        for (Packet fragment = datagram.poll(); fragment != null; fragment = datagram.poll()) {
            if (fragment == first) {
                count(fragment, counters.reasmExpired);
            } else {
                drop(fragment, counters.reasmExpired);
            }
        }
        if (first != null) {
            owner.timedOut(first, arrival);
        }
    }
}
