package org.wirelathe.cli.internal;

/** Numbers for people: three digits that matter, or all before the point. */
public final class Figures {
    private static final String[] SIZES = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] RATES = {"bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"};
    private static final String[] TIMES = {"ns", "us", "ms", "s"};

    private Figures() {
    }

    /** {@code 9.13}, {@code 91.3}, {@code 913}, {@code 9130}. */
    public static String decimal(double value) {
        int digits = value < 10 ? 2 : value < 100 ? 1 : 0;
        long scale = digits == 2 ? 100 : digits == 1 ? 10 : 1;
        long scaled = Math.round(value * scale);
        if (scaled % scale == 0) {
            return Long.toString(scaled / scale);
        }
        String fraction = Long.toString(scale + scaled % scale).substring(1);
        return scaled / scale + "." + (fraction.endsWith("0") ? fraction.substring(0, fraction.length() - 1) : fraction);
    }

    /** {@code 100 MiB}. */
    public static String size(long bytes) {
        return scaled(bytes, 1024, SIZES);
    }

    /** {@code 93.4 Mbit/s}. */
    public static String rate(long bitsPerSecond) {
        return scaled(bitsPerSecond, 1000, RATES);
    }

    /** {@code 22.1 ms}. */
    public static String time(long nanos) {
        return scaled(nanos, 1000, TIMES);
    }

    private static String scaled(double value, int step, String[] units) {
        double rest = value;
        int unit = 0;
        while (rest >= step && unit < units.length - 1) {
            rest /= step;
            unit++;
        }
        return decimal(rest) + " " + units[unit];
    }
}
