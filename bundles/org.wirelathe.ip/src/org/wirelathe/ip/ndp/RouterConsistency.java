package org.wirelathe.ip.ndp;

import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;
import org.wirelathe.wire.PrefixInformation;

/** A router looks whether the others of its link tell hosts the same as it does, and tells people (RFC 4861 §6.2.7). */
final class RouterConsistency {
    /** Between events about routers that contradict this one, ns. */
    static final long TELL_INTERVAL = 600 * Constants.SECOND;

    private final NodeContext node;
    private final Ipv6Interface at;
    private final Advertisement own;
    private final PrefixInformation information = new PrefixInformation();
    private long tellAt;

    RouterConsistency(NodeContext node, Ipv6Interface at, Advertisement own) {
        this.node = node;
        this.at = at;
        this.own = own;
    }

    /** Another router's advertisement, which is valid. */
    void compare(IpAddress router, NeighborMessage message) {
        long now = node.scheduler().now();
        String what = now < tellAt ? null : contradiction(message);
        if (what != null) {
            tellAt = now + TELL_INTERVAL;
            node.journal().event("contradiction", node.name() + ':' + at.name(), "The router " + router
                    + " advertises another " + what + " than " + node.name() + ':' + at.name());
        }
    }

    private String contradiction(NeighborMessage message) {
        if (message.hopLimit() != 0 && own.curHopLimit() != 0 && message.hopLimit() != own.curHopLimit()) {
            return "hop limit";
        }
        NeighborOptions options = message.options();
        if (options.mtu() != NeighborOptions.NONE && own.linkMtu() != 0 && options.mtu() != own.linkMtu()) {
            return "MTU";
        }
        for (int i = options.firstPrefix(); i != NeighborOptions.NONE; i = options.nextPrefix(i)) {
            String what = contradiction(information.over(message.bytes(), i));
            if (what != null) {
                return what;
            }
        }
        return null;
    }

    private String contradiction(PrefixInformation prefix) {
        for (Advertisement.Prefix one : own.prefixes()) {
            IpAddress network = one.prefix().network();
            if (one.prefix().length() == prefix.prefixLength() && network.high() == prefix.prefixHigh()
                    && network.low() == prefix.prefixLow()) {
                return RouterAdvertisementMessage.seconds(one.validLifetime()) == prefix.validLifetime()
                        && RouterAdvertisementMessage.seconds(one.preferredLifetime()) == prefix.preferredLifetime()
                                ? null : "lifetime of " + one.prefix();
            }
        }
        return null;
    }
}
