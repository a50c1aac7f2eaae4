package org.wirelathe.wire.filter;

import java.util.Map;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.filter.FilterParser.Direction;
import org.wirelathe.wire.filter.FilterParser.Qualifiers;
import org.wirelathe.wire.filter.FrameFilter.Test;

/** The values of a filter, and the tests of a frame against them. */
final class FilterValues {
    private static final Map<String, Integer> IP_PROTOCOLS =
            Map.of("icmp", Protocol.ICMP, "icmp6", Protocol.ICMPV6, "tcp", Protocol.TCP, "udp", Protocol.UDP);
    private static final Map<String, Integer> ETHER_TYPES =
            Map.of("ip", EtherType.IPV4, "ip6", EtherType.IPV6, "arp", EtherType.ARP);
    private static final int MOST_PORT = 65_535;

    private FilterValues() {
    }

    /** What may be written behind a protocol. */
    static String behind(String protocol) {
        return switch (protocol) {
            case "ether" -> "'ether host 02:00:00:00:00:01' or 'ether proto 0x0806'";
            case "ip" -> "'ip host 10.0.1.1', 'ip net 10.0.1.0/24' or 'ip proto 6'";
            case "ip6" -> "'ip6 host fd00::1', 'ip6 net fd00::/64' or 'ip6 proto 58'";
            case "arp" -> "'arp host 10.0.1.1' or 'arp net 10.0.1.0/24'";
            case "icmp" -> "'icmp' alone, or 'icmp and host 10.0.1.1'";
            case "icmp6" -> "'icmp6' alone, or 'icmp6 and host fd00::1'";
            default -> "'" + protocol + " port 5001' or '" + protocol + " portrange 5001-5010'";
        };
    }

    /** Refuses what does not go together, as {@code tcp host}. */
    static void requireFit(FilterWords words, String protocol, String type) throws FilterException {
        boolean fits = switch (protocol) {
            case "" -> true;
            case "ether" -> type.equals("host") || type.equals("proto");
            case "ip", "ip6" -> type.equals("host") || type.equals("net") || type.equals("proto");
            case "arp" -> type.equals("host") || type.equals("net");
            case "icmp", "icmp6" -> false;
            default -> type.startsWith("port");
        };
        if (!fits) {
            throw words.trouble("'" + protocol + "' and '" + type + "' do not go together; write " + behind(protocol));
        }
    }

    /** Reads the value that comes. */
    static Test test(FilterWords words, Qualifiers what) throws FilterException {
        return switch (what.type()) {
            case "net" -> FilterAddresses.net(words, what);
            case "port" -> {
                int port = number(words, "a port", MOST_PORT);
                yield ports(what, port, port);
            }
            case "portrange" -> portRange(words, what);
            case "proto" -> protocol(words, what);
            default -> FilterAddresses.host(words, what);
        };
    }

    static int number(FilterWords words, String what, int most) throws FilterException {
        int number = parse(words.peek());
        if (number < 0 || number > most) {
            throw words.trouble(words.shown() + " is not " + what + "; write a number from 0 to " + most);
        }
        words.take();
        return number;
    }

    /** A decimal number, or a hexadecimal one behind 0x; -1 when it is none. */
    static int parse(String word) {
        if (word.matches("0[xX][0-9a-fA-F]{1,4}")) {
            return Integer.parseInt(word.substring(2), 16);
        }
        return word.matches("[0-9]{1,8}") ? Integer.parseInt(word) : -1;
    }

    private static Test portRange(FilterWords words, Qualifiers what) throws FilterException {
        String word = words.peek();
        int dash = word.indexOf('-');
        int least = dash < 0 ? -1 : parse(word.substring(0, dash));
        int most = dash < 0 ? -1 : parse(word.substring(dash + 1));
        if (least < 0 || most < least || most > MOST_PORT) {
            throw words.trouble(words.shown() + " is no range of ports; write it as 5001-5010");
        }
        words.take();
        return ports(what, least, most);
    }

    private static Test ports(Qualifiers what, int least, int most) {
        Direction direction = what.direction();
        // A frame without ports has -1 for both, which is in no range.
        Test at = frame -> direction.holds(frame.sourcePort >= least && frame.sourcePort <= most,
                frame.destinationPort >= least && frame.destinationPort <= most);
        return switch (what.protocol()) {
            case "tcp" -> frame -> frame.protocol == Protocol.TCP && at.holds(frame);
            case "udp" -> frame -> frame.protocol == Protocol.UDP && at.holds(frame);
            default -> at;
        };
    }

    private static Test protocol(FilterWords words, Qualifiers what) throws FilterException {
        boolean ether = what.protocol().equals("ether");
        Integer named = (ether ? ETHER_TYPES : IP_PROTOCOLS).get(words.peek());
        if (named != null) {
            words.take();
        }
        int number = named != null ? named
                : number(words, ether ? "an EtherType" : "an IP protocol", ether ? 0xFFFF : 0xFF);
        return switch (what.protocol()) {
            case "ether" -> frame -> frame.etherType == number;
            case "ip" -> frame -> frame.etherType == EtherType.IPV4 && frame.protocol == number;
            case "ip6" -> frame -> frame.etherType == EtherType.IPV6 && frame.protocol == number;
            default -> frame -> frame.protocol == number;
        };
    }
}
