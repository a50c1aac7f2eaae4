package org.wirelathe.ip.filter;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.net.NatSettings.Forward;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.filter.NatView.Kind;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

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
    private final Behaviour filtering;
    private final boolean hairpinning;
    private final Scheduler scheduler;
    private final NatCounters counters;
    private final NatMappings mappings;
    private final NatPeers peers;
    private final NatSessions sessions;
    private final NatErrors errors;
    private final FragmentTrail outTrail;
    private final FragmentTrail inTrail;
    private final NatView view = new NatView();
    /** The packet between {@link #arrived} and {@link #leaves} that goes from inside to inside, and its outside port. */
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
        filtering = settings.filtering();
        hairpinning = settings.hairpinning();
        scheduler = node.scheduler();
        counters = new NatCounters(node.counters());
        RandomStream random = node.random("nat");
        int capacity = settings.capacity();
        mappings = new NatMappings(capacity + settings.forwards().size(), settings.mapping(), settings.firstPort(),
                settings.lastPort(), random);
        peers = new NatPeers(capacity, random.nextLong());
        sessions = new NatSessions(capacity, mappings, peers, random.nextLong(), settings.udpTimeout(),
                settings.tcpTransitoryTimeout(), settings.tcpTimeout());
        errors = new NatErrors(address, mappings, sessions, counters);
        outTrail = new FragmentTrail(random.nextLong());
        inTrail = new FragmentTrail(random.nextLong());
        for (Forward forward : settings.forwards()) {
            mappings.forward(forward.protocol(), forward.outsidePort(), forward.inside().v4(), forward.insidePort());
        }
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
        counters.sessionsExpired.add(sessions.expire(scheduler.now()));
        return view.over(packet);
    }

    private Action fromOutside() {
        int protocol = view.protocol();
        int port = view.destinationPort();
        int m = mappings.ofPort(protocol, port);
        if (m == Chains.NONE || mappings.inside(m) == address) {
            return passed();
        }
        if (!admits(m, protocol, port, view.source(), view.sourcePort())) {
            return refused(counters.refusedFiltered);
        }
        deliver(m, view.source(), view.sourcePort());
        return Action.ACCEPT;
    }

    /** RFC 4787 §5: whether a remote endpoint may send to a mapping. */
    private boolean admits(int m, int protocol, int port, int remote, int remotePort) {
        return mappings.isForward(m) || switch (filtering) {
            case ENDPOINT_INDEPENDENT -> true;
            case ADDRESS_DEPENDENT -> peers.has(m, remote);
            case ADDRESS_AND_PORT_DEPENDENT -> sessions.inbound(protocol, port, remote, remotePort) != Chains.NONE;
        };
    }

    /** Sends a packet on to the inside endpoint of a mapping that admits it. */
    private void deliver(int m, int remote, int remotePort) {
        int protocol = view.protocol();
        if (protocol == Protocol.TCP) { // datagrams from outside keep nothing alive (RFC 4787 REQ-6)
            int s = sessions.inbound(protocol, view.destinationPort(), remote, remotePort);
            if (s == Chains.NONE && (view.tcpFlags() & TcpHeader.SYN) != 0 && !sessions.isFull()) {
                s = open(m, remote, remotePort);
            }
            if (s != Chains.NONE) {
                sessions.segment(s, view.tcpFlags(), false, scheduler.now());
            }
        }
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
        int s = outbound(false);
        if (s == Chains.NONE) {
            return refused(counters.refusedNoPort);
        }
        int port = mappings.outsidePort(sessions.mapping(s));
        m = mappings.ofPort(protocol, view.destinationPort()); // making room may have taken it
        if (m == Chains.NONE || !admits(m, protocol, view.destinationPort(), address, port)) {
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

    private Action toOutside(boolean own) {
        int s = outbound(own);
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

    /** The session of a packet from inside, begun when there is none, in use; {@link Chains#NONE} without a port. */
    private int outbound(boolean own) {
        int protocol = view.protocol();
        int source = view.source();
        int port = view.sourcePort();
        int remote = view.destination();
        int remotePort = view.destinationPort();
        long now = scheduler.now();
        int s = sessions.outbound(protocol, source, port, remote, remotePort);
        if (s == Chains.NONE) {
            if (sessions.isFull()) {
                counters.sessionsEvicted.increment();
                sessions.evict();
            }
            int m = mappings.of(protocol, source, port, remote, remotePort);
            if (m == Chains.NONE) {
                m = mappings.open(protocol, source, port, remote, remotePort, own && source == address);
            }
            if (m == Chains.NONE) {
                return Chains.NONE;
            }
            s = open(m, remote, remotePort);
        }
        if (protocol == Protocol.TCP) {
            sessions.segment(s, view.tcpFlags(), true, now);
        } else {
            sessions.touch(s, now);
        }
        return s;
    }

    private int open(int m, int remote, int remotePort) {
        counters.sessionsOpened.increment();
        return sessions.open(m, view.protocol(), remote, remotePort, scheduler.now());
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
