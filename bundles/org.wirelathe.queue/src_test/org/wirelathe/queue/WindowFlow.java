package org.wirelathe.queue;

import java.util.ArrayDeque;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Bytes;

/**
 * A greedy sender with Reno's window (RFC 5681 §3.1), acknowledged a round trip after each frame; no retransmission,
 * for the queue does not care which bytes it carries. Frames tell their number and when they were sent.
 */
final class WindowFlow {
    static final int LENGTH = 1514;
    private static final int NUMBER_AT = 50;
    private static final long TIMEOUT = 3 * TestNode.SECOND;

    private final TestNode node;
    private final Bottleneck line;
    private final int port;
    private final int tos;
    private final long roundTrip;
    /** Times and numbers of acknowledgments on their way. */
    private final ArrayDeque<long[]> acks = new ArrayDeque<>();
    private final Timer ackTimer;
    private final Timer timeout;
    private double window = 2;
    private double threshold = Double.MAX_VALUE;
    private long next;
    private long expected;
    private long recover;

    WindowFlow(TestNode node, Bottleneck line, int port, int tos, long roundTrip) {
        this.node = node;
        this.line = line;
        this.port = port;
        this.tos = tos;
        this.roundTrip = roundTrip;
        ackTimer = node.clock.timer(this::acknowledged);
        timeout = node.clock.timer(this::timedOut);
    }

    void send() {
        while (next - expected < (long) window) {
            Packet frame = node.ipv4(LENGTH, tos, port);
            Bytes.i64(frame.bytes, frame.head + NUMBER_AT, next++);
            stamp(node, frame);
            line.send(frame);
        }
        if (!timeout.isArmed()) {
            timeout.armAt(node.clock.now() + TIMEOUT);
        }
    }

    static void stamp(TestNode node, Packet frame) {
        Bytes.i64(frame.bytes, frame.head + NUMBER_AT + 8, node.clock.now());
    }

    static long sentAt(Packet frame) {
        return Bytes.i64(frame.bytes, frame.head + NUMBER_AT + 8);
    }

    void delivered(Packet frame) {
        boolean marked = (frame.bytes[frame.head + 15] & 3) == 3;
        acks.add(new long[] {node.clock.now() + roundTrip, Bytes.i64(frame.bytes, frame.head + NUMBER_AT),
            marked ? 1 : 0});
        if (!ackTimer.isArmed()) {
            ackTimer.armAt(acks.peek()[0]);
        }
    }

    private void acknowledged() {
        long[] ack = acks.poll();
        if (!acks.isEmpty()) {
            ackTimer.armAt(acks.peek()[0]);
        }
        if (ack[1] < expected) {
            return;
        }
        boolean congested = ack[1] > expected || ack[2] != 0;
        expected = ack[1] + 1;
        if (congested && ack[1] >= recover) {
            threshold = Math.max(window / 2, 2);
            window = threshold;
            recover = next;
        } else {
            window += window < threshold ? 1 : 1 / window;
        }
        timeout.armAt(node.clock.now() + TIMEOUT);
        send();
    }

    private void timedOut() {
        threshold = Math.max(window / 2, 2);
        window = 1;
        expected = next;
        recover = next;
        send();
    }

    void close() {
        ackTimer.cancel();
        timeout.cancel();
    }
}
