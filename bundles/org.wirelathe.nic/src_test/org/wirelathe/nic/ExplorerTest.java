package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.wire.TcpHeader;

/**
 * A node of two cards on which everything happens at once: frames of all kinds in and out, refits, drivers and queues
 * replaced in flight, PAUSE both ways, the carrier lost and found, a processor that is too slow. Whatever goes in is
 * delivered, or counted by the reason of its drop, or still held; and no packet is lost sight of.
 */
class ExplorerTest {
    private static final int STEPS = 30_000;

    private final ManualTime time = new ManualTime();
    private final PacketPool pool = new PacketPool();
    private final Frames frames = new Frames(pool);
    private final TestCounters counters = new TestCounters();
    private final FakeLine[] lines = {new FakeLine(time), new FakeLine(time)};
    private final List<NetworkInterface> nics = new ArrayList<>();
    private final long[] offered = new long[2];
    private final long[] arrived = new long[2];
    private final long[] received = new long[2];
    private Random random;
    private int stream;

    private NicSpec spec(int i) {
        boolean checksums = random.nextBoolean();
        Offloads offloads = new Offloads(true, checksums, true, checksums && random.nextBoolean());
        Coalescing coalescing = random.nextBoolean() ? Coalescing.NONE
                : new Coalescing(2 + random.nextInt(20), 1 + random.nextInt(3000));
        return new NicSpec("eth" + i, 1 + i, 1500, 2 << random.nextInt(5), 2 << random.nextInt(5), coalescing,
                offloads, random.nextInt(4) > 0, random.nextInt(4) * 4000);
    }

    private NicDriver driver() {
        return random.nextInt(4) == 0 ? new PollingDriver() : new RingDriver();
    }

    private TestQueue queue() {
        return new TestQueue(1 + random.nextInt(40), random.nextBoolean() ? Integer.MAX_VALUE : 1 + random.nextInt(3));
    }

    private void build(CpuCosts costs) {
        NodeContext node = new NodeContext("n", 1, time, pool, counters, null, Probes.OFF, new Cpu(time, costs));
        for (int i = 0; i < 2; i++) {
            lines[i].lasts = frame -> 24 + Math.max(60, frame.length());
            nics.add(new CardModel().create(node, spec(i), lines[i], driver(), queue()));
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
        offered[out]++;
        nics.get(out).send(frame);
    }

    private Packet incoming() {
        return switch (random.nextInt(20)) {
            case 0 -> frames.pause(random.nextInt(20));
            case 1 -> frames.pause(0);
            case 2 -> {
                Packet bad = frames.tcp(stream, 100, TcpHeader.ACK);
                bad.corrupted = true;
                yield bad;
            }
            case 3 -> frames.plain(1, 1519 + random.nextInt(500));
            case 4 -> frames.plain(1, random.nextInt(60));
            default -> {
                int length = random.nextInt(8) == 0 ? random.nextInt(1460) : 1000;
                int flags = TcpHeader.ACK | (random.nextInt(9) == 0 ? TcpHeader.PSH : 0);
                Packet segment = frames.tcp(stream, length, flags);
                stream += length;
                yield segment;
            }
        };
    }

    private Packet outgoing() {
        return switch (random.nextInt(6)) {
            case 0 -> frames.tcpPartial(0, 1 + random.nextInt(20_000), TcpHeader.ACK, 1 + random.nextInt(1460));
            case 1 -> frames.tcpPartial(0, random.nextInt(1460), TcpHeader.ACK, 0);
            case 2 -> {
                Packet hopeless = frames.plain(0, 100 + random.nextInt(100));
                hopeless.checksum = Packet.CHECKSUM_PARTIAL;
                hopeless.segmentSize = random.nextInt(2) * 20;
                yield hopeless;
            }
            default -> frames.plain(0, 60 + random.nextInt(1400));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void b4EverythingThatGoesInIsDeliveredCountedOrHeld(int seed) {
        random = new Random(seed);
        build(seed % 2 == 0 ? CpuCosts.NONE : new CpuCosts(200, 300, 500 + 100 * seed));
        for (int step = 0; step < STEPS; step++) {
            int i = random.nextInt(2);
            switch (random.nextInt(300)) {
                case 0 -> nics.get(i).driver(driver(), UnaryOperator.identity());
                case 1 -> nics.get(i).queue(queue());
                case 2 -> nics.get(i).refit(spec(i));
                case 3 -> lines[i].carrier(random.nextBoolean());
                default -> {
                    if (random.nextInt(3) == 0) {
                        offer(i, outgoing());
                    } else {
                        arrived[i]++;
                        lines[i].card.received(incoming());
                    }
                }
            }
            if (random.nextInt(3) == 0) {
                time.runUntil(time.now() + random.nextInt(2000));
            }
        }
        for (int i = 0; i < 2; i++) {
            lines[i].carrier(true);
        }
        time.runUntil(time.now() + 1_000_000_000L);
        for (int i = 0; i < 2; i++) {
            balanceIn(i);
            balanceOut(i);
        }
        nics.forEach(NetworkInterface::close);
        lines[0].clear();
        lines[1].clear();
        assertEquals(0, pool.inUse());
    }

    private long count(int i, String name) {
        return counters.value("eth" + i + "." + name);
    }

    private void balanceIn(int i) {
        assertEquals(arrived[i], count(i, "rxPackets") + count(i, "rxCrcErrors") + count(i, "rxTooLong")
                + count(i, "rxNoBuffer") + count(i, "rxCardFull") + count(i, "rxPauseFrames")
                + count(i, "rxPauseIgnored") + count(i, "rxControlUnknown"), "in at eth" + i);
        assertEquals(count(i, "rxPackets"), received[i] + count(i, "rxGroMerged"), "up from eth" + i);
        assertTrue(received[i] > 1000 && count(i, "rxPauseFrames") > 10 && count(i, "rxTooLong") > 100);
    }

    private void balanceOut(int i) {
        assertEquals(0, nics.get(i).backlog());
        long packets = count(i, "txPackets") - count(i, "txTsoSegments") + count(i, "txTsoPackets");
        assertEquals(offered[i], packets + count(i, "txQueueDrops") + count(i, "txNoCarrier")
                + count(i, "txBadOffload"), "out at eth" + i);
        assertEquals(lines[i].sent.size(), count(i, "txPackets") + count(i, "txPauseFrames"), "on the wire");
        assertTrue(count(i, "txTsoPackets") > 100 && count(i, "txNoCarrier") > 10, "the paths were walked");
    }
}
