package org.wirelathe.app;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wirelathe.api.transport.Endpoint;

/** How results are told. */
final class Texts {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final long SECOND = 1_000_000_000;

    private Texts() {
    }

    /** {@code 100 MiB}, {@code 1.5 KiB}, {@code 512 B}: at most one digit behind the point. */
    static String size(long bytes) {
        int unit = 0;
        while (unit < UNITS.length - 1 && bytes >> 10 * (unit + 1) > 0) {
            unit++;
        }
        long tenths = Math.round(10.0 * bytes / (1L << 10 * unit));
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + ' ' + UNITS[unit];
    }

    /** {@code 20.134 ms}, {@code 8.914 s}: three digits behind the point. */
    static String time(long nanos) {
        return nanos < SECOND ? thousandths(Math.round(nanos / 1e3)) + " ms" : thousandths(Math.round(nanos / 1e6)) + " s";
    }

    private static String thousandths(long value) {
        return value / 1000 + "." + Long.toString(1000 + value % 1000).substring(1);
    }

    /** A time as a number for the result file. */
    static double seconds(long nanos) {
        return (double) nanos / SECOND;
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
