package org.wirelathe.model.internal.draft;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;
import org.wirelathe.model.Queue;
import org.wirelathe.model.internal.format.Form;

/** Reads single values: text to number, address, name. */
final class Singles {
    private static final int LONGEST_NAME = 63;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]+");

    private Singles() {}

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
            case PACKETS -> quantity(Quantity.PACKETS, text, form);
            case LIMIT -> limit(text, form);
            case ADDRESS -> Addresses.address(text);
            case INTERFACE_ADDRESS -> Addresses.interfaceAddress(text);
            case NETWORK -> Addresses.target(text);
            case MAC -> Addresses.mac(text);
            case PORT_REF -> Places.portRef(text);
            case LINK_END -> Places.linkEnd(text);
            case FILE -> Places.file(text);
            case OUTPUT -> Places.output(text);
            case HOST -> Places.host(text);
            case ENDPOINT -> Places.endpoint(text);
        };
    }

    static String name(String text) throws Mistake {
        if (!NAME.matcher(text).matches()) {
            throw new Mistake(
                    "bad-name",
                    quoted(text)
                            + " is not a name: start with a letter, go on with letters, digits, `-`"
                            + " and `_`");
        }
        if (text.length() > LONGEST_NAME) {
            throw new Mistake(
                    "bad-name",
                    "this name is longer than " + LONGEST_NAME + " characters: shorten it");
        }
        return text;
    }

    private static Boolean flag(String text) throws Mistake {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default ->
                    throw new Mistake(
                            "wrong-type",
                            quoted(text) + " is neither `true` nor `false`: write one of them");
        };
    }

    private static Long integer(String text, long least, long most) throws Mistake {
        if (!INTEGER.matcher(text).matches()) {
            throw new Mistake(
                    "wrong-type",
                    quoted(text)
                            + " is not a whole number: write one, as in `"
                            + example(least)
                            + "`");
        }
        boolean fits = text.length() <= 20;
        BigInteger number = fits ? new BigInteger(text) : BigInteger.ZERO;
        if (!fits
                || number.compareTo(BigInteger.valueOf(least)) < 0
                || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new Mistake(
                    "out-of-range",
                    quoted(text)
                            + " is out of range: write a number from "
                            + least
                            + " to "
                            + most);
        }
        return number.longValueExact();
    }

    private static long example(long least) {
        return Math.max(1, least);
    }

    static Long port(String text) throws Mistake {
        if (!INTEGER.matcher(text).matches()) {
            throw new Mistake(
                    "wrong-type", quoted(text) + " is not a port: write a number from 1 to 65535");
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
            throw new Mistake(
                    "out-of-range",
                    "this "
                            + quantity.word()
                            + " is too small: write at least "
                            + quantity.format(form.least()));
        }
        if (value > form.most()) {
            throw new Mistake(
                    "out-of-range",
                    "this "
                            + quantity.word()
                            + " is too large: write at most "
                            + quantity.format(form.most()));
        }
    }

    private static Limit limit(String text, Form.Single form) throws Mistake {
        String unit = text.replaceFirst("^[-+.0-9]*", "").strip();
        if (unit.isEmpty()) {
            throw new Mistake(
                    "missing-unit",
                    quoted(text) + " has no unit: write `100 packets`, or a size like `64 KiB`");
        }
        boolean packets = unit.toLowerCase(Locale.ROOT).startsWith("p");
        Quantity quantity = packets ? Quantity.PACKETS : Quantity.SIZE;
        return new Limit(
                quantity(quantity, text, form), packets ? Queue.Unit.PACKETS : Queue.Unit.BYTES);
    }

    static String quoted(String text) {
        return "'" + (text.length() > 80 ? text.substring(0, 77) + "..." : text) + "'";
    }
}
