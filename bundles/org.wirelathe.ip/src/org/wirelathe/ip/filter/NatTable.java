package org.wirelathe.ip.filter;

import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.net.NatSettings.Forward;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Mappings, the sessions that use them, and whom they let in: one state, told in three tables. */
final class NatTable {
    final NatMappings mappings;
    final NatSessions sessions;
    private final NatPeers peers;
    private final int address;
    private final Behaviour filtering;
    private final Scheduler scheduler;
    private final NatCounters counters;

    NatTable(NatSettings settings, int address, RandomStream random, Scheduler scheduler, NatCounters counters) {
        this.address = address;
        this.scheduler = scheduler;
        this.counters = counters;
        filtering = settings.filtering();
        int capacity = settings.capacity();
        mappings = new NatMappings(capacity + settings.forwards().size(), settings.mapping(), settings.firstPort(),
                settings.lastPort(), random);
        peers = new NatPeers(capacity, random.nextLong());
        sessions = new NatSessions(capacity, mappings, peers, random.nextLong(), settings.udpTimeout(),
                settings.tcpTransitoryTimeout(), settings.tcpTimeout());
        for (Forward forward : settings.forwards()) {
            mappings.forward(forward.protocol(), forward.outsidePort(), forward.inside().v4(), forward.insidePort());
        }
    }

    /** Forgets what is too old. */
    void expire() {
        counters.sessionsExpired.add(sessions.expire(scheduler.now()));
    }

    /** RFC 4787 §5: whether a remote endpoint may send to a mapping. */
    boolean admits(int m, int protocol, int port, int remote, int remotePort) {
        return mappings.isForward(m) || switch (filtering) {
            case ENDPOINT_INDEPENDENT -> true;
            case ADDRESS_DEPENDENT -> peers.has(m, remote);
            case ADDRESS_AND_PORT_DEPENDENT -> sessions.inbound(protocol, port, remote, remotePort) != Chains.NONE;
        };
    }

    /**
     * A packet that a mapping admits came in. What comes from outside begins a session only with a SYN and while there
     * is room, and keeps none alive but a connection (RFC 4787 REQ-6).
     */
    void inbound(NatView view, int m, int remote, int remotePort) {
        if (view.protocol() != Protocol.TCP) {
            return;
        }
        int s = sessions.inbound(Protocol.TCP, view.destinationPort(), remote, remotePort);
        if (s == Chains.NONE && (view.tcpFlags() & TcpHeader.SYN) != 0 && !sessions.isFull()) {
            s = open(Protocol.TCP, m, remote, remotePort);
        }
        if (s != Chains.NONE) {
            sessions.segment(s, view.tcpFlags(), false, scheduler.now());
        }
    }

    /**
     * The session of a packet from inside, begun when there is none, in use; {@link Chains#NONE} without a port for it.
     *
     * @param own whether this node sends it
     */
    int outbound(NatView view, boolean own) {
        int protocol = view.protocol();
        int s = sessions.outbound(protocol, view.source(), view.sourcePort(), view.destination(),
                view.destinationPort());
        if (s == Chains.NONE) {
            if (sessions.isFull()) {
                counters.sessionsEvicted.increment();
                sessions.evict();
            }
            int m = mapping(view, own);
            if (m == Chains.NONE) {
                return Chains.NONE;
            }
            s = open(protocol, m, view.destination(), view.destinationPort());
        }
        if (protocol == Protocol.TCP) {
            sessions.segment(s, view.tcpFlags(), true, scheduler.now());
        } else {
            sessions.touch(s, scheduler.now());
        }
        return s;
    }

    private int mapping(NatView view, boolean own) {
        int source = view.source();
        int m = mappings.of(view.protocol(), source, view.sourcePort(), view.destination(), view.destinationPort());
        return m != Chains.NONE ? m : mappings.open(view.protocol(), source, view.sourcePort(), view.destination(),
                view.destinationPort(), own && source == address);
    }

    private int open(int protocol, int m, int remote, int remotePort) {
        counters.sessionsOpened.increment();
        return sessions.open(m, protocol, remote, remotePort, scheduler.now());
    }
}
