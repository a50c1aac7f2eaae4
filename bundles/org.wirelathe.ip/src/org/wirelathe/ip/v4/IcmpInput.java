package org.wirelathe.ip.v4;

import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4Header;

/** Takes ICMP messages for this node (RFC 792, RFC 1122 §3.2.2). */
final class IcmpInput {
    private final Echo echo;
    private final ErrorReports reports;
    private final IcmpCounters counters;
    private final PacketTrace trace;

    IcmpInput(Echo echo, ErrorReports reports, IcmpCounters counters, PacketTrace trace) {
        this.echo = echo;
        this.reports = reports;
        this.counters = counters;
        this.trace = trace;
    }

    /** @param packet head at the IP header, which is sound; {@code toOne}: for one of this node's own addresses */
    void received(Packet packet, boolean toOne) {
        counters.inMessages.increment();
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head + header.headerLength());
        Fault fault = message.check(packet.tail);
        if (fault != Fault.NONE) {
            trace.drop(counters.inFaults.of(fault), packet);
            return;
        }
        switch (message.type()) {
            case IcmpMessage.ECHO:
                echo.requested(packet, toOne);
                return;
            case IcmpMessage.ECHO_REPLY:
                echo.replied(packet);
                return;
            case IcmpMessage.UNREACHABLE:
                error(packet, message, header, unreachable(message.code()));
                return;
            case IcmpMessage.TIME_EXCEEDED:
                error(packet, message, header, message.code() <= 1 ? Kind.TIME_EXCEEDED : null);
                return;
            default:
                trace.drop(counters.inUnknownType, packet);
        }
    }

    private void error(Packet packet, IcmpMessage message, Ipv4Header header, Kind kind) {
        if (kind == null) {
            trace.drop(counters.inUnknownType, packet);
            return;
        }
        int mtu = kind == Kind.FRAGMENTATION_NEEDED ? message.nextHopMtu() : 0;
        if (reports.report(kind, header.source(), header.destination(), message.bytes(),
                message.at() + IcmpMessage.HEADER, packet.tail, mtu)) {
            counters.inReported.increment();
            packet.release();
        } else {
            trace.drop(counters.inQuote, packet);
        }
    }

    /** What an unreachable code means (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1); {@code null} when unknown. */
    private static Kind unreachable(int code) {
        return switch (code) {
            case IcmpMessage.CODE_NET_UNREACHABLE, 6, 9, 11 -> Kind.NET_UNREACHABLE;
            case IcmpMessage.CODE_HOST_UNREACHABLE, 5, 7, 8, 10, 12, 13, 14, 15 -> Kind.HOST_UNREACHABLE;
            case IcmpMessage.CODE_PROTOCOL_UNREACHABLE -> Kind.PROTOCOL_UNREACHABLE;
            case IcmpMessage.CODE_PORT_UNREACHABLE -> Kind.PORT_UNREACHABLE;
            case IcmpMessage.CODE_FRAGMENTATION_NEEDED -> Kind.FRAGMENTATION_NEEDED;
            default -> null;
        };
    }
}
