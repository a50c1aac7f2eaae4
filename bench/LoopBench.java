package org.wirelathe.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import com.sun.management.ThreadMXBean;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;

/**
 * The hold model: so many events are pending, the first is taken and another added, again and again, with delays as a
 * network has them: 45 % serialisation of 1.2 to 120 us, 45 % propagation of 1 to 10 ms, 10 % timers of 200 ms. Prints
 * million events per second of CPU, the median of all rounds and the worst and best, for each structure
 *
 * <ul>
 * <li>alone: entries go in and out, nobody is called;
 * <li>with a callback: an entry's slot names an object, which is called and adds its next entry; the least a
 * dispatch can be, with no timers, no cancelling and no clock that may be asked;
 * <li>under the loop, with a timer per event, which arms itself anew.
 * </ul>
 *
 * <p>Each has a process of its own, since one that calls several structures through the same code compiles it for none;
 * they take turns. On a built tree, with a JDK 25:
 *
 * <pre>
 * classes=$(printf %s: bundles/org.wirelathe.{wire,api,sim}/target/classes)
 * javac -cp "$classes" -d /tmp/loopbench bench/LoopBench.java
 * java -XX:+UseSerialGC -Xmx1g -cp "/tmp/loopbench:$classes" org.wirelathe.sim.LoopBench
 * </pre>
 */
public final class LoopBench {
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int TURNS = Integer.getInteger("turns", 2);
    private static final long[] DELAYS = new long[1 << 16];
    private static long random = 88172645463325252L;

    private LoopBench() {
    }

    private static long delay() {
        random ^= random << 13;
        random ^= random >>> 7;
        random ^= random << 17;
        return DELAYS[(int) random & DELAYS.length - 1];
    }

    /** Something that can handle so many events. */
    private interface Subject {
        void handle(int events);
    }

    /** A structure alone; a slot number in the low bits of a key, as in the loop. */
    private static Subject hold(EventQueue queue, int pending) {
        for (int i = 0; i < pending; i++) {
            queue.add(delay(), (long) i << 22 | i);
        }
        long[] order = {pending};
        return events -> {
            long last = 0;
            for (int i = 0; i < events; i++) {
                long time = queue.firstTime();
                long key = queue.firstKey();
                if (time < last) {
                    throw new IllegalStateException("order");
                }
                last = time;
                queue.removeFirst();
                queue.add(time + delay(), order[0]++ << 22 | key & (1 << 22) - 1);
            }
        };
    }

    /** A structure that finds whom to call, and nothing else. */
    private static Subject callback(EventQueue queue, int pending) {
        Callee[] callees = new Callee[pending];
        Clock clock = new Clock();
        for (int i = 0; i < pending; i++) {
            callees[i] = new Callee(queue, clock, i);
            queue.add(delay(), clock.order++ << 22 | i);
        }
        return events -> {
            for (int i = 0; i < events; i++) {
                clock.now = queue.firstTime();
                int slot = (int) queue.firstKey() & (1 << 22) - 1;
                queue.removeFirst();
                callees[slot].run();
            }
        };
    }

    private static final class Clock {
        private long now;
        private long order;
    }

    private record Callee(EventQueue queue, Clock clock, int slot) implements Runnable {
        @Override
        public void run() {
            queue.add(clock.now + delay(), clock.order++ << 22 | slot);
        }
    }

    /** The loop: one timer per pending event, which arms itself anew. */
    private static Subject loop(EventQueue queue, int pending) {
        EventLoop loop = new VirtualLoop(queue);
        long[] left = new long[1];
        for (int i = 0; i < pending; i++) {
            new Holder(loop, left).timer.armAt(delay());
        }
        return events -> {
            left[0] = events;
            loop.runUntil(Long.MAX_VALUE);
        };
    }

    /** Whoever has a timer. */
    private static final class Holder implements Runnable {
        private final EventLoop loop;
        private final Timer timer;
        private final long[] left;

        Holder(EventLoop loop, long[] left) {
            this.loop = loop;
            this.left = left;
            timer = loop.timer(this);
        }

        @Override
        public void run() {
            timer.armAt(loop.now() + delay());
            if (--left[0] == 0) {
                loop.stop();
            }
        }
    }

    private enum Use {
        ALONE("alone", LoopBench::hold),
        CALLBACK("with a callback", LoopBench::callback),
        LOOP("under the loop", LoopBench::loop);

        private final String label;
        private final BiFunction<EventQueue, Integer, Subject> maker;

        Use(String label, BiFunction<EventQueue, Integer, Subject> maker) {
            this.label = label;
            this.maker = maker;
        }
    }

    private enum Structure {
        OBJECTS("objects in java.util.PriorityQueue", Objects::new),
        PACKED("4-ary heap of packed longs, ties by slot", PackedHeap::new),
        CALENDAR("calendar wheel with a heap for its slot", Calendar::new),
        HEAP("4-ary heap of time and key", QuaternaryHeap::new),
        ADAPTIVE("AdaptiveQueue", AdaptiveQueue::new);

        private final String label;
        private final Supplier<EventQueue> maker;

        Structure(String label, Supplier<EventQueue> maker) {
            this.label = label;
            this.maker = maker;
        }

        /** The loop's timers need the order among equals, which packed longs do not keep. */
        boolean serves(Use use) {
            return this != PACKED || use != Use.LOOP;
        }
    }

    /** In a process of its own: prints what each round reached and, last, the bytes allocated per event. */
    private static void measure(Structure structure, Use use, int pending) {
        Random choice = new Random(1);
        for (int i = 0; i < DELAYS.length; i++) {
            double kind = choice.nextDouble();
            DELAYS[i] = kind < .45 ? 1200 + choice.nextInt(118_800)
                    : kind < .9 ? 1_000_000 + choice.nextInt(9_000_000) : 200_000_000 + choice.nextInt(1_000_000);
        }
        int events = pending >= 1_000_000 ? 2_000_000 : 4_000_000;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        Subject subject = use.maker.apply(structure.maker.get(), pending);
        subject.handle(events); // so that the compiler and the mixture of delays have settled
        subject.handle(events);
        double[] rates = new double[ROUNDS];
        long bytes = threads.getThreadAllocatedBytes(thread);
        for (int round = 0; round < ROUNDS; round++) {
            long cpu = threads.getCurrentThreadCpuTime();
            subject.handle(events);
            rates[round] = events * 1e3 / (threads.getCurrentThreadCpuTime() - cpu);
        }
        bytes = threads.getThreadAllocatedBytes(thread) - bytes;
        for (double rate : rates) {
            System.out.println(rate);
        }
        System.out.println(bytes / ((double) events * ROUNDS));
    }

    private static List<Double> inAnotherProcess(Structure structure, Use use, int pending) throws IOException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LoopBench.class.getName(),
                structure.name(), use.name(), Integer.toString(pending)));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = process.inputReader()) {
            return lines.lines().map(Double::valueOf).toList();
        }
    }

    private static void compare(int pending) throws IOException {
        double[][][] rates = new double[Structure.values().length][Use.values().length][ROUNDS * TURNS];
        double[][] allocated = new double[rates.length][Use.values().length];
        for (int turn = 0; turn < TURNS; turn++) {
            for (Structure structure : Structure.values()) {
                for (Use use : Use.values()) {
                    if (structure.serves(use)) {
                        List<Double> results = inAnotherProcess(structure, use, pending);
                        for (int round = 0; round < ROUNDS; round++) {
                            rates[structure.ordinal()][use.ordinal()][turn * ROUNDS + round] = results.get(round);
                        }
                        allocated[structure.ordinal()][use.ordinal()] = results.getLast();
                    }
                }
            }
        }
        double[] best = new double[Use.values().length];
        double loop = 0;
        for (Use use : Use.values()) {
            for (Structure structure : Structure.values()) {
                if (structure.serves(use)) {
                    double[] all = rates[structure.ordinal()][use.ordinal()];
                    Arrays.sort(all);
                    double median = all[all.length / 2];
                    System.out.printf(Locale.ROOT,
                            "%,9d pending  %-41s %-15s %6.2f M events/s of CPU [%6.2f .. %6.2f] %5.2f B/event%n",
                            pending, structure.label, use.label, median, all[0], all[all.length - 1],
                            allocated[structure.ordinal()][use.ordinal()]);
                    if (structure != Structure.ADAPTIVE) {
                        best[use.ordinal()] = Math.max(best[use.ordinal()], median);
                    } else if (use == Use.LOOP) {
                        loop = median;
                    }
                }
            }
        }
        for (Use use : Use.values()) {
            System.out.printf(Locale.ROOT,
                    "%,9d pending  the loop on AdaptiveQueue is %.2fx the best other structure %s%n", pending,
                    loop / best[use.ordinal()], use.label);
        }
    }

    /** The numbers of pending events. */
    public static void main(String[] args) throws IOException {
        if (args.length == 3 && Character.isLetter(args[0].charAt(0))) {
            measure(Structure.valueOf(args[0]), Use.valueOf(args[1]), Integer.parseInt(args[2]));
            return;
        }
        for (String pending : args.length > 0 ? args : new String[] {"100", "10000", "1000000"}) {
            compare(Integer.parseInt(pending));
        }
    }

    /** What one would write first. */
    private static final class Objects implements EventQueue {
        private record Event(long time, long key) implements Comparable<Event> {
            @Override
            public int compareTo(Event other) {
                return time != other.time ? Long.compare(time, other.time) : Long.compare(key, other.key);
            }
        }

        private final PriorityQueue<Event> queue = new PriorityQueue<>();

        @Override
        public void add(long time, long key) {
            queue.add(new Event(time, key));
        }

        @Override
        public boolean isEmpty() {
            return queue.isEmpty();
        }

        @Override
        public int size() {
            return queue.size();
        }

        @Override
        public long firstTime() {
            return queue.peek().time;
        }

        @Override
        public long firstKey() {
            return queue.peek().key;
        }

        @Override
        public void removeFirst() {
            queue.remove();
        }

        @Override
        public void replaceFirst(long time, long key) {
            queue.remove();
            queue.add(new Event(time, key));
        }
    }

    /** A yardstick: half the memory, but equal times come in the order of slots, and time ends after 2.4 hours. */
    private static final class PackedHeap implements EventQueue {
        private long[] heap = new long[1 << 10];
        private int size;

        @Override
        public void add(long time, long key) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            long entry = time << 20 | key & (1 << 20) - 1;
            int at = size++;
            for (int parent = at - 1 >> 2; at > 0 && heap[parent] > entry; parent = at - 1 >> 2) {
                heap[at] = heap[parent];
                at = parent;
            }
            heap[at] = entry;
        }

        @Override
        public boolean isEmpty() {
            return size == 0;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long firstTime() {
            return heap[0] >>> 20;
        }

        @Override
        public long firstKey() {
            return heap[0] & (1 << 20) - 1;
        }

        @Override
        public void removeFirst() {
            long[] entries = heap;
            int count = --size;
            long entry = entries[count];
            int at = 0;
            for (int child = 1; child < count; child = 4 * at + 1) {
                int least = child;
                for (int other = child + 1, end = Math.min(child + 4, count); other < end; other++) {
                    least = entries[other] < entries[least] ? other : least;
                }
                if (entry <= entries[least]) {
                    break;
                }
                entries[at] = entries[least];
                at = least;
            }
            entries[at] = entry;
        }

        @Override
        public void replaceFirst(long time, long key) {
            removeFirst();
            add(time, key);
        }
    }

    /** A yardstick: 16,384 slots of 4.096 us as linked lists, a heap for the present one, one for what is farther. */
    private static final class Calendar implements EventQueue {
        private static final int SLOTS = 1 << 14;
        private static final int SHIFT = 12;

        private final QuaternaryHeap present = new QuaternaryHeap();
        private final QuaternaryHeap far = new QuaternaryHeap();
        private final int[] first = new int[SLOTS];
        private final long[] used = new long[SLOTS / 64];
        private int[] next = new int[1 << 10];
        private long[] times = new long[1 << 10];
        private long[] keys = new long[1 << 10];
        private int made = 1;
        private int free;
        private long slot;
        private int size;

        @Override
        public void add(long time, long key) {
            size++;
            long at = time >>> SHIFT;
            if (at <= slot) {
                present.add(time, key);
            } else if (at - slot < SLOTS) {
                int node = free;
                if (node != 0) {
                    free = next[node];
                } else {
                    node = made++;
                    if (node == next.length) {
                        next = Arrays.copyOf(next, 2 * node);
                        times = Arrays.copyOf(times, 2 * node);
                        keys = Arrays.copyOf(keys, 2 * node);
                    }
                }
                int index = (int) at & SLOTS - 1;
                times[node] = time;
                keys[node] = key;
                next[node] = first[index];
                first[index] = node;
                used[index >> 6] |= 1L << index;
            } else {
                far.add(time, key);
            }
        }

        private void turn() {
            while (present.isEmpty()) {
                int from = (int) (slot + 1) & SLOTS - 1;
                long bits = used[from >> 6] & -1L << from;
                int word = from >> 6;
                for (int steps = 0; bits == 0 && steps <= SLOTS / 64; steps++) {
                    word = word + 1 & SLOTS / 64 - 1;
                    bits = used[word];
                }
                long following = Long.MAX_VALUE;
                if (bits != 0) {
                    int index = (word << 6) + Long.numberOfTrailingZeros(bits);
                    following = slot + 1 + (index - from & SLOTS - 1);
                }
                slot = far.isEmpty() ? following : Math.min(following, far.firstTime() >>> SHIFT);
                while (!far.isEmpty() && far.firstTime() >>> SHIFT <= slot) {
                    present.add(far.firstTime(), far.firstKey());
                    far.removeFirst();
                }
                int index = (int) slot & SLOTS - 1;
                for (int node = first[index]; node != 0;) {
                    present.add(times[node], keys[node]);
                    int after = next[node];
                    next[node] = free;
                    free = node;
                    node = after;
                }
                first[index] = 0;
                used[index >> 6] &= ~(1L << index);
            }
        }

        @Override
        public boolean isEmpty() {
            return size == 0;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public long firstTime() {
            turn();
            return present.firstTime();
        }

        @Override
        public long firstKey() {
            turn();
            return present.firstKey();
        }

        @Override
        public void removeFirst() {
            turn();
            size--;
            present.removeFirst();
        }

        @Override
        public void replaceFirst(long time, long key) {
            removeFirst();
            add(time, key);
        }
    }
}
