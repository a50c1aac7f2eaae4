package org.wirelathe.ip.ndp;

import java.util.List;

import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;
import org.wirelathe.wire.PrefixInformation;

/** What a router says of itself and of the link (RFC 4861 §4.2, §6.2.3). */
final class RouterAdvertisementMessage {
    private final NodeContext node;
    private final Ipv6Core core;
    private final Ipv6Interface at;
    private final NeighborMessage view = new NeighborMessage();
    private final PrefixInformation information = new PrefixInformation();
    private final Counter sent;

    RouterAdvertisementMessage(NodeContext node, Ipv6Core core, Ipv6Interface at) {
        this.node = node;
        this.core = core;
        this.at = at;
        sent = node.counters().counter(at.name(), "ndOutRouterAdvertisements");
    }

    /**
     * Tells all nodes of the link, in as many messages as the prefixes need; without a link-local address nobody.
     *
     * @param router whether this node is a default router still
     */
    void send(Advertisement advertisement, boolean router) {
        List<Advertisement.Prefix> prefixes = advertisement.prefixes();
        IpAddress source = LinkLocal.of(at);
        if (source == null) {
            return;
        }
        int next = 0;
        do {
            Packet packet = node.packets().take();
            int end = begin(packet, advertisement, router);
            int limit = packet.head + Ipv6Header.LEAST_MTU - Ipv6Header.LENGTH - PrefixInformation.LENGTH;
            while (next < prefixes.size() && end <= limit) {
                end = write(packet, end, prefixes.get(next++));
            }
            packet.put(end - packet.head);
            sent.increment();
            core.send(packet, at, source, IpAddress.ALL_NODES);
        } while (next < prefixes.size());
    }

    private int begin(Packet packet, Advertisement advertisement, boolean router) {
        long lifetime = router ? advertisement.defaultLifetime() / Constants.SECOND : 0;
        int end = view.over(packet.bytes, packet.head)
                .writeRouterAdvertisement(advertisement.curHopLimit(), 0, (int) lifetime, 0, 0);
        end = NeighborOptions.writeAddress(packet.bytes, end, NeighborOptions.SOURCE_ADDRESS, at.link().nic().mac());
        return advertisement.linkMtu() == 0 ? end
                : NeighborOptions.writeMtu(packet.bytes, end, advertisement.linkMtu());
    }

    private int write(Packet packet, int end, Advertisement.Prefix prefix) {
        IpAddress network = prefix.prefix().network();
        information.over(packet.bytes, end).write(prefix.prefix().length(),
                (prefix.onLink() ? PrefixInformation.ON_LINK : 0)
                        | (prefix.autonomous() ? PrefixInformation.AUTONOMOUS : 0),
                seconds(prefix.validLifetime()), seconds(prefix.preferredLifetime()), network.high(), network.low());
        return end + PrefixInformation.LENGTH;
    }

    /** A lifetime in ns as messages have it. */
    static long seconds(long lifetime) {
        return Math.min(lifetime / Constants.SECOND, PrefixInformation.FOREVER);
    }
}
