package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.RandomStream;

class CableTest {
    private static final long GIGABIT = 1_000_000_000;

    private final EventLoop loop = new EventLoops().virtual();
    private final PacketPool pool = new PacketPool();
    private final List<Long> starts = new ArrayList<>();
    private final List<Long> arrivals = new ArrayList<>();
    private final List<Integer> tapped = new ArrayList<>();
    private final List<Long> received = new ArrayList<>();
    private final List<Integer> receivedLengths = new ArrayList<>();
    private Cable cable;

    @AfterEach
    void nothingLeaks() {
        cable.clear();
        assertEquals(0, cable.inFlight());
        assertEquals(0, pool.inUse(), "packets not back in the pool");
    }

    private void cable(long bitsPerSecond, long delay, long lossPerBillion) {
        cable(new CableSpec("c", bitsPerSecond, delay, lossPerBillion), 1);
    }

    private void cable(CableSpec spec, long seed) {
        cable = new Cables().create(loop, spec, seed, (direction, start, arrival, frame) -> {
            starts.add(start);
            arrivals.add(arrival);
            tapped.add(frame.length());
        });
        cable.a().connect(this::receive);
        cable.b().connect(this::receive);
    }

    private void receive(Packet frame) {
        received.add(loop.now());
        receivedLengths.add(frame.length());
        frame.release();
    }

    private Packet frame(int length) {
        Packet packet = pool.take();
        packet.put(length);
        return packet;
    }

    private void run() {
        loop.runUntil(Long.MAX_VALUE);
    }

    @Test // B8: 8 + 1514 + 4 bytes to the last bit of the FCS, 12 more until the line is free; at 1 Gbit/s 8 ns a byte
    void b8FramingCountsAgainstTheLineRate() {
        cable(GIGABIT, 1000, 0);
        assertEquals((8 + 1514 + 4 + 12) * 8, cable.a().send(frame(1514)));
        run();
        assertEquals(List.of(0L), starts);
        assertEquals(List.of((8 + 1514 + 4) * 8 + 1000L), received);
        assertEquals(received, arrivals);
    }

    @Test // IEEE 802.3 §3.2.8: 64 bytes with the FCS at least
    void b8ShortFrameTakesTheTimeOfTheLeastFrame() {
        cable(GIGABIT, 0, 0);
        assertEquals(84 * 8, cable.a().send(frame(1)));
        run();
        assertEquals(List.of(72 * 8L), received);
        assertEquals(List.of(1), receivedLengths, "the cable pads nothing");
    }

    @Test // B9
    void b9FramesQueueBehindEachOther() {
        cable(GIGABIT, 5_000, 0);
        assertEquals(672, cable.a().send(frame(60)));
        assertEquals(1344, cable.a().send(frame(60)));
        assertEquals(1344 + 12304, cable.a().send(frame(1514)));
        assertEquals(3, cable.inFlight());
        run();
        assertEquals(List.of(0L, 672L, 1344L), starts);
        assertEquals(List.of(576L + 5000, 672L + 576 + 5000, 1344L + 12208 + 5000), received);
    }

    @Test // B8, B9: the times that the tap was told
    void showsTheFramesOnTheLine() {
        cable(GIGABIT, 5_000, 0);
        cable.a().send(frame(60));
        cable.a().send(frame(1514));
        cable.b().send(frame(60));
        List<String> seen = new ArrayList<>();
        cable.view((direction, start, arrival, frame) ->
                seen.add(direction + " " + start + " " + arrival + " " + frame.length()));
        assertEquals(List.of("0 0 5576 60", "0 672 17880 1514", "1 0 5576 60"), seen);
        assertEquals(3, cable.inFlight(), "looking takes nothing off the line");
    }

    @Test
    void idleLineStartsAtOnce() {
        cable(GIGABIT, 0, 0);
        cable.a().send(frame(60));
        loop.runUntil(10_000);
        assertEquals(10_672, cable.a().send(frame(60)));
        run();
        assertEquals(List.of(0L, 10_000L), starts);
    }

    @Test
    void directionsDoNotShareTheLine() {
        cable(GIGABIT, 0, 0);
        assertEquals(672, cable.a().send(frame(60)));
        assertEquals(672, cable.b().send(frame(60)));
        run();
        assertEquals(List.of(576L, 576L), received);
    }

    @Test
    void b9OneBitPerSecond() {
        cable(1, 0, 0);
        assertEquals(1538L * 8 * 1_000_000_000, cable.a().send(frame(1514)));
        assertEquals(2 * 1538L * 8 * 1_000_000_000, cable.a().send(frame(1514)));
        run();
        assertEquals(List.of(1526L * 8_000_000_000L, (1538L + 1526) * 8_000_000_000L), received);
    }

    @Test
    void lostFrameOccupiesTheLineAndGoesBackToThePool() {
        cable(GIGABIT, 0, 1_000_000_000);
        assertEquals(672, cable.a().send(frame(60)));
        assertEquals(1344, cable.a().send(frame(60)));
        assertEquals(List.of(), arrivals, "not lost before it would have arrived");
        assertEquals(2, cable.inFlight());
        run();
        assertEquals(List.of(LineTap.LOST, LineTap.LOST), arrivals);
        assertEquals(0, cable.inFlight());
        assertEquals(0, pool.inUse());
        assertEquals(List.of(), received);
    }

    @Test // binomial: 100,000 frames at 1 %: 1000 expected, standard deviation 31.5; five of them
    void lossHasTheRateThatWasAskedFor() {
        cable(GIGABIT, 0, 10_000_000);
        for (int i = 0; i < 100_000; i++) {
            cable.a().send(frame(60));
        }
        run();
        long lost = arrivals.stream().filter(arrival -> arrival == LineTap.LOST).count();
        assertTrue(Math.abs(lost - 1000) < 158, "lost " + lost);
    }

    @Test
    void directionsLoseIndependentlyAndTheSeedDecides() {
        List<Boolean> forth = losses(1, "c", true);
        assertEquals(forth, losses(1, "c", true));
        assertTrue(!forth.equals(losses(1, "c", false)));
        assertTrue(!forth.equals(losses(2, "c", true)));
        assertTrue(!forth.equals(losses(1, "d", true)));
    }

    private List<Boolean> losses(long seed, String name, boolean fromA) {
        arrivals.clear();
        cable(new CableSpec(name, GIGABIT, 0, 500_000_000), seed);
        for (int i = 0; i < 64; i++) {
            (fromA ? cable.a() : cable.b()).send(frame(60));
        }
        loop.runUntil(loop.now() + 1_000_000);
        return arrivals.stream().map(arrival -> arrival == LineTap.LOST).toList();
    }

    @Test
    void clearTakesFramesOffTheLine() {
        cable(GIGABIT, 1_000_000, 0);
        cable.a().send(frame(60));
        cable.a().send(frame(60));
        cable.b().send(frame(60));
        cable.clear();
        assertEquals(0, pool.inUse());
        run();
        assertEquals(List.of(), received);
    }

    @Test // 200,000 frames of every length at random moments: each arrives once, in order, or is told lost
    void whatIsSentArrivesInOrderOrIsLost() {
        cable(new CableSpec("c", 37_000_000, 50_000, 200_000_000), 3);
        RandomStream random = new RandomStream(3, "frames");
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < 200_000; i++) {
            Packet frame = frame((int) random.below(1600));
            frame.corrupted = random.below(10) == 0;
            sent.add(frame.length());
            cable.a().send(frame);
            loop.runUntil(loop.now() + random.below(400_000));
        }
        run();
        assertEquals(sent, tapped);
        assertEquals(arrivals.stream().filter(arrival -> arrival != LineTap.LOST).toList(), received);
        List<Integer> whole = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            if (arrivals.get(i) != LineTap.LOST) {
                whole.add(sent.get(i));
            }
        }
        assertEquals(whole, receivedLengths);
    }
}
