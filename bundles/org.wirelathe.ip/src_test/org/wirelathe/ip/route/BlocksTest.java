package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {
    /** A run, and what it should hold. */
    private static final class Run {
        private int at;
        private final List<Object> expected = new ArrayList<>();
    }

    private final ValueBlocks blocks = new ValueBlocks(0);

    private void grow(Run run, int gap) {
        Object value = new Object();
        run.at = blocks.insert(run.at, run.expected.size(), gap);
        blocks.values[run.at + gap] = value;
        run.expected.add(gap, value);
    }

    private void shrink(Run run, int index) {
        blocks.remove(run.at, run.expected.size(), index);
        run.expected.remove(index);
    }

    private void checkAll(List<Run> runs) {
        long used = 0;
        for (Run run : runs) {
            for (int i = 0; i < run.expected.size(); i++) {
                assertSame(run.expected.get(i), blocks.values[run.at + i]);
            }
            used += run.expected.size();
        }
        long held = Arrays.stream(blocks.values).filter(value -> value != null).count();
        assertEquals(used, held, "what was taken out is not held");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void runsGrowAndShrinkWithoutTouchingOthers(long seed) {
        Random random = new Random(seed);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            runs.add(new Run());
        }
        for (int step = 0; step < 20_000; step++) {
            Run run = runs.get(random.nextInt(runs.size()));
            int size = run.expected.size();
            boolean growing = step / 1000 % 2 == 0;
            if (size < Blocks.LONGEST && random.nextInt(4) < (growing ? 3 : 1)) {
                grow(run, random.nextInt(size + 1));
            } else if (size > 0) {
                shrink(run, random.nextInt(size));
            }
            if (step % 100 == 0) {
                checkAll(runs);
            }
        }
        int rounded = runs.stream().mapToInt(run -> run.expected.size())
                .map(size -> size <= 4 ? size : (size + 3) / 4 * 4).sum();
        assertEquals(1 + rounded, blocks.live(), "one place is for no value");
        assertNull(blocks.values[ValueBlocks.NONE]);
    }

    @Test
    void whatIsGivenBackIsTakenAgainInPieces() {
        int whole = blocks.take(64);
        int capacity = blocks.capacity();
        blocks.giveBack(whole, 64);
        assertTrue(blocks.isWasteful());
        int first = blocks.take(7);
        int second = blocks.take(56);
        assertEquals(whole, first);
        assertEquals(whole + 8, second);
        assertFalse(blocks.isWasteful());
        assertEquals(capacity, blocks.capacity());
    }
}
