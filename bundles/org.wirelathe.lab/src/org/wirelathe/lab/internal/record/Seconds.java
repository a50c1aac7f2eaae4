package org.wirelathe.lab.internal.record;

/** Times in seconds, exactly. */
public final class Seconds {
    private static final long SECOND = 1_000_000_000;

    private Seconds() {
    }

    /** {@code 1.25} for 1,250,000,000 ns: no digit lost, none too many. */
    public static String text(long nanos) {
        if (nanos < 0) {
            return "-" + text(-nanos);
        }
        long fraction = nanos % SECOND;
        String whole = Long.toString(nanos / SECOND);
        if (fraction == 0) {
            return whole;
        }
        String digits = Long.toString(SECOND + fraction);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return whole + '.' + digits.substring(1, end);
    }
}
