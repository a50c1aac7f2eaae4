package org.wirelathe.ip.v4;

import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.SendOptions.Discovery;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.ip.Route;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;

/** Sends what this node has to say (RFC 1122 §3.3). */
final class Ipv4Output {
    /** Most bytes that the total length field can tell (RFC 791 §3.1). */
    private static final int MOST = 0xFFFF;
    /** Most bytes of options that the header length field can tell (RFC 791 §3.1). */
    static final int MOST_OPTIONS = 40;
    private static final byte[] NO_OPTIONS = {};

    private final Ways ways;
    private final Identification identification;
    private final Ipv4Counters counters;
    private final PacketTrace trace;
    private final LargePackets large;
    private final Ipv4Transmit transmit;
    private final Ipv4Header header = new Ipv4Header();

    Ipv4Output(Ways ways, Identification identification, Ipv4Counters counters, PacketTrace trace, LargePackets large,
            Ipv4Transmit transmit) {
        this.ways = ways;
        this.identification = identification;
        this.counters = counters;
        this.trace = trace;
        this.large = large;
        this.transmit = transmit;
    }

    /** Sends a packet, its head at the transport header, on a path. Takes ownership. */
    Sent send(Packet packet, Ipv4Path path, int protocol, SendOptions options) {
        return send(packet, path.route(), path.known(), path.from, path.to, protocol, options.trafficClass(),
                options.hopLimit(), options.discovery(), NO_OPTIONS, 0);
    }

    /**
     * The same without a path, for answers: routers may fragment them.
     *
     * @param source the source address, or {@link Ipv4#ANY} to have it chosen by the route
     */
    Sent answer(Packet packet, int source, int destination, int protocol, int trafficClass) {
        return answer(packet, source, destination, protocol, trafficClass, NO_OPTIONS, 0);
    }

    /** The same with {@code length} bytes of options, a multiple of 4. */
    Sent answer(Packet packet, int source, int destination, int protocol, int trafficClass, byte[] options,
            int length) {
        return send(packet, ways.to(source, destination), null, source, destination, protocol, trafficClass,
                SendOptions.DEFAULT_HOP_LIMIT, Discovery.DONT, options, length);
    }

    private Sent send(Packet packet, Route route, PathMtus.Entry known, int source, int destination, int protocol,
            int trafficClass, int hopLimit, Discovery discovery, byte[] options, int optionLength) {
        counters.outRequests.increment();
        if (route == null || route.leadsNowhere()) {
            trace.drop(counters.outNoRoutes, packet);
            return Sent.NO_ROUTE;
        }
        boolean byPath = known != null && (discovery == Discovery.DO || discovery == Discovery.WANT);
        int mtu = byPath ? known.mtu(route.mtu) : route.mtu;
        int length = packet.length() + Ipv4Header.LEAST + optionLength;
        boolean fits = length <= mtu || route.leadsOut() && large.fits(packet, mtu);
        boolean mayBeCut = (discovery == Discovery.WANT || discovery == Discovery.DONT) && packet.segmentSize == 0;
        if (!fits && !mayBeCut || length > MOST) {
            trace.drop(counters.outTooBig, packet);
            return Sent.TOO_BIG;
        }
        boolean whole = discovery == Discovery.DO || discovery == Discovery.PROBE
                || discovery == Discovery.WANT && fits && !(byPath && known.isSmaller());
        int number = identification.next(destination, packet.segmentSize == 0 ? 1 : large.count(packet));
        int from = source == Ipv4.ANY ? route.sourceFor(destination) : source;
        int flags = whole ? Ipv4Header.DONT_FRAGMENT : 0;
        header.over(packet.bytes, packet.push(Ipv4Header.LEAST + optionLength)).write(trafficClass, length, number,
                flags, hopLimit, protocol, from, destination);
        if (optionLength > 0) {
            System.arraycopy(options, 0, packet.bytes, packet.head + Ipv4Header.LEAST, optionLength);
            header.rewrite(Ipv4Header.LEAST + optionLength, length, flags);
        }
        trace.routed(packet);
        return transmit.own(packet, route, destination, fits ? 0 : mtu);
    }
}
