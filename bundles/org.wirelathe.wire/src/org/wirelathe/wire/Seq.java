package org.wirelathe.wire;

/**
 * Arithmetic on 32-bit sequence numbers modulo 2^32 (RFC 9293 §3.4, RFC 1982).
 *
 * <p>A sequence number is an {@code int} whose bits are the number on the wire. It is compared only through this class:
 * {@code <} and {@code Integer.compare} are wrong as soon as the space wraps. All comparisons are meaningful for numbers
 * less than 2^31 apart.
 */
public final class Seq {
    private Seq() {
    }

    /** Whether {@code a} comes strictly before {@code b}. */
    public static boolean before(int a, int b) {
        return a - b < 0;
    }

    /** Whether {@code a} comes strictly after {@code b}. */
    public static boolean after(int a, int b) {
        return b - a < 0;
    }

    /** Whether {@code a} is {@code b} or comes before it. */
    public static boolean atOrBefore(int a, int b) {
        return b - a >= 0;
    }

    /** Whether {@code a} is {@code b} or comes after it. */
    public static boolean atOrAfter(int a, int b) {
        return a - b >= 0;
    }

    /** Whether {@code s} lies in the {@code length} numbers that begin at {@code from}; {@code length} is 0 to 2^31-1. */
    public static boolean in(int s, int from, int length) {
        return Integer.compareUnsigned(s - from, length) < 0;
    }

    /** How many numbers lie from {@code from} up to, not including, {@code to}; negative when {@code to} comes first. */
    public static int distance(int from, int to) {
        return to - from;
    }

    /** The later of two numbers. */
    public static int max(int a, int b) {
        return after(a, b) ? a : b;
    }

    /** The earlier of two numbers. */
    public static int min(int a, int b) {
        return before(a, b) ? a : b;
    }

    /** The number as an unsigned decimal, as captures print it. */
    public static String format(int s) {
        return Integer.toUnsignedString(s);
    }
}
