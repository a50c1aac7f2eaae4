package org.wirelathe.queue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Bytes;

/**
 * The standard scenario: greedy flows over a bottleneck of 10 Mbit/s with a round trip of 50 ms, and a sparse flow of a
 * frame of 214 bytes every 20 ms (a telephone). What is measured begins after 10 s and ends after 60 s.
 */
final class Scenario {
    static final long RATE = 10_000_000;
    private static final long FROM = 10 * TestNode.SECOND;
    private static final long TO = 60 * TestNode.SECOND;
    private static final long WINDOW = 100 * TestNode.MS;
    private static final int SPARSE_LENGTH = 214;
    private static final int SPARSE_PORT = 9000;

    private final TestNode node = new TestNode();
    private final List<WindowFlow> flows = new ArrayList<>();
    private final Bottleneck line;
    private final Timer sparseTimer;
    private final int sparseTos;
    private final List<Long> bulkDelays = new ArrayList<>();
    private final List<Long> sparseDelays = new ArrayList<>();
    /** The least delay of a bulk frame in each window of 100 ms: what stands in the queue. */
    private final long[] standing = new long[(int) ((TO - FROM) / WINDOW)];
    private long sparseSent;
    private long sparseCame;
    private long bytesBefore;

    Scenario(PacketQueueMaker maker, int greedy, int tos, int sparseTos) {
        this.sparseTos = sparseTos;
        Arrays.fill(standing, Long.MAX_VALUE);
        line = new Bottleneck(node, maker.make(node), RATE, this::left);
        for (int port = 1; port <= greedy; port++) {
            flows.add(new WindowFlow(node, line, port, tos, 50 * TestNode.MS));
        }
        sparseTimer = node.clock.timer(this::sendSparse);
    }

    /** Makes the queue under test. */
    interface PacketQueueMaker {
        PacketQueue make(TestNode node);
    }

    private void sendSparse() {
        Packet frame = node.ipv4(SPARSE_LENGTH, sparseTos, SPARSE_PORT);
        WindowFlow.stamp(node, frame);
        line.send(frame);
        sparseSent += counts(node.clock.now()) ? 1 : 0;
        sparseTimer.armAt(node.clock.now() + 20 * TestNode.MS);
    }

    /** Whether a sparse frame sent then is counted: what has not left 2 s later never will. */
    private static boolean counts(long sent) {
        return sent >= FROM && sent < TO - 2 * TestNode.SECOND;
    }

    private void left(Packet frame) {
        long now = node.clock.now();
        int port = Bytes.u16(frame.bytes, frame.head + 34);
        if (now >= FROM && now < TO) {
            long delay = now - WindowFlow.sentAt(frame) - frame.length() * 8 * TestNode.SECOND / RATE;
            if (port == SPARSE_PORT) {
                sparseDelays.add(delay);
                sparseCame += counts(WindowFlow.sentAt(frame)) ? 1 : 0;
            } else {
                bulkDelays.add(delay);
                int window = (int) ((now - FROM) / WINDOW);
                standing[window] = Math.min(standing[window], delay);
            }
        }
        if (port != SPARSE_PORT) {
            flows.get(port - 1).delivered(frame);
        }
        frame.release();
    }

    Scenario run() {
        flows.forEach(WindowFlow::send);
        sparseTimer.armAt(0);
        node.clock.runUntil(FROM);
        bytesBefore = line.bytes();
        node.clock.runUntil(TO);
        Arrays.sort(standing);
        bulkDelays.sort(null);
        sparseDelays.sort(null);
        return this;
    }

    /** Ends it; returns how many packets and timers are left over, which is to be none. */
    long close() {
        flows.forEach(WindowFlow::close);
        sparseTimer.cancel();
        line.close();
        return node.pool.inUse() + node.clock.pending();
    }

    private static double ms(long nanos) {
        return nanos / 1e6;
    }

    /** The median of the least delays of all windows of 100 ms, ms. */
    double standingDelay() {
        return ms(standing[standing.length / 2]);
    }

    double meanDelay() {
        return ms((long) bulkDelays.stream().mapToLong(Long::longValue).average().orElseThrow());
    }

    double delay95() {
        return ms(bulkDelays.get(bulkDelays.size() * 95 / 100));
    }

    double sparseMean() {
        return ms((long) sparseDelays.stream().mapToLong(Long::longValue).average().orElseThrow());
    }

    double sparse99() {
        return ms(sparseDelays.get(sparseDelays.size() * 99 / 100));
    }

    long sparseLost() {
        return sparseSent - sparseCame;
    }

    /** Share of the line's rate that was used, percent. */
    double utilisation() {
        return (line.bytes() - bytesBefore) * 8 * 100.0 / (RATE * ((TO - FROM) / TestNode.SECOND));
    }

    long drops() {
        return line.refused() + node.dropped();
    }

    long marks() {
        return node.count("ecn_mark") + node.count("prob_mark") + node.count("forced_mark");
    }
}
