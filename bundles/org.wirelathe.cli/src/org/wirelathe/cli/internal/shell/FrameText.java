package org.wirelathe.cli.internal.shell;

import java.util.Locale;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** Frames on a line each, as tcpdump(8) prints them. Belongs to one thread. */
final class FrameText {
    private static final int TAG = 4;
    private static final int VLAN_ID = 0xFFF;
    private static final int OFFSET = 0x1FFF;

    private final Ipv4Header ip4 = new Ipv4Header();
    private final Ipv6Header ip6 = new Ipv6Header();
    private final Ipv6Extensions extensions = new Ipv6Extensions();
    private final UdpHeader udp = new UdpHeader();
    private final TcpText tcp = new TcpText();
    private final IcmpText icmp = new IcmpText();

    /** What the frame {@code bytes[from .. to)} is, destination address first. */
    String line(byte[] bytes, int from, int to) {
        if (to - from < EthernetHeader.LENGTH) {
            return "[|ether]";
        }
        int type = Bytes.u16(bytes, from + EthernetHeader.LENGTH - 2);
        int at = from + EthernetHeader.LENGTH;
        StringBuilder line = new StringBuilder();
        while (type == EtherType.VLAN && to - at >= TAG) {
            int tag = Bytes.u16(bytes, at);
            line.append("vlan ").append(tag & VLAN_ID).append(", p ").append(tag >>> 13).append(", ");
            type = Bytes.u16(bytes, at + 2);
            at += TAG;
        }
        return line.append(switch (type) {
            case EtherType.IPV4 -> ipv4(bytes, at, to);
            case EtherType.IPV6 -> ipv6(bytes, at, to);
            case EtherType.ARP -> arp(bytes, at, to);
            default -> Mac.format(Bytes.u48(bytes, from + 6)) + " > " + Mac.format(Bytes.u48(bytes, from))
                    + String.format(Locale.ROOT, ", ethertype 0x%04x, length %d", type, to - from);
        }).toString();
    }

    private static String arp(byte[] bytes, int at, int to) {
        ArpPacket arp = new ArpPacket(bytes, at);
        if (arp.check(to) != Fault.NONE) {
            return "[|arp]";
        }
        String what = arp.operation() == ArpPacket.REQUEST
                ? "Request who-has " + Ipv4.format(arp.targetAddress()) + " tell " + Ipv4.format(arp.senderAddress())
                : "Reply " + Ipv4.format(arp.senderAddress()) + " is-at " + Mac.format(arp.senderMac());
        return "ARP, " + what + ", length " + (to - at);
    }

    private String ipv4(byte[] bytes, int at, int to) {
        ip4.over(bytes, at);
        Fault fault = ip4.check(to);
        if (fault != Fault.NONE && fault != Fault.CHECKSUM) {
            return "IP [|ip]";
        }
        String source = Ipv4.format(ip4.source());
        String destination = Ipv4.format(ip4.destination());
        int limit = at + ip4.totalLength();
        int offset = (ip4.flagsAndOffset() & OFFSET) * Byte.SIZE;
        if (offset != 0) {
            return "IP " + source + " > " + destination + ": " + name(ip4.protocol()) + ", offset " + offset + ", length "
                    + (limit - at - ip4.headerLength());
        }
        return "IP " + transport(bytes, at + ip4.headerLength(), limit, ip4.protocol(), source, destination)
                + (fault == Fault.CHECKSUM ? ", bad header checksum" : "");
    }

    private String ipv6(byte[] bytes, int at, int to) {
        ip6.over(bytes, at);
        if (ip6.check(to) != Fault.NONE) {
            return "IP6 [|ip6]";
        }
        String source = IpAddress.read(bytes, at + Ipv6Header.SOURCE).toString();
        String destination = IpAddress.read(bytes, at + Ipv6Header.DESTINATION).toString();
        Fault fault = extensions.walk(ip6);
        if (fault != Fault.NONE && !extensions.isFragment()) {
            return "IP6 " + source + " > " + destination + ": [|ip6]";
        }
        String ends = source + " > " + destination + ": ";
        String piece = "";
        if (extensions.isFragment()) {
            int data = extensions.limit() - extensions.fragmentAt() - FragmentHeader.LENGTH;
            piece = ends + "frag (" + extensions.fragment().offset() + "|" + data + ")";
            if (extensions.isLaterFragment() || fault != Fault.NONE) {
                return "IP6 " + piece;
            }
            piece += " ";
        }
        String carried = transport(bytes, extensions.at(), extensions.limit(), extensions.protocol(), source, destination);
        return "IP6 " + piece + (piece.isEmpty() || !carried.startsWith(ends) ? carried : carried.substring(ends.length()));
    }

    private String transport(byte[] bytes, int at, int limit, int protocol, String source, String destination) {
        return switch (protocol) {
            case Protocol.TCP -> tcp.text(bytes, at, limit, source, destination);
            case Protocol.UDP -> udp(bytes, at, limit, source, destination);
            case Protocol.ICMP -> source + " > " + destination + ": " + icmp.v4(bytes, at, limit);
            case Protocol.ICMPV6 -> source + " > " + destination + ": " + icmp.v6(bytes, at, limit);
            default -> source + " > " + destination + ": " + name(protocol) + " " + (limit - at);
        };
    }

    private String udp(byte[] bytes, int at, int limit, String source, String destination) {
        if (limit - at < UdpHeader.LENGTH) {
            return source + " > " + destination + ": [|udp]";
        }
        udp.over(bytes, at);
        return source + "." + udp.sourcePort() + " > " + destination + "." + udp.destinationPort() + ": UDP, length "
                + Math.max(0, udp.length() - UdpHeader.LENGTH);
    }

    static String name(int protocol) {
        return switch (protocol) {
            case Protocol.ICMP -> "icmp";
            case Protocol.IGMP -> "igmp";
            case Protocol.TCP -> "tcp";
            case Protocol.UDP -> "udp";
            case Protocol.ICMPV6 -> "ipv6-icmp";
            case Protocol.NO_NEXT -> "no next header";
            default -> "ip-proto-" + protocol;
        };
    }
}
