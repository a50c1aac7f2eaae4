package org.wirelathe.ip.ndp;

import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;

/** Takes neighbour solicitations and advertisements that are valid (RFC 4861 §7.2.3 to §7.2.5, RFC 4862 §5.4). */
final class NeighbourInput {
    /** Between events about an address that two stations use, ns. */
    private static final long TELL_INTERVAL = 10 * Constants.SECOND;

    private final NodeContext node;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final Addresses addresses;
    private final Neighbours neighbours;
    private final Messages messages;
    private long tellAt;

    NeighbourInput(NodeContext node, Ipv6Core core, Ipv6Interface at, Addresses addresses, Neighbours neighbours,
            Messages messages) {
        this.node = node;
        this.core = core;
        this.at = at;
        this.addresses = addresses;
        this.neighbours = neighbours;
        this.messages = messages;
    }

    /** Somebody asks for an address. Returns why the message is dropped; {@code null} when it is of use. */
    String solicitation(Ipv6Header ip, NeighborMessage message) {
        Ipv6Address target = at.address(message.targetHigh(), message.targetLow());
        if (target == null) {
            return Drops.OTHER_TARGET;
        }
        boolean nobody = ip.sourceHigh() == 0 && ip.sourceLow() == 0;
        if (!target.isUsable()) {
            return tried(target, nobody);
        }
        int flags = NeighborMessage.OVERRIDE | (core.isRouter() ? NeighborMessage.ROUTER : 0);
        if (nobody) {
            messages.neighbourAdvertisement(target.address, IpAddress.ALL_NODES, flags);
            return null;
        }
        if (message.options().hasSource()) {
            neighbours.heard(ip.sourceHigh(), ip.sourceLow(), message.options().source());
        }
        messages.neighbourAdvertisement(target.address, ip.source(), flags | NeighborMessage.SOLICITED);
        return null;
    }

    /** Who only asks for an address that is being tried gets no answer; who tries it too has it (RFC 4862 §5.4.3). */
    private String tried(Ipv6Address target, boolean nobody) {
        if (nobody && target.state == AddressRow.State.TENTATIVE) {
            addresses.conflict(target);
            return null;
        }
        return Drops.TENTATIVE;
    }

    /** Somebody says that he has an address. Returns why the message is dropped; {@code null} when it is of use. */
    String advertisement(NeighborMessage message) {
        Ipv6Address own = at.address(message.targetHigh(), message.targetLow());
        if (own != null && own.state != AddressRow.State.DUPLICATE) {
            return claimed(own);
        }
        int flags = message.flags();
        long mac = message.options().hasTarget() ? message.options().target() : Neighbour.UNKNOWN;
        boolean known = neighbours.advertised(message.targetHigh(), message.targetLow(),
                (flags & NeighborMessage.ROUTER) != 0, (flags & NeighborMessage.SOLICITED) != 0,
                (flags & NeighborMessage.OVERRIDE) != 0, mac);
        return known ? null : Drops.UNASKED;
    }

    /** One that is tried is given up (RFC 4862 §5.4.4); one that is used stays, and people are told. */
    private String claimed(Ipv6Address own) {
        if (own.state == AddressRow.State.TENTATIVE) {
            addresses.conflict(own);
            return null;
        }
        long now = node.scheduler().now();
        if (now >= tellAt) {
            tellAt = now + TELL_INTERVAL;
            node.journal().event("conflict", node.name() + ':' + at.name(),
                    "Another station claims the address " + own.address + ", which " + node.name() + ':' + at.name()
                            + " uses");
        }
        return Drops.OWN_ADDRESS;
    }
}
