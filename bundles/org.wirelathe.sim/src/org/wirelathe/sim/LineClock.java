package org.wirelathe.sim;

import org.wirelathe.wire.EthernetHeader;

/**
 * When the bits of frames leave a transmitter (B8, B9). Exact for every rate: a byte lasts {@code numerator /
 * denominator} ns, and the fraction of a nanosecond in which a frame ends is carried into the next, so that a million
 * frames end where their bits end. Times given out are rounded up: nothing is ever said to have left before it has.
 */
final class LineClock {
    private static final long NS_PER_BYTE_AT_ONE_BIT = 8_000_000_000L;

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

    /** @param bitsPerSecond at least 1 */
    LineClock(long bitsPerSecond) {
        long divisor = gcd(NS_PER_BYTE_AT_ONE_BIT, bitsPerSecond);
        numerator = NS_PER_BYTE_AT_ONE_BIT / divisor;
        denominator = bitsPerSecond / divisor;
        gapTime = EthernetHeader.GAP * numerator / denominator;
        gapFraction = EthernetHeader.GAP * numerator % denominator;
    }

    /** Takes the line as soon as it is free, at {@code now} at the earliest; returns when that is, ns. */
    long start(long now) {
        if (roundedUp() < now) {
            time = now;
            fraction = 0;
        }
        return roundedUp();
    }

    /** Sends preamble, a frame of so many bytes and its FCS; returns when the last bit has left, ns. */
    long frame(int bytes) {
        if (bytes != lastBytes) {
            long duration = (EthernetHeader.PREAMBLE + bytes + EthernetHeader.FCS) * numerator;
            lastBytes = bytes;
            lastTime = duration / denominator;
            lastFraction = duration % denominator;
        }
        return advance(lastTime, lastFraction);
    }

    /** Sends the inter-frame gap; returns when the line is free, ns. */
    long gap() {
        return advance(gapTime, gapFraction);
    }

    /** How long preamble, a frame of so many bytes and its FCS last, ns, rounded up; the line stays as it is. */
    long duration(int bytes) {
        return Math.ceilDiv((EthernetHeader.PREAMBLE + bytes + EthernetHeader.FCS) * numerator, denominator);
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

    private long roundedUp() {
        return fraction == 0 ? time : time + 1;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
