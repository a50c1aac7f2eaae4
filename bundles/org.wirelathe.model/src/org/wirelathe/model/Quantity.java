package org.wirelathe.model;

import java.math.BigDecimal;
import java.util.List;

/**
 * Numbers with a unit, exact in both directions: what cannot be kept exactly is refused, never
 * rounded.
 */
public enum Quantity {
    /** Time in ns: {@code 10 ms}, {@code 1.5 s}. */
    TIME(
            "time",
            "10 ms",
            "ns",
            unit("ns", 1),
            unit("us", 1_000),
            unit("ms", 1_000_000),
            unit("s", 1_000_000_000L),
            unit("min", 60_000_000_000L),
            unit("h", 3_600_000_000_000L),
            alias("µs", 1_000),
            alias("μs", 1_000)),
    /** Rate in bit/s: {@code 100 Mbit/s}. Prefixes are decimal. */
    RATE(
            "rate",
            "100 Mbit/s",
            "bit/s",
            unit("bit/s", 1),
            unit("kbit/s", 1_000),
            unit("Mbit/s", 1_000_000),
            unit("Gbit/s", 1_000_000_000L),
            unit("Tbit/s", 1_000_000_000_000L)),
    /** Size in bytes: {@code 64 KiB} is 65536, {@code 64 kB} is 64000. */
    SIZE(
            "size",
            "64 KiB",
            "B",
            unit("B", 1),
            unit("kB", 1_000),
            unit("KiB", 1L << 10),
            unit("MB", 1_000_000),
            unit("MiB", 1L << 20),
            unit("GB", 1_000_000_000L),
            unit("GiB", 1L << 30),
            unit("TB", 1_000_000_000_000L),
            unit("TiB", 1L << 40)),
    /** A share in parts per billion: {@code 0.01 %} is 100000. */
    SHARE("share", "0.1 %", "part per billion", unit("%", 10_000_000)),
    /** A number of packets: {@code 100 packets}. */
    PACKETS("number of packets", "100 packets", "packet", unit("packets", 1), alias("packet", 1));

    private record Unit(String name, long factor, boolean written) {}

    private final String word;
    private final String example;
    private final String base;
    private final List<Unit> units;

    Quantity(String word, String example, String base, Unit... units) {
        this.word = word;
        this.example = example;
        this.base = base;
        this.units = List.of(units);
    }

    private static Unit unit(String name, long factor) {
        return new Unit(name, factor, true);
    }

    private static Unit alias(String name, long factor) {
        return new Unit(name, factor, false);
    }

    /** What kind of thing this is, in a sentence: {@code rate}. */
    public String word() {
        return word;
    }

    /** A text that {@link #parse} takes. */
    public String example() {
        return example;
    }

    /** The names of the units, smallest first, as they are written. */
    public List<String> units() {
        return units.stream().filter(Unit::written).map(Unit::name).toList();
    }

    /**
     * Reads a quantity; a bare {@code 0} needs no unit.
     *
     * @return at least 0, in the base unit that the constant's comment names
     * @throws QuantityException when {@code text} is no such quantity, is negative, is finer than
     *     the base unit or does not fit a {@code long}
     */
    public long parse(String text) {
        String trimmed = text.strip();
        int end = numberEnd(trimmed);
        String digits = trimmed.substring(0, end);
        String unitName = trimmed.substring(end).strip();
        if (!isNumber(digits)) {
            throw new QuantityException(
                    "bad-quantity",
                    "'" + text + "' is not a " + word + ": write it like `" + example + "`");
        }
        if (digits.length() > 40) {
            throw new QuantityException(
                    "bad-quantity", "the number of this " + word + " has too many digits");
        }
        BigDecimal number = new BigDecimal(digits);
        if (unitName.isEmpty() && number.signum() == 0) {
            return 0;
        }
        if (unitName.isEmpty()) {
            throw new QuantityException(
                    "missing-unit",
                    "'" + text + "' has no unit: write a " + word + " like `" + example + "`");
        }
        if (number.signum() < 0) {
            throw new QuantityException("out-of-range", "a " + word + " is never negative");
        }
        return exact(number, unitOf(text, unitName), text);
    }

    /** The shortest text that {@link #parse} reads back as {@code value}, which is at least 0. */
    public String format(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("a " + word + " is never negative: " + value);
        }
        String best = null;
        for (Unit unit : units) {
            if (unit.written && (best == null || value >= unit.factor)) {
                best = shorter(best, number(value, unit));
            }
        }
        return this == PACKETS && value == 1 ? "1 packet" : best;
    }

    /** The number in that unit; null when it has no end, as a third of an hour. */
    private static String number(long value, Unit unit) {
        try {
            BigDecimal exact = BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit.factor));
            return (value == 0 ? "0" : exact.stripTrailingZeros().toPlainString())
                    + " "
                    + unit.name;
        } catch (ArithmeticException endless) {
            return null;
        }
    }

    private static String shorter(String best, String text) {
        return best == null || text != null && text.length() <= best.length() ? text : best;
    }

    private Unit unitOf(String text, String name) {
        for (Unit unit : units) {
            if (unit.name.equals(name)) {
                return unit;
            }
        }
        List<String> known = units();
        String meant =
                Suggestion.among(known)
                        .nearest(name)
                        .map(n -> " did you mean " + n + "?")
                        .orElse("");
        throw new QuantityException(
                "bad-quantity",
                "'"
                        + name
                        + "' is no unit of a "
                        + word
                        + ":"
                        + meant
                        + " use "
                        + String.join(", ", known));
    }

    private long exact(BigDecimal number, Unit unit, String text) {
        BigDecimal value = number.multiply(BigDecimal.valueOf(unit.factor));
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            boolean fine = value.stripTrailingZeros().scale() > 0;
            throw new QuantityException(
                    fine ? "bad-quantity" : "out-of-range",
                    fine
                            ? "'"
                                    + text
                                    + "' is finer than one "
                                    + base
                                    + ", the smallest step of a "
                                    + word
                            : "'" + text + "' is too large for a " + word);
        }
    }

    private static int numberEnd(String text) {
        int end = 0;
        while (end < text.length() && "+-.0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isNumber(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        boolean digit = false;
        boolean point = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && !point && digit) {
                point = true;
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else {
                return false;
            }
        }
        return digit && !text.endsWith(".");
    }
}
