package org.wirelathe.ip.v6;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.fragment.Ipv6Reassembly;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** Brings packets for this node to their protocol: extension headers, fragments, transport (RFC 8200 §4). */
final class Ipv6Delivery {
    /** Arrival number of what this node sent to itself, for reassembly. */
    private static final int SELF = -1;

    private final NodeContext node;
    private final Ipv6Interfaces interfaces;
    private final Protocols protocols;
    private final Icmp6Input icmp;
    private final Icmp6Errors errors;
    private final PacketFilters filters;
    private final Ipv6Counters counters;
    private final PacketTrace trace;
    private final Ipv6Header header = new Ipv6Header();
    private final Ipv6Extensions extensions = new Ipv6Extensions();
    private final Arrival arrival = new Arrival();
    private Ipv6Reassembly reassembly;
    private Ipv6Interface in;
    /** Where the IPv6 header of the packet begins that a protocol is looking at. */
    private int headerAt;

    Ipv6Delivery(NodeContext node, Ipv6Interfaces interfaces, Protocols protocols, Icmp6Input icmp,
            Icmp6Errors errors, PacketFilters filters, Ipv6Counters counters, PacketTrace trace) {
        this.node = node;
        this.interfaces = interfaces;
        this.protocols = protocols;
        this.icmp = icmp;
        this.errors = errors;
        this.filters = filters;
        this.counters = counters;
        this.trace = trace;
    }

    /** What waits for its other fragments is dropped when their limits change. */
    void settings(NetworkSettings settings) {
        close();
        reassembly = new Ipv6Reassembly(node, Ipv6Counters.PLACE, settings, this::timedOut);
    }

    /**
     * Takes a sound packet for this node.
     *
     * @param from where it came in; {@code null} when this node sent it
     * @param group whether its frame was for a group or all stations
     * @param toOne whether it is for one of this node's addresses, not for a group
     */
    void deliver(Packet packet, Ipv6Interface from, boolean group, boolean toOne) {
        in = from;
        Packet whole = packet;
        Fault fault = extensions.walk(header.over(packet.bytes, packet.head));
        arrival.fragmented = fault == Fault.NONE && extensions.isFragment();
        if (arrival.fragmented) {
            whole = reassembly.add(packet, extensions, from == null ? SELF : interfaces.index(from));
            if (whole == null) {
                return;
            }
            fault = extensions.walk(header.over(whole.bytes, whole.head));
        }
        if (fault != Fault.NONE) {
            if (extensions.icmpCode() != Ipv6Extensions.NONE) {
                errors.send(whole, from, group, Icmpv6Message.PARAMETER_PROBLEM, extensions.icmpCode(),
                        extensions.pointer());
            }
            trace.drop(counters.inFaults.of(fault), whole);
        } else if (filters.filter == null || passes(whole, group)) {
            handOver(whole, group, toOne);
        }
    }

    private boolean passes(Packet packet, boolean group) {
        Action action = filters.filter.look(Place.INPUT, packet, in == null ? Loopback.NAME : in.name(), null);
        if (action == Action.REJECT) {
            errors.send(packet, in, group, Icmpv6Message.UNREACHABLE, Icmpv6Message.CODE_PROHIBITED, 0);
        }
        if (action != Action.ACCEPT) {
            trace.drop(counters.inFiltered, packet);
        }
        return action == Action.ACCEPT;
    }

    private void handOver(Packet packet, boolean group, boolean toOne) {
        int protocol = extensions.protocol();
        arrive(toOne);
        if (protocol == Protocol.ICMPV6) {
            counters.inDelivers.increment();
            icmp.received(packet, extensions.at(), in, arrival);
            return;
        }
        ProtocolHandler handler = protocols.handler(protocol);
        if (protocol == Protocol.NO_NEXT) {
            trace.drop(counters.inNoNext, packet);
        } else if (handler == null) {
            errors.send(packet, in, group, Icmpv6Message.PARAMETER_PROBLEM, Icmpv6Message.CODE_NEXT_HEADER,
                    extensions.protocolPointer());
            trace.drop(counters.inUnknownProtocols, packet);
        } else if (arrival.sourceHigh == 0 && arrival.sourceLow == 0) {
            trace.drop(counters.inUnspecified, packet);
        } else if (!toOne && !handler.takesBroadcasts()) {
            trace.drop(counters.inMulticast, packet);
        } else {
            counters.inDelivers.increment();
            headerAt = packet.head;
            packet.pull(extensions.at() - packet.head);
            handler.received(packet, arrival);
        }
    }

    private void arrive(boolean toOne) {
        arrival.sourceHigh = header.sourceHigh();
        arrival.sourceLow = header.sourceLow();
        arrival.destinationHigh = header.destinationHigh();
        arrival.destinationLow = header.destinationLow();
        arrival.trafficClass = header.trafficClass();
        arrival.hopLimit = header.hopLimit();
        arrival.device = in == null ? Loopback.NAME : in.name();
        arrival.toOne = toOne;
    }

    /** No port wants the packet that a protocol is looking at, its head where it was; it stays with the caller. */
    void refusePort(Packet packet) {
        int transport = packet.head;
        packet.head = headerAt;
        errors.send(packet, in, false, Icmpv6Message.UNREACHABLE, Icmpv6Message.CODE_PORT_UNREACHABLE, 0);
        packet.head = transport;
    }

    private void timedOut(Packet first, int from) {
        errors.send(first, from == SELF ? null : interfaces.get(from), false, Icmpv6Message.TIME_EXCEEDED,
                Icmpv6Message.CODE_REASSEMBLY, 0);
        first.release();
    }

    /** Releases what waits for its other fragments. */
    void close() {
        if (reassembly != null) {
            reassembly.close();
        }
    }
}
