package org.wirelathe.lab.internal.io;

import java.nio.file.Path;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.wire.Bytes;

/**
 * Payload made from a seed: letters from a to p, eight for each number of a {@link RandomStream}. A letter is the lower
 * half of one of the number's bytes, the most significant byte first; the last number is cut to the bytes that are left.
 * A seed gives the same bytes for ever.
 *
 * <p>Letters, because among a hundred million random bytes there are always some that an analyser takes for the
 * beginning of a protocol that it knows, and then complains about.
 */
public final class SeededInlet implements ReadAhead.Inlet {
    private static final long LOWER_HALVES = 0x0F0F0F0F0F0F0F0FL;
    private static final long LETTERS = 0x6161616161616161L;

    private final RandomStream numbers;

    public SeededInlet(RandomStream numbers) {
        this.numbers = numbers;
    }

    /** Whole numbers as long as they fit: pieces but the last are multiples of eight bytes. */
    @Override
    public void fill(byte[] bytes, int length) {
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            Bytes.i64(bytes, at, next());
        }
        if (at < length) {
            long last = next();
            for (; at < length; at++, last <<= Byte.SIZE) {
                bytes[at] = (byte) (last >>> 56);
            }
        }
    }

    private long next() {
        return (numbers.nextLong() & LOWER_HALVES) + LETTERS;
    }

    @Override
    public void end() {
        // There is nothing to let go of.
    }

    @Override
    public Doing doing() {
        return new Doing("make", Path.of("seeded data"));
    }
}
