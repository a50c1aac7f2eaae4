package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * A token bucket: it fills at the rate up to the burst, a frame goes when the bucket holds as much as the frame has
 * bytes (Ethernet header included, frame check sequence not, as Linux counts), and takes that out.
 *
 * <p>Counts {@code overlimits}, the times that a frame had to wait for tokens, and {@code too_long}, the frames refused
 * because they are larger than the burst. A packet that a card is still to cut goes as a whole when the bucket is full,
 * into debt if need be: the rate holds over time. Linux would cut it here.
 */
final class TokenBucketQueue implements PacketQueue {
    private static final long SECOND = 1_000_000_000L;
    private static final int BITS_PER_BYTE = 8;

    private final Scheduler clock;
    private final Timer timer;
    private final Counter overlimits;
    private final Counter tooLong;
    private final PacketFifo packets = new PacketFifo();
    private final int limitPackets;
    private final long limitBytes;
    private final long rate;
    private final long burst;
    /** What the bucket holds when it is full; tokens are bits times ns per second, so that nothing is rounded. */
    private final long capacity;
    private Runnable waker = () -> { };
    private long bytes;
    /** Below 0 after a packet larger than the bucket. */
    private long tokens;
    /** When {@link #tokens} was right, ns. */
    private long filledAt;

    /** @param rate bits per second; @param burst bytes, up to 10^9 */
    TokenBucketQueue(NodeContext node, QueueSpec spec, long rate, long burst) {
        clock = node.scheduler();
        timer = clock.timer(() -> waker.run());
        overlimits = node.counters().counter(spec.place(), "overlimits");
        tooLong = node.counters().counter(spec.place(), "too_long");
        limitPackets = spec.limitPackets();
        limitBytes = spec.limitBytes();
        this.rate = rate;
        this.burst = burst;
        capacity = cost(burst);
        tokens = capacity;
        filledAt = clock.now();
    }

    private static long cost(long bytes) {
        return bytes * BITS_PER_BYTE * SECOND;
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return false;
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (frame.length() > burst && frame.segmentSize == 0) {
            tooLong.increment();
            return false;
        }
        if (packets.size() >= limitPackets || bytes + frame.length() > limitBytes) {
            return false;
        }
        packets.add(frame);
        bytes += frame.length();
        return true;
    }

    @Override
    public Packet poll() {
        Packet frame = packets.peek();
        if (frame == null) {
            return null;
        }
        fill(clock.now());
        long missing = Math.min(cost(frame.length()), capacity) - tokens;
        if (missing > 0) {
            overlimits.increment();
            timer.armAt(filledAt + Math.ceilDiv(missing, rate));
            return null;
        }
        tokens -= cost(frame.length());
        return take();
    }

    private void fill(long now) {
        if (now > filledAt) {
            tokens = tokensAt(now);
            filledAt = now;
        }
    }

    private long tokensAt(long now) {
        // Time beyond what fills the bucket is left out first: the product then cannot overflow.
        long untilFull = Math.ceilDiv(capacity - tokens, rate);
        return Math.min(tokens + Math.min(now - filledAt, untilFull) * rate, capacity);
    }

    private Packet take() {
        Packet frame = packets.poll();
        bytes -= frame.length();
        return frame;
    }

    @Override
    public Packet drain() {
        return packets.isEmpty() ? null : take();
    }

    @Override
    public int length() {
        return packets.size();
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", bytes);
        out.gauge("tokens", tokensAt(clock.now()) / cost(1));
    }

    @Override
    public int lookahead() {
        return 1;
    }

    @Override
    public void waker(Runnable waker) {
        this.waker = waker;
    }

    @Override
    public void close() {
        timer.cancel();
        PacketQueue.super.close();
    }
}
