package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** Time then order number, whatever tricks the loop and the lines play to keep the queue short. */
class TotalOrderTest {
    private static final long END = 3000;

    /**
     * Timers that at each firing arm, re-arm and cancel others at random, with a few deadlines for all.
     *
     * @param unit what deadlines are multiples of, ns
     */
    private static List<Long> storm(Scheduler scheduler, LongConsumer run, long seed, int count, long unit, long end) {
        RandomStream random = new RandomStream(seed, "storm");
        List<Long> log = new ArrayList<>();
        List<Timer> timers = new ArrayList<>();
        long[] reserved = new long[8];
        for (int i = 0; i < reserved.length; i++) {
            reserved[i] = -1;
        }
        for (int i = 0; i < count; i++) {
            int name = i;
            timers.add(scheduler.timer(() -> {
                log.add(scheduler.now() * 10_000 + name);
                for (int n = 0; n < 3; n++) {
                    Timer other = timers.get((int) random.below(count));
                    long deadline = scheduler.now() + (random.below(6) - 1) * unit;
                    int slot = (int) random.below(reserved.length);
                    switch ((int) random.below(8)) {
                        case 0 -> other.cancel();
                        case 1 -> reserved[slot] = reserved[slot] < 0 ? scheduler.nextOrder() : reserved[slot];
                        case 2 -> {
                            if (reserved[slot] >= 0) {
                                other.armAt(deadline, reserved[slot]);
                                reserved[slot] = -1;
                            }
                        }
                        case 3 -> other.armAt(other.isArmed() ? other.deadline() : deadline);
                        default -> other.armAt(deadline);
                    }
                }
            }));
        }
        for (int i = 0; i < count; i++) {
            timers.get(i).armAt(random.below(4) * unit);
        }
        run.accept(end);
        return log;
    }

    @Test
    void lazyTimersFireAsIfTheQueueHeldExactlyWhatIsArmed() {
        for (long seed = 0; seed < 20; seed++) {
            EventLoop loop = new EventLoops().virtual();
            ReferenceLoop reference = new ReferenceLoop();
            List<Long> expected = storm(reference, reference::runUntil, seed, 40, 1, END);
            assertEquals(expected, storm(loop, loop::runUntil, seed, 40, 1, END), "seed " + seed);
            assertEquals(reference.events, loop.events());
            assertTrue(expected.size() > 10_000, "the storm died down after " + expected.size() + " events");
        }
    }

    @Test // so many that the wheel comes in; in one slot, in neighbouring slots, on several levels
    void manyTimersFireAsIfTheQueueHeldExactlyWhatIsArmed() {
        for (long unit : new long[] {1, 700, 1_000_000, 1L << 40}) {
            EventLoop loop = new EventLoops().virtual();
            ReferenceLoop reference = new ReferenceLoop();
            List<Long> expected = storm(reference, reference::runUntil, unit, 5000, unit, 20 * unit);
            assertEquals(expected, storm(loop, loop::runUntil, unit, 5000, unit, 20 * unit), "unit " + unit);
            assertEquals(reference.events, loop.events());
            assertTrue(expected.size() > 20_000, "the storm died down after " + expected.size() + " events");
        }
    }

    @Test
    void steppingIsTheSameAsRunning() {
        EventLoop loop = new EventLoops().virtual();
        EventLoop stepped = new EventLoops().virtual();
        assertEquals(storm(loop, loop::runUntil, 5, 40, 1, END), storm(stepped, end -> {
            while (stepped.nextDeadline() <= end) {
                assertTrue(stepped.step());
            }
        }, 5, 40, 1, END));
    }

    /**
     * Cables of one length and rate, ticks of one period: nearly every arrival ties with others.
     *
     * @param individually whether each frame has a timer of its own, armed next to it, that says when it arrives
     */
    private static List<String> traffic(boolean individually, long seed) {
        EventLoop loop = new EventLoops().virtual();
        PacketPool pool = new PacketPool();
        RandomStream random = new RandomStream(seed, "traffic");
        List<String> log = new ArrayList<>();
        List<Cable> cables = new ArrayList<>();
        boolean[] lost = new boolean[10];
        Runnable[] react = new Runnable[1];
        for (int i = 0; i < 5; i++) {
            int name = i;
            // 84 bytes last 84 ns; a frame of 60 arrives 72 ns after its start when the delay is 0
            CableSpec spec = new CableSpec("c" + i, 8_000_000_000L, 12 + 84 * (i % 2), 100_000_000);
            Cable cable = new Cables().create(loop, spec, seed, (direction, start, arrival, frame) ->
                    lost[2 * name + direction] = arrival < 0);
            for (int direction = 0; direction < 2; direction++) {
                String label = " cable " + name + "." + direction;
                (direction == 0 ? cable.b() : cable.a()).connect(frame -> {
                    frame.release();
                    if (!individually) {
                        log.add(loop.now() + label);
                        react[0].run();
                    }
                });
            }
            cables.add(cable);
        }
        Timer[] ticks = new Timer[3];
        for (int i = 0; i < ticks.length; i++) {
            int name = i;
            ticks[i] = loop.timer(() -> {
                log.add(loop.now() + " tick " + name);
                ticks[name].armAt(loop.now() + 84);
                react[0].run();
            });
            ticks[i].armAt(84);
        }
        react[0] = () -> {
            int frames = log.size() < 20_000 ? (int) random.below(3) : 0;
            for (int n = 0; n < frames; n++) {
                int name = (int) random.below(cables.size());
                Cable cable = cables.get(name);
                Packet frame = pool.take();
                frame.put(60);
                int way = (int) random.below(2);
                (way == 0 ? cable.a() : cable.b()).send(frame);
                if (individually) {
                    loop.timer(() -> {
                        if (!lost[2 * name + way]) {
                            log.add(loop.now() + " cable " + name + "." + way);
                            react[0].run();
                        }
                    }).armAt(lastArrival(cable, way));
                }
            }
        };
        loop.runUntil(84 * 3000);
        cables.forEach(Cable::clear);
        assertEquals(0, pool.inUse());
        return log;
    }

    private static long lastArrival(Cable cable, int way) {
        long[] last = new long[1];
        cable.view((direction, start, arrival, frame) -> last[0] = direction == way ? arrival : last[0]);
        return last[0];
    }

    @Test
    void lineThatQueuesOnlyItsHeadKeepsTheOrderOfFramesArmedOneByOne() {
        int ties = 0;
        for (long seed = 0; seed < 10; seed++) {
            List<String> expected = traffic(true, seed);
            assertEquals(expected, traffic(false, seed), "seed " + seed);
            for (int i = 1; i < expected.size(); i++) {
                ties += time(expected.get(i)).equals(time(expected.get(i - 1))) ? 1 : 0;
            }
        }
        assertTrue(ties > 50_000, "only " + ties + " ties: the test proves little");
    }

    private static String time(String entry) {
        return entry.substring(0, entry.indexOf(' '));
    }
}
