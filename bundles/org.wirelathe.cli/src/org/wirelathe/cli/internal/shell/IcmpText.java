package org.wirelathe.cli.internal.shell;

import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;

/** ICMP messages of both families as tcpdump(8) prints them. */
final class IcmpText {
    private final Icmpv6Message message6 = new Icmpv6Message();
    private final Ipv4Header quoted4 = new Ipv4Header();

    String v4(byte[] bytes, int at, int limit) {
        int length = limit - at;
        if (length < IcmpMessage.HEADER) {
            return "[|icmp]";
        }
        IcmpMessage icmp = new IcmpMessage(bytes, at);
        return "ICMP " + switch (icmp.type()) {
            case IcmpMessage.ECHO -> "echo request, id " + icmp.identifier() + ", seq " + icmp.sequence();
            case IcmpMessage.ECHO_REPLY -> "echo reply, id " + icmp.identifier() + ", seq " + icmp.sequence();
            case IcmpMessage.UNREACHABLE -> unreachable(icmp, limit);
            case IcmpMessage.TIME_EXCEEDED -> icmp.code() == IcmpMessage.CODE_REASSEMBLY
                    ? "ip reassembly time exceeded" : "time exceeded in-transit";
            case IcmpMessage.REDIRECT -> "redirect " + quoted(icmp, limit) + " to host " + Ipv4.format(icmp.gateway());
            case IcmpMessage.PARAMETER_PROBLEM -> "parameter problem - octet " + icmp.pointer();
            default -> "type-#" + icmp.type();
        } + ", length " + length;
    }

    private String unreachable(IcmpMessage icmp, int limit) {
        String to = quoted(icmp, limit);
        return switch (icmp.code()) {
            case IcmpMessage.CODE_NET_UNREACHABLE -> "net " + to + " unreachable";
            case IcmpMessage.CODE_HOST_UNREACHABLE -> "host " + to + " unreachable";
            case IcmpMessage.CODE_PROTOCOL_UNREACHABLE -> to + " protocol " + quoted4.protocol() + " unreachable";
            case IcmpMessage.CODE_PORT_UNREACHABLE -> to + " " + FrameText.name(quoted4.protocol()) + port(icmp, limit)
                    + " unreachable";
            case IcmpMessage.CODE_FRAGMENTATION_NEEDED -> to + " unreachable - need to frag (mtu " + icmp.nextHopMtu() + ")";
            case IcmpMessage.CODE_PROHIBITED -> "host " + to + " unreachable - admin prohibited filter";
            case IcmpMessage.CODE_HOST_PROHIBITED -> "host " + to + " unreachable - admin prohibited";
            case IcmpMessage.CODE_NET_PROHIBITED -> "net " + to + " unreachable - admin prohibited";
            default -> to + " unreachable - #" + icmp.code();
        };
    }

    /** Where the packet that the message is about was to go. */
    private String quoted(IcmpMessage icmp, int limit) {
        int at = icmp.at() + IcmpMessage.HEADER;
        if (limit - at < Ipv4Header.LEAST) {
            return "[|ip]";
        }
        quoted4.over(icmp.bytes(), at);
        return Ipv4.format(quoted4.destination());
    }

    private String port(IcmpMessage icmp, int limit) {
        int at = icmp.at() + IcmpMessage.HEADER + quoted4.headerLength();
        return limit - at < 4 ? "" : " port " + Bytes.u16(icmp.bytes(), at + 2);
    }

    String v6(byte[] bytes, int at, int limit) {
        int length = limit - at;
        if (length < Icmpv6Message.HEADER) {
            return "[|icmp6]";
        }
        message6.over(bytes, at);
        return "ICMP6, " + switch (message6.type()) {
            case Icmpv6Message.ECHO -> "echo request, id " + message6.identifier() + ", seq " + message6.sequence();
            case Icmpv6Message.ECHO_REPLY -> "echo reply, id " + message6.identifier() + ", seq " + message6.sequence();
            case Icmpv6Message.UNREACHABLE -> "destination unreachable, " + reason(message6.code()) + about(bytes, at, limit);
            case Icmpv6Message.PACKET_TOO_BIG -> "packet too big, mtu " + message6.mtu();
            case Icmpv6Message.TIME_EXCEEDED -> message6.code() == Icmpv6Message.CODE_REASSEMBLY
                    ? "fragment reassembly time exceeded" : "time exceeded in-transit" + about(bytes, at, limit);
            case Icmpv6Message.PARAMETER_PROBLEM -> "parameter problem, code-#" + message6.code() + " - octet "
                    + message6.pointer();
            case Icmpv6Message.ROUTER_SOLICITATION -> "router solicitation";
            case Icmpv6Message.ROUTER_ADVERTISEMENT -> "router advertisement";
            case Icmpv6Message.NEIGHBOR_SOLICITATION -> "neighbor solicitation, who has " + target(bytes, at, limit);
            case Icmpv6Message.NEIGHBOR_ADVERTISEMENT -> "neighbor advertisement, tgt is " + target(bytes, at, limit);
            case Icmpv6Message.REDIRECT -> "redirect, " + target(bytes, at, limit);
            case Icmpv6Message.LISTENER_QUERY -> "multicast listener query";
            case Icmpv6Message.LISTENER_REPORT -> "multicast listener report v2";
            default -> "type-#" + message6.type();
        } + ", length " + length;
    }

    private static String reason(int code) {
        return switch (code) {
            case Icmpv6Message.CODE_NO_ROUTE -> "unreachable route";
            case Icmpv6Message.CODE_PROHIBITED -> "unreachable prohibited";
            case Icmpv6Message.CODE_BEYOND_SCOPE -> "beyond scope";
            case Icmpv6Message.CODE_ADDRESS_UNREACHABLE -> "unreachable address";
            case Icmpv6Message.CODE_PORT_UNREACHABLE -> "unreachable port";
            default -> "code-#" + code;
        };
    }

    /** The destination of the packet that an error quotes. */
    private static String about(byte[] bytes, int at, int limit) {
        int quoted = at + Icmpv6Message.HEADER;
        return limit - quoted < Ipv6Header.LENGTH ? ""
                : " " + IpAddress.read(bytes, quoted + Ipv6Header.DESTINATION);
    }

    private static String target(byte[] bytes, int at, int limit) {
        int target = at + Icmpv6Message.HEADER;
        return limit - target < 16 ? "[|icmp6]" : IpAddress.read(bytes, target).toString();
    }
}
