package org.wirelathe.ui.run;

import java.util.Locale;

/** Numbers as people read them: three digits and a unit. */
public final class Figures {
    private static final String[] BYTES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] BITS = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};

    private Figures() {
    }

    /** @param ns less than 0 for unknown */
    public static String time(long ns) {
        if (ns < 0) {
            return "\u2013";
        }
        return ns < 1_000_000 ? digits(ns / 1e3) + " \u00b5s"
                : ns < 1_000_000_000 ? digits(ns / 1e6) + " ms" : digits(ns / 1e9) + " s";
    }

    /**
     * A time that may be long: minutes, hours or days where seconds would have too many digits.
     *
     * @param ns 0 or more
     */
    public static String span(long ns) {
        long seconds = ns / 1_000_000_000;
        return seconds < 120 ? time(ns)
                : seconds < 7_200 ? seconds / 60 + " min"
                : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    public static String bytes(long bytes) {
        return scaled(bytes, 1024, BYTES);
    }

    /** @param bitsPerSecond in bit/s */
    public static String rate(long bitsPerSecond) {
        return scaled(bitsPerSecond, 1000, BITS);
    }

    private static String scaled(double value, double step, String[] units) {
        int unit = 0;
        while (value >= step && unit < units.length - 1) {
            value /= step;
            unit++;
        }
        return digits(value) + " " + units[unit];
    }

    private static String digits(double value) {
        String format = value >= 100 || value == Math.rint(value) ? "%.0f" : value >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
