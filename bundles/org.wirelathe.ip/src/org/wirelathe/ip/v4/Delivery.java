package org.wirelathe.ip.v4;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.fragment.Ipv4Reassembly;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Gives packets for this node to their protocols, whole (RFC 1122 §3.2.1.4, §3.3.2). */
final class Delivery {
    private final Protocols protocols;
    private final Ipv4Reassembly reassembly;
    private final IcmpInput icmp;
    private final OptionProcessing options;
    private final PacketFilters filters;
    private final IcmpErrors errors;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final Ipv4Header header = new Ipv4Header();
    private final Arrival arrival = new Arrival();

    Delivery(Protocols protocols, Ipv4Reassembly reassembly, IcmpInput icmp, OptionProcessing options,
            PacketFilters filters, IcmpErrors errors, Ipv4Counters counters, PacketTrace trace) {
        this.protocols = protocols;
        this.reassembly = reassembly;
        this.icmp = icmp;
        this.options = options;
        this.filters = filters;
        this.errors = errors;
        this.counters = counters;
        this.trace = trace;
    }

    /**
     * Delivers a sound packet. Takes ownership.
     *
     * @param device name of the interface it came in by, {@code index} its number
     * @param toOne whether the packet is for one of this node's own addresses, not for all stations or a group
     * @param address this node's, for what options ask
     */
    void deliver(Packet received, String device, int index, boolean toOne, int address) {
        header.over(received.bytes, received.head);
        Packet packet = received;
        if (header.isFragment()) {
            packet = reassembly.add(received, index);
            if (packet == null) {
                return;
            }
            header.over(packet.bytes, packet.head);
        }
        if (filters.filter != null && !passes(packet, device)) {
            return;
        }
        if (header.headerLength() > Ipv4Header.LEAST) {
            options.pass(packet, address);
        }
        int protocol = header.protocol();
        ProtocolHandler handler = protocols.handler(protocol);
        if (handler != null && !toOne && !handler.takesBroadcasts()) {
            trace.drop(counters.inBroadcast, packet);
        } else if (handler != null) {
            counters.inDelivers.increment();
            packet.pull(header.headerLength());
            handler.received(packet, arrival(device, toOne));
        } else if (protocol == Protocol.ICMP) {
            counters.inDelivers.increment();
            icmp.received(packet, toOne, index);
        } else {
            if (toOne) { // RFC 1122 §3.2.2.1
                errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PROTOCOL_UNREACHABLE, 0);
            }
            trace.drop(counters.inUnknownProtocols, packet);
        }
    }

    private boolean passes(Packet packet, String device) {
        Action action = filters.filter.look(Place.INPUT, packet, device, null);
        if (action == Action.ACCEPT) {
            return true;
        }
        if (action == Action.REJECT) {
            errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PROHIBITED, 0);
        }
        trace.drop(counters.inFiltered, packet);
        return false;
    }

    private Arrival arrival(String device, boolean toOne) {
        arrival.sourceLow = IpAddress.mapped(header.source());
        arrival.destinationLow = IpAddress.mapped(header.destination());
        arrival.trafficClass = header.trafficClass();
        arrival.hopLimit = header.timeToLive();
        arrival.device = device;
        arrival.toOne = toOne;
        return arrival;
    }

    /** The packet that is being delivered, its head at the transport header, is for a port that nobody has. */
    void refusePort(Packet packet) {
        if (!arrival.toOne) {
            return;
        }
        int head = packet.head;
        packet.head = header.at();
        errors.send(packet, IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PORT_UNREACHABLE, 0);
        packet.head = head;
    }
}
