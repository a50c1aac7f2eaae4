package org.wirelathe.lab.internal.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.internal.io.IoSentences.Doing;

class OutflowTest {
    private final Workers workers = new Workers("test", sentence -> { });

    @AfterEach
    void close() {
        workers.close();
    }

    /** Keeps what it gets, from the moment the gate opens. */
    private static final class Keeper implements Outflow.Outlet {
        final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        final CountDownLatch gate = new CountDownLatch(1);
        boolean ended;
        boolean abandoned;
        IOException trouble;

        @Override
        public void take(byte[] bytes, int length) throws IOException {
            try {
                gate.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (trouble != null) {
                throw trouble;
            }
            kept.write(bytes, 0, length);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public void abandon() {
            abandoned = true;
        }

        @Override
        public Doing doing() {
            return new Doing("write", Path.of("out", "a.bin"));
        }
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    @Test
    void bytesArriveInOrderOverManyChunks() {
        Keeper keeper = new Keeper();
        keeper.gate.countDown();
        Outflow flow = new Outflow(workers, keeper, 16);
        byte[] bytes = pattern(1000);
        flow.write(bytes, 0, 7);
        flow.write(bytes, 7, 993);
        flow.close();
        flow.awaitEnd();
        assertArrayEquals(bytes, keeper.kept.toByteArray());
        assertTrue(keeper.ended);
        assertNull(workers.failure());
    }

    @Test
    void whatIsReservedStaysTogether() {
        Keeper keeper = new Keeper();
        keeper.gate.countDown();
        Outflow flow = new Outflow(workers, keeper, 16);
        for (int i = 0; i < 5; i++) {
            flow.reserve(10);
            int at = flow.position();
            flow.buffer()[at] = (byte) i;
            flow.buffer()[at + 9] = (byte) -i;
            flow.advance(at + 10);
        }
        flow.close();
        flow.awaitEnd();
        byte[] kept = keeper.kept.toByteArray();
        assertEquals(50, kept.length);
        assertEquals(4, kept[40]);
        assertEquals(-4, kept[49]);
    }

    /** Four chunks of 16 are under way; the fifth has to wait until one has come back. */
    @Test
    void theLoopWaitsForASlowOutlet() throws InterruptedException {
        Keeper keeper = new Keeper();
        Outflow flow = new Outflow(workers, keeper, 16);
        flow.write(pattern(64), 0, 64);
        CountDownLatch through = new CountDownLatch(1);
        Thread loop = new Thread(() -> {
            flow.write(pattern(16), 0, 16);
            through.countDown();
        });
        loop.start();
        while (loop.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertEquals(1, through.getCount());
        keeper.gate.countDown();
        through.await();
        flow.close();
        flow.awaitEnd();
        assertEquals(80, keeper.kept.size());
    }

    @Test
    void aFailureIsOneSentenceAndBlocksNobody() {
        Keeper keeper = new Keeper();
        keeper.trouble = new FileSystemException("out/a.bin", null, "No space left on device");
        keeper.gate.countDown();
        Outflow flow = new Outflow(workers, keeper, 16);
        flow.write(pattern(1000), 0, 1000);
        flow.close();
        flow.awaitEnd();
        assertEquals("cannot write " + Path.of("out", "a.bin") + ": no space left on device", workers.failure());
        assertTrue(keeper.abandoned);
        assertEquals(0, keeper.kept.size());
    }

    @Test
    void anEmptyStreamEndsToo() {
        Keeper keeper = new Keeper();
        Outflow flow = new Outflow(workers, keeper, 16);
        flow.close();
        flow.close();
        flow.awaitEnd();
        assertTrue(keeper.ended);
    }
}
