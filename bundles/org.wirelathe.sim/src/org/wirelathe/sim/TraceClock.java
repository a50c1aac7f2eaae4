package org.wirelathe.sim;

import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.wire.EthernetHeader;

/**
 * A transmitter that sends when a trace lets it, by Mahimahi's rules: at each time of the trace 1504 bytes may leave, of
 * one frame or of several; a chance at which nothing waits is lost, and so is what remains of one when the last frame
 * that waited has left. A frame counts as Mahimahi's tunnel device counts it: the network packet and four bytes, so that
 * a packet of 1500 bytes takes one chance. A frame can only use chances that come after it was given.
 *
 * <p>Chances are numbered through all rounds of the trace; a byte's place is its chance times 1504 plus its place in it.
 */
final class TraceClock implements Transmitter {
    private static final long NS_PER_MS = 1_000_000;
    /** What a tunnel device puts before a packet, bytes. */
    private static final int TUNNEL_HEADER = 4;

    private final long[] times;
    private final long period;
    /** The place of the next byte that leaves. */
    private long place;
    private final long busyUntil;
    /** When the last byte given leaves. */
    private long free;

    /**
     * @param trace a trace that has times
     * @param busyUntil when an earlier transmitter leaves the line, ns
     */
    TraceClock(RateTrace trace, long busyUntil) {
        times = trace.times();
        period = times[times.length - 1];
        this.busyUntil = busyUntil;
        free = busyUntil;
        start(busyUntil);
    }

    @Override
    public long start(long now) {
        if (time(place) <= now) {
            place = chanceAfter(now) * RateTrace.BYTES;
        }
        return time(place);
    }

    @Override
    public long frame(int bytes) {
        place += size(bytes);
        free = time(place - 1);
        return free;
    }

    @Override
    public long gap() {
        return free;
    }

    @Override
    public void takeBack(int bytes) {
        place -= size(bytes);
        free = Math.max(busyUntil, time(place - 1));
    }

    @Override
    public long free() {
        return free;
    }

    @Override
    public long bitsPerSecond() {
        return Math.max(1, times.length * (RateTrace.BYTES * 8L * 1000) / period);
    }

    private static int size(int bytes) {
        return Math.max(1, bytes - EthernetHeader.LENGTH + TUNNEL_HEADER);
    }

    /** When the byte at a place may leave, ns. */
    private long time(long place) {
        long chance = place / RateTrace.BYTES;
        return (chance / times.length * period + times[(int) (chance % times.length)]) * NS_PER_MS;
    }

    /** The first chance later than {@code now}. */
    private long chanceAfter(long now) {
        long round = now / (period * NS_PER_MS);
        long ms = now / NS_PER_MS - round * period;
        int low = 0;
        for (int high = times.length; low < high;) {
            int middle = low + high >>> 1;
            if (times[middle] > ms) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return round * times.length + low;
    }
}
