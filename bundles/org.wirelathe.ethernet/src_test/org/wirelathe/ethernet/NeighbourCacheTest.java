package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

class NeighbourCacheTest {
    @Test // beside a library map, with addresses that collide and runs that wrap round the table's end
    void findsWhatWasAddedAndNothingElse() {
        Random random = new Random(6);
        NeighbourCache cache = new NeighbourCache();
        Map<Integer, Neighbour> model = new HashMap<>();
        for (int step = 0; step < 300_000; step++) {
            int address = random.nextInt(1500) * (step % 2 == 0 ? 1 : 65536);
            Neighbour known = model.get(address);
            assertSame(known, cache.find(address));
            boolean growing = step / 5000 % 2 == 0;
            if (known == null && !cache.isFull() && (growing || random.nextInt(4) == 0)) {
                Neighbour neighbour = new Neighbour(address);
                cache.add(neighbour);
                model.put(address, neighbour);
            } else if (known != null && (!growing || random.nextInt(4) == 0)) {
                cache.remove(known);
                model.remove(address);
            }
            assertEquals(model.size(), cache.size());
        }
        assertTrue(model.size() > 100);
        model.forEach((address, neighbour) -> assertSame(neighbour, cache.find(address)));
        for (int i = 0; i < cache.size(); i++) {
            assertSame(model.get(cache.get(i).address), cache.get(i));
        }
    }

    @Test
    void clockHandSparesWhoWasUsedSinceItLastPassed() {
        NeighbourCache cache = new NeighbourCache();
        for (int address = 1; address <= 4; address++) {
            Neighbour neighbour = new Neighbour(address);
            neighbour.used = address != 3;
            cache.add(neighbour);
        }
        Neighbour first = cache.victim();
        assertEquals(3, first.address, "the hand passed 2, which was used");
        cache.remove(first);
        assertEquals(2, cache.victim().address, "1 was used; 2 was not since the hand passed it");
    }
}
