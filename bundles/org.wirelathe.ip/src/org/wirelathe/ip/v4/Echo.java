package org.wirelathe.ip.v4;

import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Echo requests and replies (RFC 792, RFC 1122 §3.2.2.6). Request data is a pattern: byte {@code i} is {@code i}. */
final class Echo {
    /** Most bytes of data that a packet can tell of (RFC 791 §3.1). */
    private static final int MOST_DATA = 0xFFFF - Ipv4Header.LEAST - IcmpMessage.HEADER;

    private final PacketPool packets;
    private final Ipv4Output output;
    private final IcmpCounters counters;
    private final PacketTrace trace;
    private final OptionProcessing options;
    private final EchoListeners listeners;
    /** Options of the request that come back in the reply. */
    private final byte[] records = new byte[Ipv4Output.MOST_OPTIONS];

    Echo(PacketPool packets, Ipv4Output output, OptionProcessing options, EchoListeners listeners,
            IcmpCounters counters, PacketTrace trace) {
        this.packets = packets;
        this.options = options;
        this.output = output;
        this.listeners = listeners;
        this.counters = counters;
        this.trace = trace;
    }

    /** Sends a request on a path, its data {@code size} bytes. */
    Sent request(Ipv4Path path, int identifier, int sequence, int size, SendOptions how) {
        if (size > MOST_DATA) {
            return Sent.TOO_BIG;
        }
        Packet packet = packets.takeFor(IcmpMessage.HEADER + size);
        int at = packet.put(IcmpMessage.HEADER + size);
        for (int i = 0; i < size; i++) {
            packet.bytes[at + IcmpMessage.HEADER + i] = (byte) i;
        }
        new IcmpMessage(packet.bytes, at).write(IcmpMessage.ECHO, 0, identifier, sequence, packet.tail);
        counters.outEchos.increment();
        return output.send(packet, path, Protocol.ICMP, how);
    }

    /** Answers a request with the packet that brought it, from the address it was sent to (RFC 1122 §3.2.2.6). */
    void requested(Packet packet, boolean toOne) {
        if (!toOne) {
            trace.drop(counters.inEchoBroadcast, packet);
            return;
        }
        counters.inEchos.increment();
        trace.found(packet);
        packet.checksum = Packet.CHECKSUM_NONE;                         // what the card verified was another message
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        int asker = header.source();
        int asked = header.destination();
        int trafficClass = header.trafficClass();
        int recorded = options.copyRecords(packet, records);
        packet.pull(header.headerLength());
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head);
        message.write(IcmpMessage.ECHO_REPLY, 0, message.identifier(), message.sequence(), packet.tail);
        counters.outEchoReplies.increment();
        output.answer(packet, asked, asker, Protocol.ICMP, trafficClass, records, recorded);
    }

    /** Tells the listener of a reply; takes the packet. */
    void replied(Packet packet) {
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        int at = packet.head + header.headerLength();
        IcmpMessage message = new IcmpMessage(packet.bytes, at);
        int identifier = message.identifier();
        int source = header.source();
        int sequence = message.sequence();
        int timeToLive = header.timeToLive();
        int size = packet.tail - at - IcmpMessage.HEADER;
        boolean expected = listeners.has(identifier) && hasPattern(packet.bytes, at + IcmpMessage.HEADER, size);
        if (!expected) {
            trace.drop(counters.inEchoStray, packet);
            return;
        }
        counters.inEchoReplies.increment();
        trace.found(packet);
        packet.release();
        listeners.replied(identifier, IpAddress.ofV4(source), sequence, size, timeToLive);
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
