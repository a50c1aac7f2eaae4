package org.wirelathe.ethernet;

import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/**
 * Watches over one address of a link (RFC 5227): tries it before it is used when the settings say so, announces it,
 * and defends it against another station that claims it.
 */
final class AddressGuard {
    private static final long SECOND = 1_000_000_000L;
    /** RFC 5227 §1.1, in its names. */
    private static final long PROBE_WAIT = SECOND;
    private static final int PROBE_NUM = 3;
    private static final long PROBE_MIN = SECOND;
    private static final long PROBE_MAX = 2 * SECOND;
    private static final long ANNOUNCE_WAIT = 2 * SECOND;
    private static final int ANNOUNCE_NUM = 2;
    private static final long ANNOUNCE_INTERVAL = 2 * SECOND;
    private static final long DEFEND_INTERVAL = 10 * SECOND;

    private enum State { PROBING, USABLE, LOST }

    private final Scheduler scheduler;
    private final NodeContext node;
    private final EthernetLink link;
    private final LinkSettings settings;
    private final Journal journal;
    private final Timer timer;
    private final Counter probesSent;
    private final Counter announcements;
    private final RandomStream random;
    private final Addresses all;
    final int address;
    private State state = State.USABLE;
    /** Probes, then announcements, still to be sent. */
    private int left;
    private boolean defended;
    private long defendedAt;

    /** @param random times of probes are drawn from it; {@code null} when there are none */
    AddressGuard(NodeContext node, EthernetLink link, LinkSettings settings, RandomStream random,
            Addresses all, int address) {
        this.random = random;
        this.all = all;
        this.address = address;
        this.node = node;
        this.link = link;
        this.settings = settings;
        scheduler = node.scheduler();
        journal = node.journal();
        timer = scheduler.timer(this::next);
        probesSent = node.counters().counter(link.name(), "arpOutProbes");
        announcements = node.counters().counter(link.name(), "arpOutAnnouncements");
    }

    /** Begins to use the address, or to try it. */
    void begin() {
        defended = false;
        timer.cancel();
        if (settings.probe()) {
            become(State.PROBING);
            left = PROBE_NUM;
            timer.armAt(scheduler.now() + random.below(PROBE_WAIT + 1));
        } else {
            become(State.USABLE);
            left = settings.announce() ? ANNOUNCE_NUM : 0;
            if (left > 0) {
                timer.armAt(scheduler.now());
            }
        }
    }

    /**
     * Whether packets may be sent from it and requests for it answered: not while it is being tried, and not when
     * somebody else has it.
     */
    boolean isUsable() {
        return state == State.USABLE;
    }

    /** Whether the address is being tried: then somebody else's trying it is a conflict, too (RFC 5227 §2.1.1). */
    boolean isProbing() {
        return state == State.PROBING;
    }

    private void become(State other) {
        state = other;
        all.changed();
    }

    private void next() {
        if (state == State.PROBING) {
            if (left > 0) {
                left--;
                probesSent.increment();
                link.request(Ipv4.ANY, address, Mac.BROADCAST);
                timer.armAt(scheduler.now()
                        + (left > 0 ? PROBE_MIN + random.below(PROBE_MAX - PROBE_MIN + 1) : ANNOUNCE_WAIT));
                return;
            }
            become(State.USABLE);
            left = ANNOUNCE_NUM;
        }
        announce();
        if (--left > 0) {
            timer.armAt(scheduler.now() + ANNOUNCE_INTERVAL);
        }
    }

    /** As a probe, but with the address for a sender, too (RFC 5227 §2.3). */
    private void announce() {
        announcements.increment();
        link.request(address, address, Mac.BROADCAST);
    }

    /** Another station has, or wants, the address (RFC 5227 §2.1.1, §2.4 (c)). */
    void conflict(ArpPacket arp) {
        String other = Mac.format(arp.senderMac());
        if (state == State.PROBING) {
            become(State.LOST);
            timer.cancel();
            tell(other + " has the address " + Ipv4.format(address) + " already; " + node.name() + ':' + link.name()
                    + " does not use it");
        } else if (state == State.USABLE && (!defended || scheduler.now() - defendedAt >= DEFEND_INTERVAL)) {
            defended = true;
            defendedAt = scheduler.now();
            tell(other + " uses the address " + Ipv4.format(address) + " of " + node.name() + ':' + link.name()
                    + ", which defends it");
            announce();
        }
    }

    private void tell(String sentence) {
        journal.event("conflict", node.name() + ':' + link.name(), sentence);
    }

    void close() {
        timer.cancel();
    }
}
