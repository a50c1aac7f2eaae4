package org.wirelathe.ip.v6;

import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** Echo requests and replies (RFC 4443 §4). Request data is a pattern: byte {@code i} is {@code i}. */
final class Icmp6Echo {
    /** Most bytes of data in a packet. */
    private static final int MOST_DATA = Ipv6Header.MOST_PAYLOAD - Icmpv6Message.HEADER;

    private final PacketPool packets;
    private final Ipv6Output output;
    private final EchoListeners listeners;
    private final Icmp6Counters counters;
    private final PacketTrace trace;
    private final Ipv6Header header = new Ipv6Header();
    private final Icmpv6Message message = new Icmpv6Message();
    private final EchoMemory memory;
    /** What the last reply was sent with. */
    private SendOptions replyOptions = SendOptions.DATAGRAM;

    Icmp6Echo(PacketPool packets, Ipv6Output output, EchoListeners listeners, EchoMemory memory,
            Icmp6Counters counters, PacketTrace trace) {
        this.packets = packets;
        this.output = output;
        this.listeners = listeners;
        this.memory = memory;
        this.counters = counters;
        this.trace = trace;
    }

    /** Sends a request; the source is chosen. */
    Sent request(IpAddress destination, int identifier, int sequence, int size, SendOptions options) {
        if (size > MOST_DATA) {
            return Sent.TOO_BIG;
        }
        Packet packet = packets.takeFor(Icmpv6Message.HEADER + size);
        int at = packet.put(Icmpv6Message.HEADER + size);
        for (int i = 0; i < size; i++) {
            packet.bytes[at + Icmpv6Message.HEADER + i] = (byte) i;
        }
        message.over(packet.bytes, at).writeEcho(Icmpv6Message.ECHO, identifier, sequence);
        counters.outMsgs.increment();
        counters.outEchos.increment();
        return output.sendIcmp(packet, 0, 0, destination.high(), destination.low(), null, options);
    }

    /**
     * Answers a request with the data that it brought, from the address it was sent to, or from one of the interface
     * when that is a group (RFC 4443 §4.2). Takes the packet.
     *
     * @param at where the message begins
     * @param in {@code null} when this node asked itself
     */
    void requested(Packet packet, int at, Ipv6Interface in) {
        header.over(packet.bytes, packet.head);
        long askerHigh = header.sourceHigh();
        long askerLow = header.sourceLow();
        if (askerHigh == 0 && askerLow == 0) {
            trace.drop(counters.inEchoSource, packet);
            return;
        }
        counters.inEchos.increment();
        trace.found(packet);
        boolean group = header.isToGroup();
        long asked = group ? 0 : header.destinationHigh();
        long askedLow = group ? 0 : header.destinationLow();
        int trafficClass = header.trafficClass();
        if (replyOptions.trafficClass() != trafficClass) {
            replyOptions = replyOptions.trafficClass(trafficClass);
        }
        packet.pull(at - packet.head);
        packet.checksum = Packet.CHECKSUM_NONE;
        message.over(packet.bytes, at).writeEcho(Icmpv6Message.ECHO_REPLY, message.identifier(), message.sequence());
        memory.answered(askerHigh, askerLow, message.identifier() << 16 | message.sequence());
        counters.outMsgs.increment();
        counters.outEchoReplies.increment();
        output.sendIcmp(packet, asked, askedLow, askerHigh, askerLow, in, replyOptions);
    }

    /** Tells the listener of a reply; takes the packet. */
    void replied(Packet packet, int at) {
        header.over(packet.bytes, packet.head);
        message.over(packet.bytes, at);
        int size = packet.tail - at - Icmpv6Message.HEADER;
        int identifier = message.identifier();
        if (!listeners.has(identifier) || !hasPattern(packet.bytes, at + Icmpv6Message.HEADER, size)) {
            trace.drop(counters.inEchoStray, packet);
            return;
        }
        IpAddress source = header.source();
        int sequence = message.sequence();
        int hopLimit = header.hopLimit();
        counters.inEchoReplies.increment();
        trace.found(packet);
        packet.release();
        listeners.replied(identifier, source, sequence, size, hopLimit);
    }

    private static boolean hasPattern(byte[] bytes, int at, int size) {
        for (int i = 0; i < size; i++) {
            if (bytes[at + i] != (byte) i) {
                return false;
            }
        }
        return true;
    }
}
