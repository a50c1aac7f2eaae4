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
    private final Timestamp timestamp;
    private final Redirects redirects;
    private final ErrorReports reports;
    private final IcmpCounters counters;
    private final PacketTrace trace;

    IcmpInput(Echo echo, Timestamp timestamp, Redirects redirects, ErrorReports reports, IcmpCounters counters,
            PacketTrace trace) {
        this.echo = echo;
        this.timestamp = timestamp;
        this.redirects = redirects;
        this.reports = reports;
        this.counters = counters;
        this.trace = trace;
    }

    /**
     * Takes a message.
     *
     * @param packet head at the IP header, which is sound
     * @param toOne whether it is for one of this node's own addresses
     * @param index number of the interface it came by
     */
    void received(Packet packet, boolean toOne, int index) {
        counters.inMessages.increment();
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head + header.headerLength());
        Fault fault = message.check(packet.tail);
        if (fault != Fault.NONE) {
            trace.drop(counters.inFaults.of(fault), packet);
            return;
        }
        switch (message.type()) {
            case IcmpMessage.ECHO -> echo.requested(packet, toOne);
            case IcmpMessage.ECHO_REPLY -> echo.replied(packet);
            case Timestamp.REQUEST -> timestamp.requested(packet, toOne);
            case IcmpMessage.REDIRECT -> redirects.received(packet, toOne, index);
            case IcmpMessage.SOURCE_QUENCH -> trace.drop(counters.inSourceQuench, packet);
            default -> error(packet, message, header, kind(message.type(), message.code()));
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

    /**
     * What an error means (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7); {@code null} when it is none that is known.
     */
    private static Kind kind(int type, int code) {
        return switch (type) {
            case IcmpMessage.UNREACHABLE -> unreachable(code);
            case IcmpMessage.TIME_EXCEEDED -> code == IcmpMessage.CODE_TIME_TO_LIVE ? Kind.TIME_EXCEEDED
                    : code == IcmpMessage.CODE_REASSEMBLY ? Kind.REASSEMBLY_TIME_EXCEEDED : null;
            case IcmpMessage.PARAMETER_PROBLEM -> code <= IcmpMessage.CODE_BAD_LENGTH ? Kind.PARAMETER_PROBLEM : null;
            default -> null;
        };
    }

    private static Kind unreachable(int code) {
        return switch (code) {
            case IcmpMessage.CODE_NET_UNREACHABLE, IcmpMessage.CODE_NET_UNKNOWN,
                    IcmpMessage.CODE_NET_UNREACHABLE_FOR_SERVICE -> Kind.NET_UNREACHABLE;
            case IcmpMessage.CODE_HOST_UNREACHABLE, IcmpMessage.CODE_SOURCE_ROUTE_FAILED, IcmpMessage.CODE_HOST_UNKNOWN,
                    IcmpMessage.CODE_SOURCE_HOST_ISOLATED, IcmpMessage.CODE_HOST_UNREACHABLE_FOR_SERVICE,
                    IcmpMessage.CODE_PRECEDENCE_VIOLATION, IcmpMessage.CODE_PRECEDENCE_CUTOFF -> Kind.HOST_UNREACHABLE;
            case IcmpMessage.CODE_NET_PROHIBITED, IcmpMessage.CODE_HOST_PROHIBITED, IcmpMessage.CODE_PROHIBITED ->
                    Kind.PROHIBITED;
            case IcmpMessage.CODE_PROTOCOL_UNREACHABLE -> Kind.PROTOCOL_UNREACHABLE;
            case IcmpMessage.CODE_PORT_UNREACHABLE -> Kind.PORT_UNREACHABLE;
            case IcmpMessage.CODE_FRAGMENTATION_NEEDED -> Kind.FRAGMENTATION_NEEDED;
            default -> null;
        };
    }
}
