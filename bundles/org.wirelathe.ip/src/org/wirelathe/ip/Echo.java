package org.wirelathe.ip;

import java.util.Arrays;

import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Echo requests and replies (RFC 792, RFC 1122 §3.2.2.6). Request data is a pattern: byte {@code i} is {@code i}. */
final class Echo {
    /** Most bytes of data that a packet can tell of (RFC 791 §3.1); without fragments the MTU allows less. */
    private static final int MOST_DATA = 0xFFFF - Ipv4Header.LEAST - IcmpMessage.HEADER;

    private final PacketPool packets;
    private final IpOutput output;
    private final IcmpCounters counters;
    private final PacketTrace trace;
    private int[] identifiers = new int[4];
    private EchoListener[] listeners = new EchoListener[4];
    private int listening;

    Echo(PacketPool packets, IpOutput output, IcmpCounters counters, PacketTrace trace) {
        this.packets = packets;
        this.output = output;
        this.counters = counters;
        this.trace = trace;
    }

    void listener(int identifier, EchoListener listener) {
        int i = index(identifier);
        if (listener == null) {
            if (i >= 0) {
                identifiers[i] = identifiers[--listening];
                listeners[i] = listeners[listening];
                listeners[listening] = null;
            }
            return;
        }
        if (i < 0) {
            i = listening++;
            if (i == listeners.length) {
                identifiers = Arrays.copyOf(identifiers, 2 * i);
                listeners = Arrays.copyOf(listeners, 2 * i);
            }
        }
        identifiers[i] = identifier;
        listeners[i] = listener;
    }

    private int index(int identifier) {
        for (int i = 0; i < listening; i++) {
            if (identifiers[i] == identifier) {
                return i;
            }
        }
        return -1;
    }

    Sent request(int destination, int identifier, int sequence, int size) {
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
        return output.send(packet, Ipv4.ANY, destination, Protocol.ICMP, 0, SendOptions.DEFAULT_HOP_LIMIT,
                Ipv4Header.DONT_FRAGMENT);
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
        packet.pull(header.headerLength());
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head);
        message.write(IcmpMessage.ECHO_REPLY, 0, message.identifier(), message.sequence(), packet.tail);
        counters.outEchoReplies.increment();
        output.send(packet, asked, asker, Protocol.ICMP, trafficClass, SendOptions.DEFAULT_HOP_LIMIT, 0);
    }

    /** Tells the listener of a reply; takes the packet. */
    void replied(Packet packet) {
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        int at = packet.head + header.headerLength();
        IcmpMessage message = new IcmpMessage(packet.bytes, at);
        int i = index(message.identifier());
        int source = header.source();
        int sequence = message.sequence();
        int timeToLive = header.timeToLive();
        int size = packet.tail - at - IcmpMessage.HEADER;
        boolean expected = i >= 0 && hasPattern(packet.bytes, at + IcmpMessage.HEADER, size);
        if (!expected) {
            trace.drop(counters.inEchoStray, packet);
            return;
        }
        counters.inEchoReplies.increment();
        trace.found(packet);
        packet.release();
        listeners[i].replied(IpAddress.ofV4(source), sequence, size, timeToLive);
    }

    private static boolean hasPattern(byte[] bytes, int at, int size) {
        for (int i = 0; i < size; i++) {
            if (bytes[at + i] != (byte) i) {
                return false;
            }
        }
        return true;
    }

    /** An error about a request came; returns whether somebody listens. */
    boolean failed(int identifier, int sequence, NetworkError error) {
        int i = index(identifier);
        if (i < 0) {
            return false;
        }
        listeners[i].failed(sequence, error);
        return true;
    }
}
