package org.wirelathe.wire.filter;

import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;
import org.wirelathe.wire.filter.FilterParser.Direction;
import org.wirelathe.wire.filter.FilterParser.Qualifiers;
import org.wirelathe.wire.filter.FrameFilter.Test;

/** The addresses and networks of a filter, and the tests of a frame against them. */
final class FilterAddresses {
    private FilterAddresses() {
    }

    private static Test mac(FilterWords words, Direction direction) throws FilterException {
        try {
            long mac = Mac.parse(words.peek());
            words.take();
            return frame -> direction.holds(frame.sourceMac() == mac, frame.destinationMac() == mac);
        } catch (IllegalArgumentException e) {
            throw words.trouble(e.getMessage());
        }
    }

    /** An address of the link, or one of either IP family. */
    static Test host(FilterWords words, Qualifiers what) throws FilterException {
        if (what.protocol().equals("ether")) {
            return mac(words, what.direction());
        }
        return isIpv6(words, what) ? ipv6(what, ipv6(words, words.peek()), 128) : ipv4(what, address(words), -1);
    }

    private static int address(FilterWords words) throws FilterException {
        try {
            int address = Ipv4.parse(words.peek());
            words.take();
            return address;
        } catch (IllegalArgumentException e) {
            throw words.trouble(words.shown() + " is no address; write four numbers, as in 10.0.1.1, or an IPv6"
                    + " address, as in fd00::1");
        }
    }

    /** Whether an address or network of IPv6 comes, behind a protocol that has such. */
    private static boolean isIpv6(FilterWords words, Qualifiers what) throws FilterException {
        String word = words.peek();
        boolean six = word.contains(":");
        if (six && word.matches("([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}")) {
            throw words.trouble(words.shown() + " is no IP address; for a MAC address write 'ether host'");
        }
        if (six && (what.protocol().equals("ip") || what.protocol().equals("arp"))) {
            throw words.trouble("'" + what.protocol() + "' has no IPv6 addresses; write 'ip6' before it");
        }
        if (!six && what.protocol().equals("ip6")) {
            throw words.trouble(words.shown() + " is no IPv6 address; write one as in fd00::1, or 'ip' before it");
        }
        return six;
    }

    private static IpAddress ipv6(FilterWords words, String text) throws FilterException {
        try {
            IpAddress address = IpAddress.parse(text);
            words.take();
            return address;
        } catch (IllegalArgumentException e) {
            throw words.trouble(e.getMessage());
        }
    }

    /** Addresses of IPv4 packets and ARP messages. */
    private static Test ipv4(Qualifiers what, int address, int mask) {
        Direction direction = what.direction();
        Test at = frame -> frame.addressed && frame.etherType != EtherType.IPV6 && direction
                .holds(((int) frame.sourceLow & mask) == address, ((int) frame.destinationLow & mask) == address);
        return switch (what.protocol()) {
            case "ip" -> frame -> frame.etherType == EtherType.IPV4 && at.holds(frame);
            case "arp" -> frame -> frame.etherType == EtherType.ARP && at.holds(frame);
            default -> at;
        };
    }

    private static Test ipv6(Qualifiers what, IpAddress network, int length) {
        Direction direction = what.direction();
        long high = network.high();
        long low = network.low();
        long maskHigh = IpPrefix.maskHigh(length);
        long maskLow = IpPrefix.maskLow(length);
        return frame -> frame.addressed && frame.etherType == EtherType.IPV6 && direction.holds(
                (frame.sourceHigh & maskHigh) == high && (frame.sourceLow & maskLow) == low,
                (frame.destinationHigh & maskHigh) == high && (frame.destinationLow & maskLow) == low);
    }

    /** All addresses of either IP family that begin alike. */
    static Test net(FilterWords words, Qualifiers what) throws FilterException {
        return isIpv6(words, what) ? ipv6Net(words, what) : ipv4Net(words, what);
    }

    /** {@code 2001:db8::/32}; without a length it is one address. */
    private static Test ipv6Net(FilterWords words, Qualifiers what) throws FilterException {
        String word = words.peek();
        int slash = word.indexOf('/');
        int length = slash < 0 ? 128 : FilterValues.parse(word.substring(slash + 1));
        if (length < 0 || length > 128) {
            throw words.trouble(words.shown() + " is no network; write a length from 0 to 128, as in fd00::/64");
        }
        String shown = words.shown();
        int column = words.column();
        IpAddress address = ipv6(words, slash < 0 ? word : word.substring(0, slash));
        IpAddress network = new IpAddress(address.high() & IpPrefix.maskHigh(length),
                address.low() & IpPrefix.maskLow(length));
        if (!network.equals(address)) {
            throw new FilterException(column, behindLength(shown, network.toString() + '/' + length));
        }
        return ipv6(what, network, length);
    }

    private static String behindLength(String shown, String network) {
        return shown + " has bits behind its length; write " + network + ", or 'host' for one address";
    }

    /** {@code 10.0.1.0/24}, {@code 10.0.1.0 mask 255.255.255.0}, or the first numbers alone: {@code 10.0.1}. */
    private static Test ipv4Net(FilterWords words, Qualifiers what) throws FilterException {
        String word = words.peek();
        int slash = word.indexOf('/');
        String network = slash < 0 ? word : word.substring(0, slash);
        int numbers = network.split("\\.", -1).length;
        int length = slash < 0 ? 8 * numbers : FilterValues.parse(word.substring(slash + 1));
        int address;
        try {
            address = Ipv4.parse(network + ".0".repeat(Math.max(0, 4 - numbers)));
        } catch (IllegalArgumentException e) {
            throw words.trouble(words.shown() + " is no network; write it as 10.0.1.0/24");
        }
        if (length < 0 || length > 32) {
            throw words.trouble(words.shown() + " is no network; write a length from 0 to 32, as in 10.0.1.0/24");
        }
        int mask = Ipv4.mask(length);
        if (slash < 0 && words.peek(1).equals("mask")) {
            words.take();
            words.take();
            mask = address(words);
        } else {
            requireNetwork(words, address, mask, length);
            words.take();
        }
        return ipv4(what, address & mask, mask);
    }

    private static void requireNetwork(FilterWords words, int address, int mask, int length) throws FilterException {
        if ((address & ~mask) != 0) {
            throw words.trouble(behindLength(words.shown(), Ipv4.format(address & mask) + '/' + length));
        }
    }
}
