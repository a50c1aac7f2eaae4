package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

/** The table and the heap against a map and a sorted list. */
class NeighbourCacheTest {
    private record Address(long high, long low) {
    }

    @Test
    void asAMapThroughManyChanges() {
        RandomStream random = new RandomStream(1, "cache");
        NeighbourCache cache = new NeighbourCache(random.nextLong(), 1_000);
        Map<Address, Neighbour> map = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            Address address = new Address(random.below(3), random.below(700));
            Neighbour there = map.get(address);
            assertSame(there, cache.find(address.high, address.low));
            if (there != null) {
                cache.remove(map.remove(address));
            } else if (!cache.isFull()) {
                Neighbour neighbour = new Neighbour(address.high, address.low);
                map.put(address, neighbour);
                cache.add(neighbour);
            }
            assertEquals(map.size(), cache.size());
        }
    }

    @Test
    void theVictimIsOneThatWasNotUsed() {
        NeighbourCache cache = new NeighbourCache(1, 100);
        Neighbour idle = null;
        for (int i = 0; i < 100; i++) {
            Neighbour neighbour = new Neighbour(1, i);
            neighbour.used = i != 42;
            idle = i == 42 ? neighbour : idle;
            cache.add(neighbour);
        }
        assertSame(idle, cache.victim());
    }

    @Test
    void deadlinesComeInOrderAndTiesAsTheyWereSet() {
        RandomStream random = new RandomStream(2, "deadlines");
        TestTime time = new TestTime();
        List<Neighbour> due = new ArrayList<>();
        Deadlines deadlines = new Deadlines(time, due::add);
        List<Neighbour> expected = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Neighbour neighbour = new Neighbour(0, i);
            deadlines.set(neighbour, random.below(100));
            expected.add(neighbour);
        }
        for (int i = 0; i < 1_000; i++) {
            Neighbour neighbour = expected.remove((int) random.below(expected.size()));
            if (random.below(10) == 0) {
                deadlines.clear(neighbour);
                deadlines.clear(neighbour);
            }
            deadlines.set(neighbour, random.below(100));
            expected.add(neighbour);
        }
        for (int i = 0; i < 100; i++) {
            deadlines.clear(expected.remove((int) random.below(expected.size())));
        }
        // A stable sort: among equals the order in which they were set.
        expected.sort((a, b) -> Long.compare(a.deadline, b.deadline));
        time.runUntil(100);
        assertEquals(expected, due);
        assertEquals(0, time.armed());
    }
}
