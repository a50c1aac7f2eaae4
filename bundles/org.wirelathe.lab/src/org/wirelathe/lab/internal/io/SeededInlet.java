package org.wirelathe.lab.internal.io;

import java.nio.file.Path;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.lab.internal.io.IoSentences.Doing;
import org.wirelathe.wire.Bytes;

/**
 * Payload made from a seed: the numbers of a {@link RandomStream}, eight bytes each, most significant first; the last
 * one cut to the bytes that are left. Of each byte six bits stay, as the printable characters from space to underscore:
 * in 100 MiB of all possible bytes a protocol analyser takes some for a malformed message of some protocol. A seed gives
 * the same bytes for ever.
 */
public final class SeededInlet implements ReadAhead.Inlet {
    private static final long SIX_BITS = 0x3F3F3F3F3F3F3F3FL;
    private static final long SPACES = 0x2020202020202020L;

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
        return (numbers.nextLong() & SIX_BITS) + SPACES;
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
