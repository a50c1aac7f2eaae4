package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;

/** Whatever is sent, comes in, or is replaced underneath: every frame is delivered or counted, and none twice. */
class InterfaceBalanceTest {
    private static final int STEPS = 400_000;

    private final ManualTime time = new ManualTime();
    private final PacketPool pool = new PacketPool();
    private final TestCounters counters = new TestCounters();
    private final NodeContext node = new NodeContext("n", 1, time, pool, counters, null);
    private final Random random = new Random(11);
    private final FakeLine[] lines = {new FakeLine(time), new FakeLine(time)};
    private final List<NetworkInterface> nics = new ArrayList<>();
    private final long[] offered = new long[2];
    private final long[] refused = new long[2];
    private final long[] arrived = new long[2];
    private final long[] received = new long[2];
    private final List<List<Integer>> accepted = List.of(new ArrayList<>(), new ArrayList<>());

    /** A node of two interfaces that passes every frame on to the other one. */
    private void build() {
        for (int i = 0; i < 2; i++) {
            NicSpec spec = new NicSpec("eth" + i, 1 + i, 1500, 4 << i, 8);
            nics.add(new CardModel().create(node, spec, lines[i], new RingDriver(), new TestQueue(30)));
        }
        for (int i = 0; i < 2; i++) {
            int in = i;
            nics.get(i).receiver(frame -> {
                received[in]++;
                offer(1 - in, frame);
            });
        }
    }

    private void offer(int out, Packet frame) {
        int mark = frame.bytes[frame.head] & 0xFF;
        offered[out]++;
        if (nics.get(out).send(frame)) {
            accepted.get(out).add(mark);
        } else {
            refused[out]++;
        }
    }

    private Packet frame() {
        Packet packet = pool.take(random.nextInt(Packet.HEADROOM));
        int at = packet.put(1 + random.nextInt(1514));
        packet.bytes[at] = (byte) random.nextInt();
        packet.corrupted = random.nextInt(20) == 0;
        return packet;
    }

    @Test
    void framesInAndOutBalance() {
        build();
        for (int step = 0; step < STEPS; step++) {
            int i = random.nextInt(2);
            switch (random.nextInt(1000)) {
                case 0 -> nics.get(i).driver(new RingDriver(), UnaryOperator.identity());
                case 1 -> nics.get(i).queue(new TestQueue(30));
                default -> {
                    arrived[i]++;
                    lines[i].card.received(frame());
                }
            }
            if (random.nextInt(100) == 0) {
                time.runUntil(time.now() + random.nextInt(100) * FakeLine.FRAME_TIME);
            }
        }
        time.runUntil(Long.MAX_VALUE / 2);
        for (int i = 0; i < 2; i++) {
            String at = "eth" + i + ".";
            assertEquals(arrived[i], counters.value(at + "rxPackets") + counters.value(at + "rxCrcErrors")
                    + counters.value(at + "rxNoBuffer") + counters.value(at + "rxControlUnknown"));
            assertEquals(received[i], counters.value(at + "rxPackets"));
            assertEquals(offered[i], counters.value(at + "txPackets") + counters.value(at + "txQueueDrops"));
            assertEquals(refused[i], counters.value(at + "txQueueDrops"));
            assertEquals(0, nics.get(i).backlog());
            assertEquals(accepted.get(i), lines[i].sent, "all that was accepted was sent, in its order");
            assertTrue(refused[i] > 1000 && lines[i].sent.size() > 1000, "both paths were walked");
        }
        nics.forEach(NetworkInterface::close);
        lines[0].clear();
        lines[1].clear();
        assertEquals(0, pool.inUse());
    }
}
