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
 * Watches over the one address of a link (RFC 5227): tries it before it is used when the settings say so, announces it,
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

    private enum State { UNSET, PROBING, USABLE, LOST }

    private final Scheduler scheduler;
    private final NodeContext node;
    private final EthernetLink link;
    private final LinkSettings settings;
    private final Journal journal;
    private final Timer timer;
    private final Counter probesSent;
    private final Counter announcements;
    private RandomStream random;
    private State state = State.UNSET;
    private int address;
    /** Probes, then announcements, still to be sent. */
    private int left;
    private boolean defended;
    private long defendedAt;

    AddressGuard(NodeContext node, EthernetLink link, LinkSettings settings) {
        this.node = node;
        this.link = link;
        this.settings = settings;
        scheduler = node.scheduler();
        journal = node.journal();
        timer = scheduler.timer(this::next);
        probesSent = node.counters().counter(link.name(), "arpOutProbes");
        announcements = node.counters().counter(link.name(), "arpOutAnnouncements");
    }

    void address(int ipv4) {
        address = ipv4;
        defended = false;
        timer.cancel();
        if (ipv4 == Ipv4.ANY) {
            state = State.UNSET;
        } else if (settings.probe()) {
            state = State.PROBING;
            left = PROBE_NUM;
            if (random == null) {
                random = node.random(link.name() + ".acd");
            }
            timer.armAt(scheduler.now() + random.below(PROBE_WAIT + 1));
        } else {
            state = State.USABLE;
            left = settings.announce() ? ANNOUNCE_NUM : 0;
            if (left > 0) {
                timer.armAt(scheduler.now());
            }
        }
    }

    /** The address watched over. */
    int address() {
        return address;
    }

    /** Whether packets may be sent: not while the address is being tried, and not when somebody else has it. */
    boolean isUsable() {
        return state == State.USABLE || state == State.UNSET;
    }

    /** Whether requests for the address are to be answered. */
    boolean answers() {
        return state == State.USABLE;
    }

    /** Whether the address is being tried: then somebody else's trying it is a conflict, too (RFC 5227 §2.1.1). */
    boolean isProbing() {
        return state == State.PROBING;
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
            state = State.USABLE;
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
            state = State.LOST;
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
