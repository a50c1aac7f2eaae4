package org.wirelathe.ip.v4;

import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Route;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/**
 * Brings news of a failed packet to whoever sent it (RFC 1122 §3.2.2). The quoted packet must be one that this node can
 * have sent; whether it really did, its sequence number in flight, the transport protocol knows (RFC 5927 §4).
 */
final class ErrorReports {
    /** An error quotes at least so much behind the IP header (RFC 792). */
    private static final int LEAST_QUOTED = 8;

    private final Routes routes;
    private final Protocols protocols;
    private final EchoListeners echoes;
    private final PathMtus mtus;

    ErrorReports(Routes routes, Protocols protocols, EchoListeners echoes, PathMtus mtus) {
        this.routes = routes;
        this.protocols = protocols;
        this.echoes = echoes;
        this.mtus = mtus;
    }

    /**
     * @param reporter who says so
     * @param reportedTo the address of this node that was told: the source of the packet in error
     * @param at where the quoted IP header begins in {@code bytes}
     * @return whether somebody was told
     */
    boolean report(NetworkError.Kind kind, int reporter, int reportedTo, byte[] bytes, int at, int limit, int mtu) {
        if (limit - at < Ipv4Header.LEAST + LEAST_QUOTED) {
            return false;
        }
        Ipv4Header quoted = new Ipv4Header(bytes, at);
        int headerLength = quoted.headerLength();
        if (Bytes.u8(bytes, at) >>> 4 != 4 || headerLength < Ipv4Header.LEAST
                || limit - at < headerLength + LEAST_QUOTED || quoted.totalLength() < headerLength + LEAST_QUOTED
                || (quoted.flagsAndOffset() & 0x1FFF) != 0
                || quoted.source() != reportedTo || !routes.isLocal(reportedTo)) {
            return false;
        }
        int body = at + headerLength;
        NetworkError error = new NetworkError(kind, IpAddress.ofV4(reporter), IpAddress.ofV4(reportedTo),
                IpAddress.ofV4(quoted.destination()), Bytes.i64(bytes, body), mtu);
        if (quoted.protocol() == Protocol.ICMP) {
            return reportEcho(new IcmpMessage(bytes, body), quoted.destination(), error);
        }
        ProtocolHandler handler = protocols.handler(quoted.protocol());
        if (handler == null) {
            return false;
        }
        handler.failed(error);
        return true;
    }

    /**
     * Of its echo requests this layer knows itself which are under way: what a transport protocol does, it does here.
     */
    private boolean reportEcho(IcmpMessage message, int destination, NetworkError error) {
        if (message.type() != IcmpMessage.ECHO || !echoes.has(message.identifier())) {
            return false;
        }
        Route route = routes.find(destination);
        if (error.kind() == NetworkError.Kind.FRAGMENTATION_NEEDED && route != null) {
            mtus.tooBig(destination, error.mtu(), route.mtu);
        }
        return echoes.failed(message.identifier(), message.sequence(), error);
    }
}
