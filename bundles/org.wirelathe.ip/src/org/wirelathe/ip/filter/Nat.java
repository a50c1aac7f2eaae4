package org.wirelathe.ip.filter;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.filter.NatView.Kind;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv4;

/**
 * Lets the hosts inside share the address of the outside interface (RFC 3022: NAPT), with the behaviours of RFC 4787,
 * RFC 5382 and RFC 5508. Inside is every interface but that one.
 *
 * <p>What is left open there, and what is done here:
 * <ul>
 * <li>An unsolicited SYN is dropped in silence (RFC 5382 REQ-4a).
 * <li>A packet that finds no free port is refused as prohibited (RFC 5508 REQ-8).
 * <li>Fragments are translated in order: the later ones go where the first went. One that comes before the first is
 * dropped on its way out; on its way in it is taken for this node's own.
 * <li>What this node itself sends from the outside address keeps its ports where no inside host has them (Linux).
 * <li>Protocols without ports do not pass: they would show addresses that mean nothing outside.
 * </ul>
 *
 * <p>There is no timer: what is too old is forgotten when the next packet comes.
 */
public final class Nat {
    private final String outside;
    private final int address;
    private final boolean hairpinning;
    private final Scheduler scheduler;
    private final NatCounters counters;
    private final NatTable table;
    private final NatMappings mappings;
    private final NatSessions sessions;
    private final NatErrors errors;
    private final FragmentTrail outTrail;
    private final FragmentTrail inTrail;
    private final NatView view = new NatView();
    /**
     * The packet between {@link #arrived} and {@link #leaves} that goes from inside to inside, and its outside port.
     */
    private Packet hairpin;
    private int hairpinPort;

    /**
     * @param address of the outside interface
     * @throws IllegalArgumentException with a sentence, when the settings contradict themselves
     */
    public Nat(NodeContext node, NatSettings settings, int address) {
        NatChecks.require(settings);
        this.address = address;
        outside = settings.outside();
        hairpinning = settings.hairpinning();
        scheduler = node.scheduler();
        counters = new NatCounters(node.counters());
        RandomStream random = node.random("nat");
        table = new NatTable(settings, address, random, scheduler, counters);
        mappings = table.mappings;
        sessions = table.sessions;
        errors = new NatErrors(address, mappings, sessions, counters);
        outTrail = new FragmentTrail(random.nextLong());
        inTrail = new FragmentTrail(random.nextLong());
    }

    /** Mappings that stand: the forwards, and those that a session uses. */
    public int mappings() {
        return mappings.count();
    }

    /** Sessions that have not been forgotten. */
    public int sessions() {
        return sessions.count();
    }

    // ---- in ----

    /** A packet just came in, head at its IP header. */
    Action arrived(Packet packet, String in) {
        hairpin = null;
        if (isV6(packet) || Bytes.i32(packet.bytes, packet.head + 16) != address) {
            return Action.ACCEPT;
        }
        Kind kind = begin(packet);
        boolean fromOutside = outside.equals(in);
        return switch (kind) {
            case PORTS -> fromOutside ? fromOutside() : hairpinned(packet);
            case REPLY -> fromOutside ? fromOutside() : passed();
            case ERROR -> error(packet, fromOutside);
            case LATER_FRAGMENT -> fromOutside ? laterIn() : passed();
            case MALFORMED -> refused(counters.refusedMalformed);
            default -> passed();
        };
    }

    private static boolean isV6(Packet packet) {
        return packet.bytes[packet.head] >>> 4 != 4;
    }

    private Kind begin(Packet packet) {
        counters.seen.increment();
        table.expire();
        return view.over(packet);
    }

    private Action fromOutside() {
        int protocol = view.protocol();
        int port = view.destinationPort();
        int m = mappings.ofPort(protocol, port);
        if (m == Chains.NONE || mappings.inside(m) == address) {
            return passed();
        }
        if (!table.admits(m, protocol, port, view.source(), view.sourcePort())) {
            return refused(counters.refusedFiltered);
        }
        deliver(m, view.source(), view.sourcePort());
        return Action.ACCEPT;
    }

    /** Sends a packet on to the inside endpoint of a mapping that admits it. */
    private void deliver(int m, int remote, int remotePort) {
        table.inbound(view, m, remote, remotePort);
        if (view.isFragment()) {
            inTrail.remember(view, mappings.inside(m), scheduler.now());
        }
        counters.inTranslated.increment();
        view.destination(mappings.inside(m), mappings.insidePort(m));
    }

    private Action laterIn() {
        int at = inTrail.find(view, scheduler.now());
        if (at == Chains.NONE) {
            return passed();
        }
        counters.inTranslated.increment();
        view.destinationAddress(inTrail.address(at));
        return Action.ACCEPT;
    }

    /** RFC 4787 REQ-9: an inside host meets another at its outside endpoint, and is itself known by its own. */
    private Action hairpinned(Packet packet) {
        int protocol = view.protocol();
        int m = mappings.ofPort(protocol, view.destinationPort());
        if (m == Chains.NONE || mappings.inside(m) == address) {
            return passed();
        }
        if (!hairpinning) {
            return refused(counters.refusedHairpin);
        }
        if (view.isFragment()) {
            return refused(counters.refusedFragment);
        }
        int s = table.outbound(view, false);
        if (s == Chains.NONE) {
            return refused(counters.refusedNoPort);
        }
        int port = mappings.outsidePort(sessions.mapping(s));
        m = mappings.ofPort(protocol, view.destinationPort()); // making room may have taken it
        if (m == Chains.NONE || !table.admits(m, protocol, view.destinationPort(), address, port)) {
            return refused(counters.refusedFiltered);
        }
        deliver(m, address, port);
        hairpin = packet;
        hairpinPort = port;
        return Action.ACCEPT;
    }

    private Action error(Packet packet, boolean fromOutside) {
        Action action = fromOutside ? errors.fromOutside(view) : errors.hairpinned(view);
        if (!fromOutside && errors.translated()) {
            hairpin = packet;
        }
        return action;
    }

    // ---- out ----

    /**
     * A packet is about to leave, head at its IP header.
     *
     * @param in {@code null} when this node sends it
     */
    Action leaves(Packet packet, String in, String out) {
        if (packet == hairpin) {
            hairpin = null;
            view.over(packet);
            view.source(address, hairpinPort);
            return Action.ACCEPT;
        }
        if (!outside.equals(out) || isV6(packet) || !Ipv4.isUnicast(Bytes.i32(packet.bytes, packet.head + 16))) {
            return Action.ACCEPT;
        }
        boolean own = in == null;
        return switch (begin(packet)) {
            case PORTS, QUERY -> toOutside(own);
            case ERROR -> errors.toOutside(view, own);
            case LATER_FRAGMENT -> own ? passed() : laterOut();
            case MALFORMED -> refused(counters.refusedMalformed);
            default -> own ? passed() : refused(counters.refusedProtocol);
        };
    }

    /**
     * A packet that had left comes back: nobody took it. It gets back the source that it had, so that this hears of it.
     */
    void undo(Packet packet) {
        if (isV6(packet)) {
            return;
        }
        Kind kind = view.over(packet);
        if (kind != Kind.PORTS && kind != Kind.QUERY || view.source() != address) {
            return;
        }
        int s = sessions.inbound(view.protocol(), view.sourcePort(), view.destination(), view.destinationPort());
        if (s != Chains.NONE) {
            int m = sessions.mapping(s);
            view.source(mappings.inside(m), mappings.insidePort(m));
        }
    }

    private Action toOutside(boolean own) {
        int s = table.outbound(view, own);
        if (s == Chains.NONE) {
            refused(counters.refusedNoPort);
            return Action.REJECT;
        }
        int port = mappings.outsidePort(sessions.mapping(s));
        if (view.source() == address && view.sourcePort() == port) {
            return passed();
        }
        if (view.isFragment()) {
            outTrail.remember(view, address, scheduler.now());
        }
        counters.outTranslated.increment();
        view.source(address, port);
        return Action.ACCEPT;
    }

    private Action laterOut() {
        int at = outTrail.find(view, scheduler.now());
        if (at == Chains.NONE) {
            return refused(counters.refusedFragment);
        }
        counters.outTranslated.increment();
        view.sourceAddress(outTrail.address(at));
        return Action.ACCEPT;
    }

    private Action passed() {
        counters.passed.increment();
        return Action.ACCEPT;
    }

    private static Action refused(Counter reason) {
        reason.increment();
        return Action.DROP;
    }
}
