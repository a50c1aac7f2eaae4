package org.wirelathe.ip.v6;

import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Protocols;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Brings news of a failed packet to whoever sent it (RFC 4443 §2.4 d). The quoted packet must be one that this node can
 * have sent; whether it really did, its sequence number in flight, the transport protocol knows (RFC 5927 §4).
 */
final class Icmp6Reports {
    /** So much of the transport header must be there to tell whose it is. */
    private static final int LEAST_QUOTED = 8;

    private final Ipv6Interfaces interfaces;
    private final Protocols protocols;
    private final EchoListeners echoes;
    private final EchoMemory memory;
    private final Ipv6Mtus mtus;
    private final Ipv6Header quoted = new Ipv6Header();
    private final UpperHeader upper = new UpperHeader();

    Icmp6Reports(Ipv6Interfaces interfaces, Protocols protocols, EchoListeners echoes, EchoMemory memory,
            Ipv6Mtus mtus) {
        this.interfaces = interfaces;
        this.protocols = protocols;
        this.echoes = echoes;
        this.memory = memory;
        this.mtus = mtus;
    }

    /**
     * @param reporter who says so
     * @param toldHigh of the address of this node that was told: the source of the packet in error
     * @param at where the quoted IPv6 header begins in {@code bytes}
     * @return whether somebody was told
     */
    boolean report(Kind kind, IpAddress reporter, long toldHigh, long toldLow, byte[] bytes, int at, int limit,
            int mtu) {
        if (limit - at < Ipv6Header.LENGTH || Bytes.u8(bytes, at) >>> 4 != 6) {
            return false;
        }
        quoted.over(bytes, at);
        long high = quoted.destinationHigh();
        long low = quoted.destinationLow();
        if (quoted.sourceHigh() != toldHigh || quoted.sourceLow() != toldLow
                || interfaces.owner(toldHigh, toldLow) == null || high == 0 && (low == 0 || low == 1)
                || !upper.find(bytes, at, limit) || limit - upper.at() < LEAST_QUOTED) {
            return false;
        }
        int body = upper.at();
        NetworkError error = new NetworkError(kind, reporter, new IpAddress(toldHigh, toldLow),
                new IpAddress(high, low), Bytes.i64(bytes, body), mtu);
        if (upper.protocol() == Protocol.ICMPV6) {
            return echo(error, bytes, body);
        }
        ProtocolHandler handler = protocols.handler(upper.protocol());
        if (handler == null) {
            return false;
        }
        handler.failed(error);
        return true;
    }

    /** An echo request that somebody sent, or a reply of late; nobody above could tell of the path MTU. */
    private boolean echo(NetworkError error, byte[] bytes, int body) {
        Icmpv6Message message = new Icmpv6Message(bytes, body);
        IpAddress to = error.destination();
        boolean request = message.type() == Icmpv6Message.ECHO && echoes.has(message.identifier());
        boolean reply = message.type() == Icmpv6Message.ECHO_REPLY
                && memory.has(to.high(), to.low(), message.identifier() << 16 | message.sequence());
        if ((request || reply) && error.kind() == Kind.FRAGMENTATION_NEEDED) {
            mtus.learn(to.high(), to.low(), error.mtu());
        }
        return request ? echoes.failed(message.identifier(), message.sequence(), error) : reply;
    }
}
