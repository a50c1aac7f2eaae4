package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

/** Heap and wheel together against a sorted set. */
class AdaptiveQueueTest {
    private record Entry(long time, long key) {
        static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::time).thenComparingLong(Entry::key);
    }

    private final EventQueue queue = new AdaptiveQueue();
    private final TreeSet<Entry> reference = new TreeSet<>(Entry.ORDER);
    private long keys;

    private void add(long time, long key) {
        queue.add(time, key);
        reference.add(new Entry(time, key));
    }

    private void checkFirst() {
        assertEquals(reference.size(), queue.size());
        assertEquals(reference.isEmpty(), queue.isEmpty());
        if (!reference.isEmpty()) {
            assertEquals(reference.first().time, queue.firstTime());
            assertEquals(reference.first().key, queue.firstKey());
        }
    }

    private void removeFirst() {
        queue.removeFirst();
        reference.removeFirst();
    }

    private void drain() {
        while (!reference.isEmpty()) {
            checkFirst();
            removeFirst();
        }
        assertTrue(queue.isEmpty());
    }

    /**
     * Grows past the size at which the wheel comes in and shrinks below that at which it goes, again and again; times
     * lie {@code spread} ahead at most, in multiples of {@code grain}, so that slots and whole queues are full of ties.
     * Now and then an event is earlier than the first, as one armed from outside may be.
     */
    private void storm(long seed, long from, long spread, long grain) {
        RandomStream random = new RandomStream(seed, "queue");
        long now = from;
        for (int step = 0; step < 40_000; step++) {
            boolean growing = step / 10_000 % 2 == 0;
            // keys come in any order: a line arms with numbers taken long ago
            long key = random.below(1 << 30) << 20 | keys++ & 0xFFFFF;
            long time = now + random.below(spread) / grain * grain;
            int dice = (int) random.below(20);
            if (reference.isEmpty() || dice < (growing ? 13 : 4)) {
                add(time, key);
            } else if (dice == 19) {
                queue.replaceFirst(time, key);
                reference.removeFirst();
                reference.add(new Entry(time, key));
            } else {
                now = Math.max(now, Math.min(reference.first().time - random.below(2) * grain, 1L << 62));
                removeFirst();
            }
            if (dice % 4 != 0) { // so that not every step looks
                checkFirst();
            }
        }
        drain();
    }

    @Test
    void holdsTheOrderOfTimeThenKey() {
        long[][] cases = {{1, 1}, {3, 1}, {2_000, 1}, {2_000, 1024}, {5_000_000, 1}, {5_000_000, 1_000},
            {5_000_000, 1 << 20}, {300_000_000_000L, 1}, {300_000_000_000L, 1_000_000_000}, {1L << 61, 1},
            {1L << 61, 1L << 54}};
        for (long seed = 0; seed < 2; seed++) {
            for (long[] lie : cases) {
                storm(seed, 0, lie[0], lie[1]);
                storm(seed, 1L << 40, lie[0], lie[1]);
            }
        }
    }

    @Test
    void extremeTimesAndKeys() {
        for (int i = 0; i < 3 * AdaptiveQueue.MANY; i++) {
            add(Long.MAX_VALUE, i);
            add(0, Long.MAX_VALUE - i);
            add(Long.MAX_VALUE - i, Long.MAX_VALUE);
            add(1L << i % 63, i);
        }
        drain();
    }

    @Test // the mixture of a network: serialisation, propagation, retransmission timers; each event arms its successor
    void holdsTheOrderOfAMillionEvents() {
        RandomStream random = new RandomStream(1, "hold");
        for (int i = 0; i < 1_000_000; i++) {
            queue.add(delay(random), keys++);
        }
        long time = 0;
        long key = -1;
        for (int i = 0; i < 2_000_000; i++) {
            long nextTime = queue.firstTime();
            long nextKey = queue.firstKey();
            assertTrue(nextTime > time || nextTime == time && nextKey > key, "order");
            time = nextTime;
            key = nextKey;
            queue.removeFirst();
            queue.add(time + delay(random), keys++);
        }
        assertEquals(1_000_000, queue.size());
    }

    @Test // many a slot holds more than are shown at once, most hold fewer
    void showsWhatComesNextOnceManyArePending() {
        int many = 4 * AdaptiveQueue.COLD;
        Set<Long> shown = new HashSet<>();
        queue.preview((entries, count) -> {
            assertTrue(count > 0 && count <= QuaternaryHeap.MOST_SHOWN, count + " shown");
            for (int i = 0; i < count; i++) {
                shown.add(entries[2 * i + 1]);
            }
        });
        RandomStream random = new RandomStream(7, "preview");
        for (int i = 0; i < many; i++) { // twenty instants are crowds
            boolean crowd = i % 8 == 0;
            queue.add(1_000_000 + (crowd ? random.below(20) << 15 : random.below(10_000_000)), keys++);
        }
        int unseen = 0;
        int seen = 0;
        while (queue.size() > AdaptiveQueue.COLD + many / 100) {
            if (shown.remove(queue.firstKey())) {
                seen++;
            } else {
                unseen++;
            }
            queue.removeFirst();
        }
        assertTrue(seen > many / 2, seen + " were shown, " + unseen + " not");
        assertTrue(unseen < many / 16, "more went unseen than the crowds hold: " + unseen);
    }

    private static long delay(RandomStream random) {
        long kind = random.below(20);
        return kind < 9 ? 1200 + random.below(118_800) : kind < 18 ? 1_000_000 + random.below(9_000_000)
                : 200_000_000 + random.below(1_000_000);
    }
}
