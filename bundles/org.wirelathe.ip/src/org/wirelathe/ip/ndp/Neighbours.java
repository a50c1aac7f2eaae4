package org.wirelathe.ip.ndp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;

/**
 * The neighbours of one interface: finds their addresses (RFC 4861 §7.2) and whether they are still reachable (§7.3).
 * One timer serves all of them, and none runs for a neighbour that nobody sends to.
 */
final class Neighbours {
    private final Scheduler scheduler;
    private final HostVariables variables;
    private final Solicitations solicitations;
    private final Output output;
    private final NeighbourWatch watch;
    private final NeighbourCache cache;
    private final WaitingPackets waiting;
    private final Deadlines deadlines;
    /** Whom the last packet went to: the next one is likely to go there, too. */
    private Neighbour last;

    Neighbours(Scheduler scheduler, HostVariables variables, Solicitations solicitations, Output output,
            NeighbourWatch watch, NeighbourCache cache) {
        this.scheduler = scheduler;
        this.variables = variables;
        this.solicitations = solicitations;
        this.output = output;
        this.watch = watch;
        this.cache = cache;
        waiting = new WaitingPackets(output);
        deadlines = new Deadlines(scheduler, this::due);
    }

    /** Sends a packet to a neighbour, or lets it wait for the neighbour's address; takes ownership. */
    boolean send(Packet packet, long high, long low) {
        Neighbour neighbour = last;
        if (neighbour == null || neighbour.low != low || neighbour.high != high) {
            neighbour = find(high, low);
        }
        neighbour.used = neighbour.wasReachable;
        if (neighbour.mac == Neighbour.UNKNOWN) {
            return await(neighbour, packet);
        }
        if (neighbour.state == NeighbourState.REACHABLE && scheduler.now() >= neighbour.reachableUntil) {
            neighbour.state = NeighbourState.STALE;
        }
        if (neighbour.state == NeighbourState.STALE) {
            delay(neighbour);
        }
        return output.transmit(packet, neighbour.mac);
    }

    private Neighbour find(long high, long low) {
        Neighbour neighbour = cache.find(high, low);
        last = neighbour == null ? add(high, low) : neighbour;
        return last;
    }

    /** The neighbour with that address, or {@code null}. */
    Neighbour known(long high, long low) {
        return cache.find(high, low);
    }

    private boolean await(Neighbour neighbour, Packet packet) {
        boolean asked = neighbour.state == NeighbourState.INCOMPLETE;
        Neighbour forgotten = waiting.add(neighbour, packet);
        while (forgotten != null) {
            forget(forgotten);
            forgotten = waiting.excess(neighbour);
        }
        if (!asked) {
            neighbour.state = NeighbourState.INCOMPLETE;
            neighbour.since = scheduler.now();
            neighbour.tries = 0;
            ask(neighbour);
        }
        return true;
    }

    /** Something was sent to a neighbour that may be gone: it is asked unless somebody confirms it soon (§7.3.3). */
    private void delay(Neighbour neighbour) {
        neighbour.state = NeighbourState.DELAY;
        deadlines.set(neighbour, scheduler.now() + Constants.DELAY_FIRST_PROBE_TIME);
    }

    private void ask(Neighbour neighbour) {
        neighbour.tries++;
        deadlines.set(neighbour, scheduler.now() + variables.retransTimer());
        solicitations.solicit(neighbour);
    }

    private void due(Neighbour neighbour) {
        switch (neighbour.state) {
            case DELAY -> {
                neighbour.state = NeighbourState.PROBE;
                neighbour.tries = 0;
                ask(neighbour);
            }
            case PROBE -> askOrFail(neighbour, Constants.MAX_UNICAST_SOLICIT);
            default -> askOrFail(neighbour, Constants.MAX_MULTICAST_SOLICIT);
        }
    }

    private void askOrFail(Neighbour neighbour, int most) {
        if (neighbour.tries < most) {
            ask(neighbour);
        } else {
            fail(neighbour);
        }
    }

    /** Nobody answered. The entry stays for people to see; the next packet begins anew, as without it (§7.3.3). */
    private void fail(Neighbour neighbour) {
        neighbour.state = NeighbourState.FAILED;
        neighbour.mac = Neighbour.UNKNOWN;
        neighbour.wasReachable = false;
        neighbour.used = false;
        watch.unreachable(neighbour);
        waiting.giveBack(neighbour);
    }

    /** A layer above has heard from the neighbour what answers to something it was sent (§7.3.1). */
    void confirmed(long high, long low) {
        Neighbour neighbour = last;
        if (neighbour == null || neighbour.low != low || neighbour.high != high) {
            neighbour = cache.find(high, low);
        }
        if (neighbour != null && neighbour.mac != Neighbour.UNKNOWN) {
            reachable(neighbour);
        }
    }

    /**
     * The neighbour has told its link-layer address, but not that it hears us (§6.2.6, §6.3.4, §7.2.3, §8.3).
     *
     * @return the entry, made if it was not there
     */
    Neighbour heard(long high, long low, long mac) {
        Neighbour neighbour = cache.find(high, low);
        if (neighbour == null) {
            neighbour = add(high, low);
        }
        if (neighbour.mac != mac) {
            neighbour.mac = mac;
            neighbour.since = scheduler.now();
            stale(neighbour);
        }
        return neighbour;
    }

    /**
     * An advertisement has come (§7.2.5).
     *
     * @param mac the target's link-layer address; {@link Neighbour#UNKNOWN} when it is not given
     * @return whether the neighbour is one that this node has to do with; for another nothing is noted
     */
    boolean advertised(long high, long low, boolean router, boolean solicited, boolean override, long mac) {
        Neighbour neighbour = cache.find(high, low);
        if (neighbour == null || neighbour.state == NeighbourState.FAILED) {
            return false;
        }
        if (neighbour.mac == Neighbour.UNKNOWN) {
            if (mac != Neighbour.UNKNOWN) {
                neighbour.isRouter = router;
                learn(neighbour, mac, solicited);
            }
            return true;
        }
        boolean other = mac != Neighbour.UNKNOWN && mac != neighbour.mac;
        if (other && !override) {
            if (neighbour.state(scheduler.now()) == NeighbourState.REACHABLE) {
                stale(neighbour);
            }
            return true;
        }
        if (other || solicited) {
            learn(neighbour, other ? mac : neighbour.mac, solicited);
        }
        boolean wasRouter = neighbour.isRouter;
        neighbour.isRouter = router;
        if (wasRouter && !router) {
            watch.ceasedToRoute(neighbour);
        }
        return true;
    }

    private void learn(Neighbour neighbour, long mac, boolean solicited) {
        neighbour.mac = mac;
        neighbour.since = scheduler.now();
        if (solicited) {
            reachable(neighbour);
        } else {
            stale(neighbour);
        }
    }

    private void reachable(Neighbour neighbour) {
        long now = scheduler.now();
        neighbour.wasReachable = true;
        neighbour.reachableUntil = now + variables.reachableTime(now);
        neighbour.since = now;
        if (neighbour.state != NeighbourState.REACHABLE) {
            neighbour.state = NeighbourState.REACHABLE;
            deadlines.clear(neighbour);
            flush(neighbour);
        }
    }

    private void stale(Neighbour neighbour) {
        neighbour.state = NeighbourState.STALE;
        deadlines.clear(neighbour);
        flush(neighbour);
    }

    /** What has waited for the address goes out. */
    private void flush(Neighbour neighbour) {
        Packet packet = waiting.poll(neighbour);
        if (packet != null && neighbour.state == NeighbourState.STALE) {
            delay(neighbour);
        }
        while (packet != null) {
            output.transmit(packet, neighbour.mac);
            packet = waiting.poll(neighbour);
        }
    }

    private Neighbour add(long high, long low) {
        if (cache.isFull()) {
            forget(cache.victim());
        }
        Neighbour neighbour = new Neighbour(high, low);
        neighbour.state = NeighbourState.FAILED;
        neighbour.since = scheduler.now();
        cache.add(neighbour);
        return neighbour;
    }

    private void forget(Neighbour neighbour) {
        deadlines.clear(neighbour);
        cache.remove(neighbour);
        waiting.drop(neighbour);
        if (last == neighbour) {
            last = null;
        }
    }

    /** What a view shows of the cache. */
    List<NeighbourRow> rows() {
        long now = scheduler.now();
        List<NeighbourRow> rows = new ArrayList<>(cache.size());
        for (int i = 0; i < cache.size(); i++) {
            Neighbour neighbour = cache.get(i);
            rows.add(new NeighbourRow(neighbour.address(), neighbour.mac, neighbour.state(now), now - neighbour.since,
                    neighbour.waiting()));
        }
        rows.sort(Comparator.comparing(NeighbourRow::address));
        return rows;
    }

    /** Releases every packet that waits. */
    void close() {
        deadlines.close();
        for (int i = 0; i < cache.size(); i++) {
            Neighbour neighbour = cache.get(i);
            for (Packet packet = neighbour.poll(); packet != null; packet = neighbour.poll()) {
                packet.release();
            }
        }
    }
}
