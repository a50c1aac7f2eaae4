package org.wirelathe.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The Internet checksum (RFC 1071) and its incremental update (RFC 1624).
 *
 * <p>A partial sum is a {@code long} in one's complement arithmetic over big-endian 16-bit words. Partial sums of
 * pieces of even length may be added with {@link #add}; {@link #finish} folds and complements.
 */
public final class Checksum {
    /** Native order: the one's complement sum does not depend on byte order but for a final swap (RFC 1071 §2 B). */
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW = 0xFFFF_FFFFL;

    private Checksum() {
    }

    /**
     * The partial sum over {@code length} bytes from {@code at}; an odd last byte is padded with a zero (RFC 1071 §1).
     *
     * <p>Reads eight bytes at a time as two 32-bit halves, four independent chains: the halves of 2^30 words fit in a
     * long without losing a carry, so no end-around carry is needed inside the loop.
     */
    public static long sum(byte[] bytes, int at, int length) {
        long a = 0;
        long b = 0;
        long c = 0;
        long d = 0;
        int i = at;
        int end = at + length;
        for (int last = end - 32; i <= last; i += 32) {
            long w = (long) LONG.get(bytes, i);
            long x = (long) LONG.get(bytes, i + 8);
            long y = (long) LONG.get(bytes, i + 16);
            long z = (long) LONG.get(bytes, i + 24);
            a += (w & LOW) + (w >>> 32);
            b += (x & LOW) + (x >>> 32);
            c += (y & LOW) + (y >>> 32);
            d += (z & LOW) + (z >>> 32);
        }
        long sum = a + b + c + d;
        for (int last = end - 8; i <= last; i += 8) {
            long w = (long) LONG.get(bytes, i);
            sum += (w & LOW) + (w >>> 32);
        }
        for (int shift = 0; i < end; i++, shift += 8) {
            sum += (bytes[i] & 0xFFL) << (shift & 31);
        }
        return Short.toUnsignedLong(Short.reverseBytes((short) fold(sum)));
    }

    /** Adds two partial sums. */
    public static long add(long a, long b) {
        return a + b;
    }

    /** The partial sum of the pseudo header of TCP and UDP over IPv4 (RFC 9293 §3.1); {@code length} in bytes. */
    public static long pseudoHeader(int source, int destination, int protocol, int length) {
        return (source >>> 16) + (source & 0xFFFF) + (destination >>> 16) + (destination & 0xFFFF) + protocol + length;
    }

    /**
     * The partial sum of the pseudo header over IPv6 (RFC 8200 §8.1), and over IPv4 when the addresses are in their
     * mapped form: the ffff in front of each is minus zero in one's complement, so that it adds nothing.
     *
     * @param protocol the transport protocol, never 0
     * @param length of transport header and text, bytes
     */
    public static long pseudoHeader(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow,
            int protocol, int length) {
        return (sourceHigh >>> 32) + (sourceHigh & LOW) + (sourceLow >>> 32) + (sourceLow & LOW)
                + (destinationHigh >>> 32) + (destinationHigh & LOW) + (destinationLow >>> 32) + (destinationLow & LOW)
                + protocol + length;
    }

    /** Folds a partial sum to 16 bits without complementing it. */
    public static int fold(long sum) {
        long s = (sum & LOW) + (sum >>> 32);
        s = (s & 0xFFFF) + (s >>> 16);
        s = (s & 0xFFFF) + (s >>> 16);
        return (int) ((s & 0xFFFF) + (s >>> 16));
    }

    /** The checksum field for data whose partial sum, with the field taken as zero, is {@code sum}. */
    public static int finish(long sum) {
        return ~fold(sum) & 0xFFFF;
    }

    /** Whether data verifies: its partial sum, checksum field included, is minus zero. */
    public static boolean verifies(long sum) {
        return fold(sum) == 0xFFFF;
    }

    /** The new checksum field after one 16-bit word of the data changed (RFC 1624 eq. 3). */
    public static int update(int checksum, int oldWord, int newWord) {
        return finish((~checksum & 0xFFFFL) + (~oldWord & 0xFFFFL) + (newWord & 0xFFFFL));
    }
}
