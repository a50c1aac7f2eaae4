package org.wirelathe.ip.ndp;

import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;
import org.wirelathe.wire.PrefixInformation;
import org.wirelathe.wire.Protocol;

/** What a packet says, in words that a test can write down. */
final class Words {
    private Words() {
    }

    static String of(byte[] bytes, int at, int limit) {
        Ipv6Header ip = new Ipv6Header(bytes, at);
        String way = ip.source() + " > " + ip.destination() + ' ';
        if (ip.nextHeader() != Protocol.ICMPV6 || !NeighborMessage.isOne(bytes[at + 40] & 0xFF)) {
            return way + "data";
        }
        boolean sealed = new Icmpv6Message(bytes, at + Ipv6Header.LENGTH).verifies(ip.sourceHigh(), ip.sourceLow(),
                ip.destinationHigh(), ip.destinationLow(), limit);
        NeighborMessage message = new NeighborMessage().over(bytes, at + Ipv6Header.LENGTH);
        String fault = message.check(ip, limit).name();
        return way + what(message) + options(message) + (fault.equals("NONE") ? "" : " " + fault)
                + (sealed ? "" : " bad checksum");
    }

    private static String what(NeighborMessage message) {
        return switch (message.type()) {
            case Icmpv6Message.ROUTER_SOLICITATION -> "RS";
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> "RA hop " + message.hopLimit() + " life "
                    + message.routerLifetime();
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> "NS " + message.target();
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> "NA " + message.target() + ' ' + flags(message.flags());
            default -> "redirect " + message.destination() + " to " + message.target();
        };
    }

    private static String flags(int flags) {
        return ((flags & NeighborMessage.ROUTER) != 0 ? "R" : "-") + ((flags & NeighborMessage.SOLICITED) != 0
                ? "S" : "-") + ((flags & NeighborMessage.OVERRIDE) != 0 ? "O" : "-");
    }

    private static String options(NeighborMessage message) {
        StringBuilder text = new StringBuilder();
        NeighborOptions options = message.options();
        if (options.hasSource()) {
            text.append(" from ").append(Mac.format(options.source()).substring(12));
        }
        if (options.hasTarget()) {
            text.append(" at ").append(Mac.format(options.target()).substring(12));
        }
        if (options.mtu() != NeighborOptions.NONE) {
            text.append(" mtu ").append(options.mtu());
        }
        PrefixInformation prefix = new PrefixInformation();
        for (int at = options.firstPrefix(); at != NeighborOptions.NONE; at = options.nextPrefix(at)) {
            prefix.over(message.bytes(), at);
            text.append(' ').append(new IpAddress(prefix.prefixHigh(), prefix.prefixLow())).append('/')
                    .append(prefix.prefixLength()).append(prefix.isOnLink() ? " L" : " -")
                    .append(prefix.isAutonomous() ? 'A' : '-').append(' ').append(prefix.validLifetime()).append('/')
                    .append(prefix.preferredLifetime());
        }
        if (options.redirectedAt() != NeighborOptions.NONE) {
            text.append(" of ").append(options.redirectedLimit() - options.redirectedAt()).append(" bytes");
        }
        return text.toString();
    }
}
