package org.wirelathe.api.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** B7: one core, hard interrupts before soft ones. */
class CpuTest {
    private final Clock clock = new Clock();
    private final List<String> done = new ArrayList<>();

    /** Work of so many packets. */
    private final class Work implements SoftInterrupt {
        private final String name;
        private int packets;

        Work(String name, int packets) {
            this.name = name;
            this.packets = packets;
        }

        @Override
        public void begun() {
            done.add(clock.now + " " + name + " begins");
        }

        @Override
        public boolean ready() {
            return packets > 0;
        }

        @Override
        public void take() {
            packets--;
            done.add(clock.now + " " + name);
        }

        @Override
        public void ended(int taken, boolean again) {
            done.add(clock.now + " " + name + " ends " + taken + (again ? " again" : ""));
        }
    }

    @Test // a hard interrupt stops a soft one in the middle of a packet, which then takes up what was left
    void b7HardInterruptGoesBeforeSoft() {
        Cpu cpu = new Cpu(clock, new CpuCosts(100, 50, 1000));
        cpu.raise(new Work("soft", 2));
        clock.runUntil(500);
        cpu.interrupt(() -> done.add(clock.now + " hard"));
        cpu.interrupt(() -> done.add(clock.now + " hard"));
        clock.runUntil(10_000);
        assertEquals(List.of("50 soft begins", "600 hard", "700 hard", "1250 soft", "2250 soft", "2250 soft ends 2"),
                done);
        assertEquals(200, cpu.hardTime());
        assertEquals(2050, cpu.softTime());
    }

    @Test // B6: rounds take turns
    void b6SoftInterruptsTakeTurnsInRounds() {
        Cpu cpu = new Cpu(clock, new CpuCosts(0, 0, 1));
        cpu.raise(new Work("a", 100));
        cpu.raise(new Work("b", 1));
        clock.runUntil(10_000);
        assertEquals(List.of("64 a ends 64 again", "65 b ends 1", "101 a ends 36"),
                done.stream().filter(line -> line.contains("ends")).toList());
    }

    @Test
    void withoutCostsEverythingHappensInTheCall() {
        Cpu cpu = new Cpu(clock, CpuCosts.NONE);
        assertTrue(cpu.isFree());
        cpu.interrupt(() -> done.add("hard"));
        cpu.raise(new Work("a", 65));
        assertEquals("hard", done.getFirst());
        assertEquals("0 a ends 64 again", done.get(66));
        assertEquals("0 a ends 1", done.getLast());
        assertFalse(new Cpu(clock, new CpuCosts(0, 1, 0)).isFree());
    }

    /** A clock as plain as can be. */
    private static final class Clock implements Scheduler {
        private final PriorityQueue<Alarm> pending = new PriorityQueue<>(
                (a, b) -> a.time != b.time ? Long.compare(a.time, b.time) : Long.compare(a.order, b.order));
        private long now;
        private long orders;

        void runUntil(long limit) {
            while (!pending.isEmpty() && pending.peek().time <= limit) {
                Alarm alarm = pending.poll();
                now = alarm.time;
                alarm.action.run();
            }
            now = limit;
        }

        @Override
        public long now() {
            return now;
        }

        @Override
        public long nextOrder() {
            return orders++;
        }

        @Override
        public Timer timer(Runnable action) {
            return new Alarm(action);
        }

        @Override
        public void post(Runnable task) {
            task.run();
        }

        private final class Alarm implements Timer {
            private final Runnable action;
            private long time;
            private long order;

            Alarm(Runnable action) {
                this.action = action;
            }

            @Override
            public void armAt(long deadline) {
                armAt(deadline, nextOrder());
            }

            @Override
            public void armAt(long deadline, long order) {
                cancel();
                time = deadline;
                this.order = order;
                pending.add(this);
            }

            @Override
            public void cancel() {
                pending.remove(this);
            }

            @Override
            public boolean isArmed() {
                return pending.contains(this);
            }

            @Override
            public long deadline() {
                return time;
            }
        }
    }
}
