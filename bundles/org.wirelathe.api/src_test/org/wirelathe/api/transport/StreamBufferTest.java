package org.wirelathe.api.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;

class StreamBufferTest {
    /** The byte at a position of the stream: misplaced bytes show. */
    private static byte pattern(long position) {
        return (byte) (position * 31 + (position >>> 8) * 7);
    }

    private static byte[] stream(long from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = pattern(from + i);
        }
        return bytes;
    }

    @Test
    void takesWhatItHasRoomForAndGivesItBackInOrder() {
        StreamBuffer buffer = new StreamBuffer(500);
        assertEquals(500, buffer.append(stream(0, 1500), 0, 1500));
        assertEquals(0, buffer.room());
        byte[] out = new byte[200];
        assertEquals(200, buffer.take(out, 0, 200));
        assertArrayEquals(stream(0, 200), out);
        assertEquals(200, buffer.append(stream(500, 1000), 0, 1000));
        byte[] rest = new byte[600];
        assertEquals(500, buffer.take(rest, 0, 600));
        assertArrayEquals(stream(200, 500), Arrays.copyOf(rest, 500));
        assertEquals(700, buffer.start());
    }

    @Test
    void keepsBytesStoredOutOfOrderWhileItGrows() {
        StreamBuffer buffer = new StreamBuffer(1 << 20);
        buffer.store(3000, stream(3000, 1000), 0, 1000);
        buffer.store(100_000, stream(100_000, 5000), 0, 5000);
        buffer.store(600_000, stream(600_000, 10), 0, 10);
        buffer.append(stream(0, 3000), 0, 3000);
        buffer.advance(4000);
        byte[] out = new byte[4000];
        assertEquals(4000, buffer.take(out, 0, 4000));
        assertArrayEquals(stream(0, 4000), out);
        buffer.append(stream(4000, 96_000), 0, 96_000);
        buffer.advance(105_000);
        byte[] far = new byte[101_000];
        buffer.copy(4000, far, 0, 101_000);
        assertArrayEquals(stream(4000, 101_000), far);
    }

    @Test
    void refusesWhatLiesOutsideItsWindow() {
        StreamBuffer buffer = new StreamBuffer(100);
        buffer.append(stream(0, 50), 0, 50);
        assertThrows(IllegalArgumentException.class, () -> buffer.store(49, new byte[1], 0, 1));
        assertThrows(IllegalArgumentException.class, () -> buffer.store(60, new byte[41], 0, 41));
        assertThrows(IllegalArgumentException.class, () -> buffer.copy(40, new byte[20], 0, 11));
        assertThrows(IllegalArgumentException.class, () -> buffer.discardTo(51));
        assertThrows(IllegalArgumentException.class, () -> buffer.advance(101));
        assertThrows(IllegalArgumentException.class, () -> new StreamBuffer(0));
    }

    @Test
    void holdsAnyPartOfALongStreamThroughWrapAndGrowth() {
        for (int seed = 0; seed < 50; seed++) {
            RandomStream random = new RandomStream(seed, "stream-buffer");
            StreamBuffer buffer = new StreamBuffer((int) random.below(100_000) + 1);
            long read = 0;
            for (int step = 0; step < 300; step++) {
                int length = (int) random.below(3 * buffer.limit() / 2 + 1);
                if (random.below(2) == 0) {
                    buffer.append(stream(buffer.end(), length), 0, length);
                } else {
                    byte[] out = new byte[length];
                    int taken = buffer.take(out, 0, length);
                    assertArrayEquals(stream(read, taken), Arrays.copyOf(out, taken), "seed " + seed);
                    read += taken;
                }
                assertEquals(buffer.limit(), buffer.length() + buffer.room());
            }
        }
    }
}
