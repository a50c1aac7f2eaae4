package org.wirelathe.sim;

import org.wirelathe.wire.EthernetHeader;

/**
 * When the bits of frames leave a transmitter (B8, B9). Exact for every rate: a byte lasts {@code numerator /
 * denominator} ns, and the fraction of a nanosecond in which a frame ends is carried into the next, so that a million
 * frames end where their bits end. Times given out are rounded up: nothing is ever said to have left before it has.
 */
final class LineClock implements Transmitter {
    private static final long NS_PER_BYTE_AT_ONE_BIT = 8_000_000_000L;

    private final long bitsPerSecond;
    private final long numerator;
    private final long denominator;
    private final long gapTime;
    private final long gapFraction;
    /** The line is busy until {@code time + fraction / denominator}. */
    private long time;
    private long fraction;
    /** What the last frame took: most frames are as long as the one before, and a division is dear. */
    private int lastBytes = -1;
    private long lastTime;
    private long lastFraction;

    /**
     * @param bitsPerSecond at least 1
     * @param busyUntil when an earlier transmitter leaves the line, ns
     */
    LineClock(long bitsPerSecond, long busyUntil) {
        this(bitsPerSecond);
        time = busyUntil;
    }

    /** @param bitsPerSecond at least 1 */
    LineClock(long bitsPerSecond) {
        this.bitsPerSecond = bitsPerSecond;
        long divisor = gcd(NS_PER_BYTE_AT_ONE_BIT, bitsPerSecond);
        numerator = NS_PER_BYTE_AT_ONE_BIT / divisor;
        denominator = bitsPerSecond / divisor;
        gapTime = EthernetHeader.GAP * numerator / denominator;
        gapFraction = EthernetHeader.GAP * numerator % denominator;
    }

    @Override
    public long start(long now) {
        if (roundedUp() < now) {
            time = now;
            fraction = 0;
        }
        return roundedUp();
    }

    @Override
    public long frame(int bytes) {
        measure(bytes);
        return advance(lastTime, lastFraction);
    }

    private void measure(int bytes) {
        if (bytes != lastBytes) {
            long duration = (EthernetHeader.PREAMBLE + bytes + EthernetHeader.FCS) * numerator;
            lastBytes = bytes;
            lastTime = duration / denominator;
            lastFraction = duration % denominator;
        }
    }

    @Override
    public long gap() {
        return advance(gapTime, gapFraction);
    }

    @Override
    public void takeBack(int bytes) {
        measure(bytes);
        retreat(gapTime, gapFraction);
        retreat(lastTime, lastFraction);
    }

    @Override
    public long free() {
        return roundedUp();
    }

    @Override
    public long bitsPerSecond() {
        return bitsPerSecond;
    }

    private long advance(long byTime, long byFraction) {
        time += byTime;
        long room = denominator - byFraction;
        if (fraction >= room) {
            fraction -= room;
            time++;
        } else {
            fraction += byFraction;
        }
        return roundedUp();
    }

    private void retreat(long byTime, long byFraction) {
        time -= byTime;
        fraction -= byFraction;
        if (fraction < 0) {
            fraction += denominator;
            time--;
        }
    }

    private long roundedUp() {
        return fraction == 0 ? time : time + 1;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
