package org.wirelathe.ip.v4;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Sends ICMP errors (RFC 792, RFC 1122 §3.2.2, RFC 1812 §4.3.2). */
final class IcmpErrors {
    /** An error quotes as much as fits a packet of 576 bytes (RFC 1812 §4.3.2.3). */
    private static final int MOST_QUOTED = 576 - Ipv4Header.LEAST - IcmpMessage.HEADER;
    /** Precedence of internetwork control (RFC 1812 §4.3.2.5). */
    private static final int INTERNETWORK_CONTROL = 0xC0;

    private final Scheduler scheduler;
    private final PacketPool packets;
    private final Routes routes;
    private final Ipv4Output output;
    private final IcmpCounters counters;
    private final ErrorLimits limits;
    private final Ipv4Header header = new Ipv4Header();

    IcmpErrors(NodeContext node, Routes routes, Ipv4Output output, IcmpCounters counters) {
        scheduler = node.scheduler();
        packets = node.packets();
        limits = new ErrorLimits(node.random("icmp.limit"));
        this.routes = routes;
        this.output = output;
        this.counters = counters;
    }

    /** Most errors per second, and at once. */
    void limit(int perSecond, int burst) {
        limits.set(perSecond, burst);
    }

    /**
     * Sends an error about a packet to its source, unless no error may be sent about it.
     *
     * @param packet a sound packet, head at the IP header, not for all stations of a link; it stays with the caller
     * @param word what the type has in its second four bytes: the next hop's MTU, a better router, a pointer; or 0
     */
    void send(Packet packet, int type, int code, int word) {
        header.over(packet.bytes, packet.head);
        if (!mayBeReported(packet.tail)) {
            return;
        }
        // Like Linux, never hold back what path MTU discovery lives on.
        boolean vital = type == IcmpMessage.UNREACHABLE && code == IcmpMessage.CODE_FRAGMENTATION_NEEDED;
        if (!vital && !limits.take(header.source(), scheduler.now())) {
            counters.outRateLimit.increment();
            return;
        }
        int quoted = Math.min(packet.length(), MOST_QUOTED);
        Packet error = packets.take();
        int at = error.put(IcmpMessage.HEADER + quoted);
        System.arraycopy(packet.bytes, packet.head, error.bytes, at + IcmpMessage.HEADER, quoted);
        new IcmpMessage(error.bytes, at).write(type, code, word, error.tail);
        counters.outErrors.increment();
        int source = routes.isLocal(header.destination()) ? header.destination() : Ipv4.ANY;
        output.answer(error, source, header.source(), Protocol.ICMP, INTERNETWORK_CONTROL);
    }

    /** RFC 1122 §3.2.2: not about an ICMP error, a fragment but the first, a packet for many or from no single host. */
    private boolean mayBeReported(int limit) {
        if ((header.flagsAndOffset() & 0x1FFF) != 0 || !isOne(header.source()) || !isOne(header.destination())) {
            return false;
        }
        int body = header.at() + header.headerLength();
        return header.protocol() != Protocol.ICMP
                || body < limit && !new IcmpMessage(header.bytes(), body).isError();
    }

    /** Whether an address is that of one node, as far as this one knows the subnets. */
    private boolean isOne(int address) {
        Route route = routes.find(address);
        return route == null || !route.isForThisNode() ? Ipv4.isUnicast(address)
                : route.kind == RouteEntry.Kind.LOCAL;
    }
}
