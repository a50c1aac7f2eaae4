package org.wirelathe.ip.v6;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** Takes ICMPv6 messages for this node (RFC 4443). */
final class Icmp6Input {
    private final Icmp6Echo echo;
    private final Icmp6Reports reports;
    private final Ipv6Neighbours neighbours;
    private final Icmp6Counters counters;
    private final PacketTrace trace;
    private final Icmpv6Message message = new Icmpv6Message();

    Icmp6Input(Icmp6Echo echo, Icmp6Reports reports, Ipv6Neighbours neighbours, Icmp6Counters counters,
            PacketTrace trace) {
        this.echo = echo;
        this.reports = reports;
        this.neighbours = neighbours;
        this.counters = counters;
        this.trace = trace;
    }

    /**
     * Takes a message.
     *
     * @param packet head at the IPv6 header, which is sound
     * @param at where the message begins
     * @param in {@code null} when this node sent it to itself
     */
    void received(Packet packet, int at, Ipv6Interface in, Arrival arrival) {
        counters.inMsgs.increment();
        Fault fault = message.over(packet.bytes, at).check(packet.tail);
        if (fault == Fault.NONE && !message.verifies(arrival.sourceHigh, arrival.sourceLow, arrival.destinationHigh,
                arrival.destinationLow, packet.tail)) {
            fault = Fault.CHECKSUM;
        }
        if (fault != Fault.NONE) {
            trace.drop(counters.inFaults.of(fault), packet);
            return;
        }
        counters.inError(message.type());
        switch (message.type()) {
            case Icmpv6Message.ECHO -> echo.requested(packet, at, in);
            case Icmpv6Message.ECHO_REPLY -> echo.replied(packet, at);
            case Icmpv6Message.UNREACHABLE -> error(packet, unreachable(message.code()), arrival);
            case Icmpv6Message.PACKET_TOO_BIG -> tooBig(packet, arrival);
            case Icmpv6Message.TIME_EXCEEDED -> error(packet, timeExceeded(message.code()), arrival);
            case Icmpv6Message.PARAMETER_PROBLEM -> error(packet, parameterProblem(message.code()), arrival);
            case Icmpv6Message.ROUTER_SOLICITATION, Icmpv6Message.ROUTER_ADVERTISEMENT,
                    Icmpv6Message.NEIGHBOR_SOLICITATION, Icmpv6Message.NEIGHBOR_ADVERTISEMENT,
                    Icmpv6Message.REDIRECT -> neighbour(packet, at, in, arrival);
            default -> unknown(packet, arrival);
        }
    }

    private void neighbour(Packet packet, int at, Ipv6Interface in, Arrival arrival) {
        if (in == null) { // this node does not discover itself
            trace.drop(counters.inUnknownType, packet);
            return;
        }
        neighbours.discovery.received(packet, at, in, arrival);
    }

    /** RFC 8201 §4: no link has less than the least MTU, so that whoever says so is not to be believed (RFC 8021). */
    private void tooBig(Packet packet, Arrival arrival) {
        if (message.mtu() < Ipv6Header.LEAST_MTU) {
            trace.drop(counters.inMtu, packet);
        } else {
            error(packet, Kind.FRAGMENTATION_NEEDED, arrival);
        }
    }

    /** RFC 4443 §2.4 a and b: an error that is not known is passed on all the same, anything else is not. */
    private void unknown(Packet packet, Arrival arrival) {
        if (message.isError()) {
            error(packet, Kind.PARAMETER_PROBLEM, arrival);
        } else {
            trace.drop(counters.inUnknownType, packet);
        }
    }

    private void error(Packet packet, Kind kind, Arrival arrival) {
        int mtu = kind == Kind.FRAGMENTATION_NEEDED ? message.mtu() : 0;
        IpAddress reporter = new IpAddress(arrival.sourceHigh, arrival.sourceLow);
        if (reports.report(kind, reporter, arrival.destinationHigh, arrival.destinationLow, packet.bytes,
                message.at() + Icmpv6Message.HEADER, packet.tail, mtu)) {
            counters.inReported.increment();
            packet.release();
        } else {
            trace.drop(counters.inQuote, packet);
        }
    }

    /** RFC 4443 §3.1, and which errno Linux makes of it; of a code that is not known EPROTO. */
    private static Kind unreachable(int code) {
        return switch (code) {
            case Icmpv6Message.CODE_NO_ROUTE -> Kind.NET_UNREACHABLE;
            case Icmpv6Message.CODE_PROHIBITED, Icmpv6Message.CODE_SOURCE_POLICY, Icmpv6Message.CODE_REJECT_ROUTE ->
                Kind.PROHIBITED;
            case Icmpv6Message.CODE_BEYOND_SCOPE, Icmpv6Message.CODE_ADDRESS_UNREACHABLE -> Kind.HOST_UNREACHABLE;
            case Icmpv6Message.CODE_PORT_UNREACHABLE -> Kind.PORT_UNREACHABLE;
            default -> Kind.PARAMETER_PROBLEM;
        };
    }

    private static Kind timeExceeded(int code) {
        return code == Icmpv6Message.CODE_REASSEMBLY ? Kind.REASSEMBLY_TIME_EXCEEDED : Kind.TIME_EXCEEDED;
    }

    /** Code 1 is what IPv4 calls an unreachable protocol. */
    private static Kind parameterProblem(int code) {
        return code == Icmpv6Message.CODE_NEXT_HEADER ? Kind.PROTOCOL_UNREACHABLE : Kind.PARAMETER_PROBLEM;
    }
}
