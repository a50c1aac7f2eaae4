package org.wirelathe.nic;

import java.util.List;
import java.util.stream.LongStream;

/** Times of a line that is never idle. */
final class LongRange {
    private LongRange() {
    }

    /** {@code step, 2 * step, ... count * step}. */
    static List<Long> steps(long step, int count) {
        return LongStream.rangeClosed(1, count).map(n -> n * step).boxed().toList();
    }
}
