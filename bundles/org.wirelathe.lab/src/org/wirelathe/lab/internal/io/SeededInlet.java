package org.wirelathe.lab.internal.io;

import java.nio.file.Path;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.wire.Bytes;

/**
 * Payload made from a seed: the numbers of a {@link RandomStream}, eight bytes each, most significant first; the last
 * one cut to the bytes that are left. A seed gives the same bytes for ever.
 */
public final class SeededInlet implements ReadAhead.Inlet {
    private final RandomStream numbers;

    public SeededInlet(RandomStream numbers) {
        this.numbers = numbers;
    }

    /** Whole numbers as long as they fit: pieces but the last are multiples of eight bytes. */
    @Override
    public void fill(byte[] bytes, int length) {
        int at = 0;
        for (; at <= length - Long.BYTES; at += Long.BYTES) {
            Bytes.i64(bytes, at, numbers.nextLong());
        }
        if (at < length) {
            long last = numbers.nextLong();
            for (; at < length; at++, last <<= Byte.SIZE) {
                bytes[at] = (byte) (last >>> 56);
            }
        }
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
