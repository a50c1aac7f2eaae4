package org.wirelathe.api.transport;

/**
 * A socket's send or receive buffer: a window of a byte stream, addressed by stream position (B24, B26).
 *
 * <p>Positions count from 0 at the first byte of the stream and never wrap. The buffer holds {@code [start, end)};
 * bytes beyond {@code end} may have been stored out of order. At most {@link #limit} bytes from {@code start} on are
 * kept; the memory behind them grows on demand. The socket makes it, the transport shares it, so it survives a change
 * of transport. Belongs to the loop's thread.
 */
public final class StreamBuffer {
    private static final int FIRST = 4096;
    private static final int MOST = 1 << 30;

    private byte[] ring;
    private final int limit;
    private long start;
    private long end;

    /** @param limit most bytes to hold, 1 to 2^30: more than the largest window of TCP is of no use (RFC 7323 §2.3) */
    public StreamBuffer(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a buffer holds 1 to " + MOST + " bytes, not " + limit);
        }
        this.limit = limit;
        this.ring = new byte[Integer.highestOneBit(Math.min(limit, FIRST) * 2 - 1)];
    }

    /** Most bytes it will hold. */
    public int limit() {
        return limit;
    }

    /** Position of the first byte held. */
    public long start() {
        return start;
    }

    /** Position behind the last byte held in order. */
    public long end() {
        return end;
    }

    /** Bytes held in order. */
    public int length() {
        return (int) (end - start);
    }

    /** Bytes that {@link #append} would take. */
    public int room() {
        return limit - length();
    }

    /** Appends as many bytes as there is room for; returns how many. */
    public int append(byte[] source, int at, int length) {
        int taken = Math.min(length, room());
        store(end, source, at, taken);
        end += taken;
        return taken;
    }

    /**
     * Stores bytes at a position at or beyond {@link #end}, for {@link #advance} to claim later; all of them must lie
     * below {@code start + limit}.
     */
    public void store(long position, byte[] source, int at, int length) {
        long reach = position + length - start;
        if (position < end || reach > limit) {
            throw new IllegalArgumentException("[" + position + ", +" + length + ") outside [" + end + ", "
                    + (start + limit) + ")");
        }
        if (reach > ring.length) {
            grow((int) reach);
        }
        int slot = (int) position & ring.length - 1;
        int first = Math.min(length, ring.length - slot);
        System.arraycopy(source, at, ring, slot, first);
        System.arraycopy(source, at + first, ring, 0, length - first);
    }

    /** Moves the end over bytes that have been stored. */
    public void advance(long newEnd) {
        if (newEnd < end || newEnd > start + limit) {
            throw new IllegalArgumentException("end " + end + " to " + newEnd);
        }
        end = newEnd;
    }

    /** Copies held bytes out without taking them. */
    public void copy(long position, byte[] target, int at, int length) {
        if (position < start || position + length > end) {
            throw new IllegalArgumentException("[" + position + ", +" + length + ") outside [" + start + ", " + end
                    + ")");
        }
        int slot = (int) position & ring.length - 1;
        int first = Math.min(length, ring.length - slot);
        System.arraycopy(ring, slot, target, at, first);
        System.arraycopy(ring, 0, target, at + first, length - first);
    }

    /** Takes up to {@code length} bytes from the front; returns how many. */
    public int take(byte[] target, int at, int length) {
        int taken = Math.min(length, length());
        copy(start, target, at, taken);
        start += taken;
        return taken;
    }

    /** Drops bytes below {@code position}. */
    public void discardTo(long position) {
        if (position < start || position > end) {
            throw new IllegalArgumentException("discard to " + position + " of [" + start + ", " + end + ")");
        }
        start = position;
    }

    /** Sixteen times as much at least: a bulk transfer fills its buffer, and each size on the way there is waste. */
    private int grownTo(int least) {
        int most = Integer.highestOneBit(limit * 2 - 1);
        return Math.min(most, Math.max((int) Math.min(16L * ring.length, most), Integer.highestOneBit(least * 2 - 1)));
    }

    private void grow(int least) {
        byte[] larger = new byte[grownTo(least)];
        // Out-of-order bytes lie anywhere up to ring.length behind start: move the whole window, not only [start, end).
        for (long p = start; p < start + ring.length;) {
            int from = (int) p & ring.length - 1;
            int to = (int) p & larger.length - 1;
            int run = (int) Math.min(start + ring.length - p, Math.min(ring.length - from, larger.length - to));
            System.arraycopy(ring, from, larger, to, run);
            p += run;
        }
        ring = larger;
    }
}
