package org.wirelathe.model.internal.draft;

import java.util.regex.Pattern;
import org.wirelathe.model.Subnet;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Reads addresses and networks. */
final class Addresses {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,2}");

    private Addresses() {}

    static Integer address(String text) throws Mistake {
        try {
            return Ipv4.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("bad-address", e.getMessage());
        }
    }

    static AddressWithPrefix interfaceAddress(String text) throws Mistake {
        int slash = text.indexOf('/');
        if (slash < 0) {
            int ignored = address(text);
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " has no prefix length: write it like `"
                            + text
                            + "/24`");
        }
        int address = address(text.substring(0, slash));
        int prefixLength = prefixLength(text.substring(slash + 1), 1);
        if (!Ipv4.isUnicast(address)) {
            throw new Mistake(
                    "bad-address",
                    Ipv4.format(address) + " is no address of one host: use one like 10.0.1.1");
        }
        Subnet subnet = Subnet.of(address, prefixLength);
        boolean pair = prefixLength >= 31; // RFC 3021: both addresses of a /31 are hosts
        if (!pair && address == subnet.network()) {
            throw new Mistake(
                    "bad-address",
                    Ipv4.format(address)
                            + " is the network "
                            + subnet
                            + " itself: use "
                            + Ipv4.format(address + 1)
                            + " or a later one");
        }
        if (!pair && address == subnet.last()) {
            throw new Mistake(
                    "bad-address",
                    Ipv4.format(address)
                            + " is the broadcast address of "
                            + subnet
                            + ": use "
                            + Ipv4.format(address - 1)
                            + " or an earlier one");
        }
        return new AddressWithPrefix(address, prefixLength);
    }

    static Subnet network(String text) throws Mistake {
        if (text.equals("default")) {
            return new Subnet(0, 0);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " is not a network: write it like `10.0.2.0/24`, or `default`");
        }
        int address = address(text.substring(0, slash));
        Subnet subnet = Subnet.of(address, prefixLength(text.substring(slash + 1), 0));
        if (address != subnet.network()) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text) + " has bits behind its prefix: write `" + subnet + "`");
        }
        return subnet;
    }

    static int prefixLength(String text, int least) throws Mistake {
        boolean number = DIGITS.matcher(text).matches();
        int length = number ? Integer.parseInt(text) : -1;
        if (length < least || length > 32) {
            throw new Mistake(
                    "bad-address",
                    Singles.quoted(text)
                            + " is no prefix length: write a number from "
                            + least
                            + " to 32 after the `/`");
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
