package org.wirelathe.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.wirelathe.api.transport.Endpoint;

/** How results are told. */
final class Texts {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final double SECOND = 1e9;

    private Texts() {
    }

    /** {@code 100 MiB}, {@code 1.5 KiB}, {@code 512 B}. */
    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return (value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value))
                + ' ' + UNITS[unit];
    }

    /** {@code 20.134 ms}, {@code 8.914 s}: three digits behind the point. */
    static String time(long nanos) {
        return nanos < 1_000_000_000L ? String.format(Locale.ROOT, "%.3f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.3f s", nanos / SECOND);
    }

    /** A time as a number for the result file. */
    static double seconds(long nanos) {
        return nanos / SECOND;
    }

    /** One stream of bytes for the result file; the lab compares what was sent with what was received. */
    static Map<String, Object> stream(Endpoint local, Endpoint remote, long bytes, String sha256) {
        Map<String, Object> stream = new LinkedHashMap<>();
        stream.put("local", local.toString());
        stream.put("remote", remote.toString());
        stream.put("bytes", bytes);
        stream.put("sha256", sha256);
        return stream;
    }
}
