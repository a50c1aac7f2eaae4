package org.wirelathe.model.internal.draft;

import java.util.Optional;
import java.util.regex.Pattern;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Prefixes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Mac;

/** Reads addresses and networks. */
final class Addresses {
    /**
     * Where a route leads to.
     *
     * @param network empty for the word {@code default}, whose family the next hop tells
     */
    record Target(Optional<IpPrefix> network) {}

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,3}");

    private Addresses() {}

    static IpAddress address(String text) throws Mistake {
        try {
            return IpAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("bad-address", e.getMessage());
        }
    }

    static InterfaceAddress interfaceAddress(String text) throws Mistake {
        int slash = text.indexOf('/');
        if (slash < 0) {
            IpAddress address = address(text);
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " has no prefix length: write it like `"
                            + text
                            + (address.isV4() ? "/24`" : "/64`"));
        }
        IpAddress address = address(text.substring(0, slash));
        int length = prefixLength(text.substring(slash + 1), 1, address.bits());
        if (!address.isUnicast()) {
            throw new Mistake(
                    "bad-address",
                    address
                            + " is no address of one host: use one like "
                            + (address.isV4() ? "10.0.1.1" : "2001:db8:1::1"));
        }
        IpPrefix subnet = new IpPrefix(address, length);
        return address.isV4() ? station(address, subnet) : station6(address, subnet);
    }

    private static InterfaceAddress station(IpAddress address, IpPrefix subnet) throws Mistake {
        boolean pair = subnet.length() >= 31; // RFC 3021: both addresses of a /31 are hosts
        if (!pair && address.equals(subnet.network())) {
            throw new Mistake(
                    "bad-address",
                    address
                            + " is the network "
                            + subnet
                            + " itself: use "
                            + IpAddress.ofV4(address.v4() + 1)
                            + " or a later one");
        }
        if (!pair && address.equals(Prefixes.last(subnet))) {
            throw new Mistake(
                    "bad-address",
                    address
                            + " is the broadcast address of "
                            + subnet
                            + ": use "
                            + IpAddress.ofV4(address.v4() - 1)
                            + " or an earlier one");
        }
        return new InterfaceAddress(address, subnet.length());
    }

    /** The first address of a network is every router's (RFC 4291 §2.6.1), except on a line (RFC 6164 §5). */
    private static InterfaceAddress station6(IpAddress address, IpPrefix subnet) throws Mistake {
        if (subnet.length() < 127 && address.equals(subnet.network())) {
            throw new Mistake(
                    "bad-address",
                    address
                            + " is the anycast address of all routers of "
                            + subnet
                            + ": use "
                            + new IpAddress(address.high(), address.low() + 1)
                            + " or a later one");
        }
        return new InterfaceAddress(address, subnet.length());
    }

    static Target target(String text) throws Mistake {
        return text.equals("default") ? new Target(Optional.empty()) : new Target(Optional.of(network(text)));
    }

    private static IpPrefix network(String text) throws Mistake {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " is not a network: write it like `10.0.2.0/24` or `2001:db8:2::/64`, or"
                            + " `default`");
        }
        IpAddress address = address(text.substring(0, slash));
        int length = prefixLength(text.substring(slash + 1), 0, address.bits());
        IpPrefix subnet = new IpPrefix(address, length);
        if (!address.equals(subnet.network())) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text) + " has bits behind its prefix: write `" + subnet + "`");
        }
        return subnet;
    }

    private static int prefixLength(String text, int least, int most) throws Mistake {
        boolean number = DIGITS.matcher(text).matches();
        int length = number ? Integer.parseInt(text) : -1;
        if (length < least || length > most) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " is no prefix length: write a number from "
                            + least
                            + " to "
                            + most
                            + " after the `/`");
        }
        return length;
    }

    static Long mac(String text) throws Mistake {
        long mac;
        try {
            mac = Mac.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("bad-address", e.getMessage());
        }
        if (Mac.isGroup(mac) || mac == 0) {
            throw new Mistake(
                    "bad-address",
                    text
                            + " is no address of one station: make the first octet 02, as in"
                            + " 02:00:00:00:00:01");
        }
        return mac;
    }
}
