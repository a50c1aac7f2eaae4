package org.wirelathe.model.internal.read;

import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.format.Form;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Reads single values: text to number, address, name. */
final class Singles {
    private static final int LONGEST_NAME = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");
    private static final Pattern LOOKS_LIKE_ADDRESS = Pattern.compile("[0-9.]+");

    private Singles() {
    }

    static Object read(Form.Single form, String text) throws Mistake {
        return switch (form.type()) {
            case TEXT, ANY -> text;
            case NAME -> name(text);
            case FLAG -> flag(text);
            case INTEGER -> integer(text, form.least(), form.most());
            case PORT -> port(text);
            case TIME -> quantity(Quantity.TIME, text, form);
            case RATE -> quantity(Quantity.RATE, text, form);
            case SIZE -> quantity(Quantity.SIZE, text, form);
            case SHARE -> quantity(Quantity.SHARE, text, form);
            case LIMIT -> limit(text, form);
            case ADDRESS -> address(text);
            case INTERFACE_ADDRESS -> interfaceAddress(text);
            case NETWORK -> network(text);
            case MAC -> mac(text);
            case PORT_REF -> portRef(text);
            case LINK_END -> linkEnd(text);
            case FILE -> file(text);
            case OUTPUT -> output(text);
            case HOST -> host(text);
            case ENDPOINT -> endpoint(text);
        };
    }

    private static String name(String text) throws Mistake {
        if (!NAME.matcher(text).matches()) {
            throw new Mistake(
                "bad-name", quoted(text) + " is not a name: start with a letter, go on with letters, digits, `-` and `_`");
        }
        if (text.length() > LONGEST_NAME) {
            throw new Mistake("bad-name", "this name is longer than " + LONGEST_NAME + " characters: shorten it");
        }
        return text;
    }

    private static Boolean flag(String text) throws Mistake {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Mistake("wrong-type", quoted(text) + " is neither `true` nor `false`: write one of them");
        };
    }

    private static Long integer(String text, long least, long most) throws Mistake {
        if (!INTEGER.matcher(text).matches()) {
            throw new Mistake("wrong-type", quoted(text) + " is not a whole number: write one, as in `" + example(least) + "`");
        }
        boolean fits = text.length() <= 20;
        BigInteger number = fits ? new BigInteger(text) : BigInteger.ZERO;
        if (!fits || number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new Mistake("out-of-range", quoted(text) + " is out of range: write a number from " + least + " to " + most);
        }
        return number.longValueExact();
    }

    private static long example(long least) {
        return Math.max(1, least);
    }

    private static Long port(String text) throws Mistake {
        if (!INTEGER.matcher(text).matches()) {
            throw new Mistake("wrong-type", quoted(text) + " is not a port: write a number from 1 to 65535");
        }
        return integer(text, 1, 65_535);
    }

    private static Long quantity(Quantity quantity, String text, Form.Single form) throws Mistake {
        long value = parse(quantity, text);
        inRange(quantity, value, form);
        return value;
    }

    private static long parse(Quantity quantity, String text) throws Mistake {
        try {
            return quantity.parse(text);
        } catch (QuantityException e) {
            throw new Mistake(e.code(), e.getMessage());
        }
    }

    private static void inRange(Quantity quantity, long value, Form.Single form) throws Mistake {
        if (value < form.least()) {
            throw new Mistake("out-of-range", "this " + quantity.word() + " is too small: write at least " + quantity.format(form.least()));
        }
        if (value > form.most()) {
            throw new Mistake("out-of-range", "this " + quantity.word() + " is too large: write at most " + quantity.format(form.most()));
        }
    }

    private static Limit limit(String text, Form.Single form) throws Mistake {
        String unit = text.replaceFirst("^[-+.0-9]*", "").strip();
        if (unit.isEmpty()) {
            throw new Mistake("missing-unit", quoted(text) + " has no unit: write `100 packets`, or a size like `64 KiB`");
        }
        boolean packets = unit.toLowerCase(java.util.Locale.ROOT).startsWith("p");
        Quantity quantity = packets ? Quantity.PACKETS : Quantity.SIZE;
        return new Limit(quantity(quantity, text, form), packets ? Queue.Unit.PACKETS : Queue.Unit.BYTES);
    }

    private static Integer address(String text) throws Mistake {
        try {
            return Ipv4.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("bad-address", e.getMessage());
        }
    }

    private static AddressWithPrefix interfaceAddress(String text) throws Mistake {
        int slash = text.indexOf('/');
        if (slash < 0) {
            int ignored = address(text);
            throw new Mistake("bad-address", quoted(text) + " has no prefix length: write it like `" + text + "/24`");
        }
        int address = address(text.substring(0, slash));
        int prefixLength = prefixLength(text.substring(slash + 1), 1);
        if (!Ipv4.isUnicast(address)) {
            throw new Mistake("bad-address", Ipv4.format(address) + " is no address of one host: use one like 10.0.1.1");
        }
        Subnet subnet = Subnet.of(address, prefixLength);
        boolean pair = prefixLength >= 31; // RFC 3021: both addresses of a /31 are hosts
        if (!pair && address == subnet.network()) {
            throw new Mistake(
                "bad-address",
                Ipv4.format(address) + " is the network " + subnet + " itself: use " + Ipv4.format(address + 1) + " or a later one");
        }
        if (!pair && address == subnet.last()) {
            throw new Mistake(
                "bad-address",
                Ipv4.format(address) + " is the broadcast address of " + subnet + ": use " + Ipv4.format(address - 1) + " or an earlier one");
        }
        return new AddressWithPrefix(address, prefixLength);
    }

    private static Subnet network(String text) throws Mistake {
        if (text.equals("default")) {
            return new Subnet(0, 0);
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new Mistake("bad-address", quoted(text) + " is not a network: write it like `10.0.2.0/24`, or `default`");
        }
        int address = address(text.substring(0, slash));
        Subnet subnet = Subnet.of(address, prefixLength(text.substring(slash + 1), 0));
        if (address != subnet.network()) {
            throw new Mistake("bad-address", quoted(text) + " has bits behind its prefix: write `" + subnet + "`");
        }
        return subnet;
    }

    private static int prefixLength(String text, int least) throws Mistake {
        boolean number = INTEGER.matcher(text).matches() && text.length() <= 2;
        int length = number ? Integer.parseInt(text) : -1;
        if (length < least || length > 32) {
            throw new Mistake("bad-address", quoted(text) + " is no prefix length: write a number from " + least + " to 32 after the `/`");
        }
        return length;
    }

    private static Long mac(String text) throws Mistake {
        long mac;
        try {
            mac = Mac.parse(text);
        } catch (IllegalArgumentException e) {
            throw new Mistake("bad-address", e.getMessage());
        }
        if (Mac.isGroup(mac) || mac == 0) {
            throw new Mistake("bad-address", text + " is no address of one station: make the first octet 02, as in 02:00:00:00:00:01");
        }
        return mac;
    }

    private static PortRef portRef(String text) throws Mistake {
        Optional<PortRef> port = PortRef.parse(text);
        if (port.isEmpty()) {
            throw new Mistake("bad-port", quoted(text) + " is not an interface of a node: write NODE:INTERFACE, as in `alice:eth0`");
        }
        return port.get();
    }

    private static LinkEnd linkEnd(String text) throws Mistake {
        if (text.indexOf(':') < 0) {
            return new LinkEnd(name(text), Optional.empty());
        }
        PortRef port = portRef(text);
        return new LinkEnd(port.node(), Optional.of(port.iface()));
    }

    private static String file(String text) throws Mistake {
        path(text);
        return text;
    }

    private static String output(String text) throws Mistake {
        Path path = path(text);
        boolean upwards = text.contains("..") && path.normalize().startsWith("..");
        if (path.isAbsolute() || upwards || text.startsWith("/") || text.startsWith("\\")) {
            throw new Mistake("bad-file", quoted(text) + " leads out of the results: write a plain name, as in `received.bin`");
        }
        return text;
    }

    private static Path path(String text) throws Mistake {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new Mistake("bad-file", quoted(text) + " is not the name of a file: write one, as in `payload.bin`");
    }

    private static String host(String text) throws Mistake {
        if (LOOKS_LIKE_ADDRESS.matcher(text).matches()) {
            int ignored = address(text);
            return text;
        }
        if (text.indexOf(':') >= 0) {
            throw new Mistake("bad-host", quoted(text) + " is not a node or an address: write it without a port, as in `bob`");
        }
        return name(text);
    }

    private static Endpoint endpoint(String text) throws Mistake {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new Mistake("missing-port", quoted(text) + " has no port: write it like `" + (text.isEmpty() ? "bob" : text) + ":5001`");
        }
        String host = host(text.substring(0, colon));
        long port = port(text.substring(colon + 1));
        return new Endpoint(host, (int) port);
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 80 ? text.substring(0, 77) + "..." : text) + "'";
    }
}
