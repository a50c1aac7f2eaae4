package org.wirelathe.ip.v6;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** Sends ICMPv6 errors (RFC 4443 §2.4 and §3). */
final class Icmp6Errors {
    /** An error is no longer than the least MTU, whatever it quotes (RFC 4443 §2.4 c). */
    private static final int MOST_QUOTED = Ipv6Header.LEAST_MTU - Ipv6Header.LENGTH - Icmpv6Message.HEADER;

    private final Scheduler scheduler;
    private final PacketPool packets;
    private final Ipv6Output output;
    private final Ipv6Interfaces interfaces;
    private final Icmp6Counters counters;
    private final Ipv6Header header = new Ipv6Header();
    private final Icmpv6Message message = new Icmpv6Message();
    private final UpperHeader upper = new UpperHeader();
    private final Icmp6Limit limit;

    Icmp6Errors(NodeContext node, Ipv6Output output, Ipv6Interfaces interfaces, Icmp6Counters counters) {
        scheduler = node.scheduler();
        packets = node.packets();
        limit = new Icmp6Limit(node.random("icmp6.limit"));
        this.output = output;
        this.interfaces = interfaces;
        this.counters = counters;
    }

    void settings(NetworkSettings settings) {
        limit.set(settings.errorsPerSecond(), settings.errorBurst());
    }

    /**
     * Sends an error about a packet to its source, unless no error may be sent about it.
     *
     * @param packet a packet with a sound header, head at that; it stays with the caller
     * @param in where it came in; {@code null} when this node sent it to itself
     * @param group whether its frame was for a group or all stations
     * @param word MTU or pointer, or 0
     */
    void send(Packet packet, Ipv6Interface in, boolean group, int type, int code, int word) {
        header.over(packet.bytes, packet.head);
        if (!mayBeReported(packet, group, type, code)) {
            return;
        }
        // Like Linux, never hold back what path MTU discovery lives on.
        if (type != Icmpv6Message.PACKET_TOO_BIG && !limit.take(header.sourceHigh(), header.sourceLow(), scheduler.now())) {
            counters.outRateLimit.increment();
            return;
        }
        int quoted = Math.min(packet.length(), MOST_QUOTED);
        Packet error = packets.take();
        int at = error.put(Icmpv6Message.HEADER + quoted);
        System.arraycopy(packet.bytes, packet.head, error.bytes, at + Icmpv6Message.HEADER, quoted);
        message.over(error.bytes, at).write(type, code, word);
        long toHigh = header.sourceHigh();
        long toLow = header.sourceLow();
        // RFC 4443 §2.2 a: from the address that was spoken to, if it is one of this node.
        boolean mine = interfaces.owner(header.destinationHigh(), header.destinationLow()) != null
                || header.destinationHigh() == 0 && header.destinationLow() == 1;
        counters.outMsgs.increment();
        counters.outErrors(type).increment();
        output.sendIcmp(error, mine ? header.destinationHigh() : 0, mine ? header.destinationLow() : 0, toHigh, toLow,
                in, SendOptions.DATAGRAM);
    }

    /** RFC 4443 §2.4 e. */
    private boolean mayBeReported(Packet packet, boolean group, int type, int code) {
        // e.3 and e.4: two kinds are sent about packets for many, too.
        boolean evenOfGroup = type == Icmpv6Message.PACKET_TOO_BIG
                || type == Icmpv6Message.PARAMETER_PROBLEM && code == Icmpv6Message.CODE_OPTION;
        if ((group || header.isToGroup()) && !evenOfGroup) {
            return false;
        }
        if (!Scope.isUnicast(header.sourceHigh(), header.sourceLow()) // e.6
                && !(header.sourceHigh() == 0 && header.sourceLow() == 1)) {
            return false;
        }
        // e.1 and e.2, as far as can be seen; as in Linux, a message whose type is cut off may be an error.
        return !upper.find(packet.bytes, packet.head, packet.tail) || upper.protocol() != Protocol.ICMPV6
                || upper.at() < packet.tail && !isErrorOrRedirect(message.over(packet.bytes, upper.at()).type());
    }

    private static boolean isErrorOrRedirect(int type) {
        return Icmpv6Message.isError(type) || type == Icmpv6Message.REDIRECT;
    }
}
