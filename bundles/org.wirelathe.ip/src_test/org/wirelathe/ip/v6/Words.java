package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.wirelathe.wire.Fault;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** Tells a packet in words, and holds it to be sound. */
final class Words {
    private Words() {
    }

    static String of(byte[] packet) {
        Ipv6Header header = new Ipv6Header(packet, 0);
        assertEquals(Fault.NONE, header.check(packet.length));
        assertEquals(packet.length, header.totalLength());
        return ends(header) + " " + what(header);
    }

    private static String ends(Ipv6Header header) {
        return header.source() + " > " + header.destination();
    }

    private static String what(Ipv6Header header) {
        if (header.nextHeader() == Protocol.FRAGMENT) {
            FragmentHeader fragment = new FragmentHeader(header.bytes(), Ipv6Header.LENGTH);
            return "fragment at " + fragment.offset() + (fragment.hasMore() ? "+" : "") + ", "
                    + (header.payloadLength() - FragmentHeader.LENGTH) + " bytes";
        }
        if (header.nextHeader() != Protocol.ICMPV6) {
            return "hl " + header.hopLimit() + ", " + header.payloadLength() + " bytes";
        }
        Icmpv6Message message = new Icmpv6Message(header.bytes(), Ipv6Header.LENGTH);
        assertEquals(Fault.NONE, message.check(header.totalLength()));
        assertTrue(message.verifies(header.sourceHigh(), header.sourceLow(), header.destinationHigh(),
                header.destinationLow(), header.totalLength()), "ICMPv6 checksum");
        return switch (message.type()) {
            case Icmpv6Message.ECHO -> "echo " + message.identifier() + "/" + message.sequence() + ", "
                    + (header.payloadLength() - 8) + " bytes";
            case Icmpv6Message.ECHO_REPLY -> "reply " + message.identifier() + "/" + message.sequence() + ", "
                    + (header.payloadLength() - 8) + " bytes";
            case Icmpv6Message.UNREACHABLE -> error("unreachable", message, "");
            case Icmpv6Message.PACKET_TOO_BIG -> error("too big", message, " mtu " + message.mtu());
            case Icmpv6Message.TIME_EXCEEDED -> error("time exceeded", message, "");
            case Icmpv6Message.PARAMETER_PROBLEM -> error("parameter problem", message, " at " + message.pointer());
            default -> "icmp " + message.type() + ", hl " + header.hopLimit();
        };
    }

    private static String error(String name, Icmpv6Message message, String word) {
        return name + " " + message.code() + word + " about "
                + ends(new Ipv6Header(message.bytes(), message.at() + Icmpv6Message.HEADER));
    }
}
