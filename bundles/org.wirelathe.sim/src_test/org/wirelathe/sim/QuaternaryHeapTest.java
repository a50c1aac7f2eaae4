package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.PriorityQueue;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

class QuaternaryHeapTest {
    private record Entry(long time, long key) {
        static final Comparator<Entry> ORDER = Comparator.comparingLong(Entry::time).thenComparingLong(Entry::key);
    }

    /** 600,000 seeded steps beside the library's heap; few different times, so that most comparisons are ties. */
    @Test
    void holdsTheOrderOfTimeThenKey() {
        for (int times : new int[] {1, 3, 1000, Integer.MAX_VALUE}) {
            RandomStream random = new RandomStream(times, "heap");
            EventQueue heap = new QuaternaryHeap();
            PriorityQueue<Entry> reference = new PriorityQueue<>(Entry.ORDER);
            for (int step = 0; step < 150_000; step++) {
                Entry fresh = new Entry(random.below(times), random.below(1 << 20) << 32 | step);
                boolean growing = step / 2000 % 2 == 0;
                if (reference.isEmpty() || random.below(10) < (growing ? 7 : 2)) {
                    heap.add(fresh.time, fresh.key);
                    reference.add(fresh);
                } else if (random.below(4) == 0) {
                    heap.replaceFirst(fresh.time, fresh.key);
                    reference.remove();
                    reference.add(fresh);
                } else {
                    heap.removeFirst();
                    reference.remove();
                }
                assertEquals(reference.size(), heap.size());
                if (!reference.isEmpty()) {
                    assertEquals(reference.peek().time, heap.firstTime());
                    assertEquals(reference.peek().key, heap.firstKey());
                }
            }
            while (!reference.isEmpty()) {
                assertEquals(reference.remove().key, heap.firstKey());
                heap.removeFirst();
            }
            assertTrue(heap.isEmpty());
        }
    }

    @Test
    void extremeTimesAndKeys() {
        EventQueue heap = new QuaternaryHeap();
        heap.add(Long.MAX_VALUE, 0);
        heap.add(0, Long.MAX_VALUE);
        heap.add(Long.MAX_VALUE, Long.MAX_VALUE);
        heap.add(0, 0);
        assertEquals(0, heap.firstKey());
        heap.removeFirst();
        assertEquals(0, heap.firstTime());
        assertEquals(Long.MAX_VALUE, heap.firstKey());
        heap.removeFirst();
        assertEquals(Long.MAX_VALUE, heap.firstTime());
        assertEquals(0, heap.firstKey());
    }
}
