package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.lab.internal.record.FrameDigest.Digests;

/** The bytes that are hashed are written here by hand, as docs/results.md promises them. */
class FrameDigestTest {
    private final PacketPool pool = new PacketPool();
    private final Workers workers = new Workers("test", sentence -> { });
    private final FrameDigest digest = new FrameDigest(workers, 2, true);

    @AfterEach
    void close() {
        workers.close();
    }

    private void frame(FrameDigest digest, int cable, int direction, long start, long arrival, int... bytes) {
        Packet packet = pool.take();
        int at = packet.put(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            packet.bytes[at + i] = (byte) bytes[i];
        }
        digest.tap(cable).frame(direction, start, arrival, packet);
        packet.release();
    }

    private static byte[] sha256(String hex) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Test
    void layoutIsAsPromised() throws Exception {
        frame(digest, 1, 0, 256, 1000, 0xAB, 0xCD, 0xEF);
        frame(digest, 0, 1, 5, LineTap.LOST, 0x01);
        frame(digest, 1, 0, 2000, 2744, 0x02, 0x03);
        Digests digests = digest.end();

        byte[] none = sha256("");
        byte[] back = sha256("0000000000000005 ffffffffffffffff 00000001 01");
        byte[] there = sha256("0000000000000100 00000000000003e8 00000003 abcdef"
                + "00000000000007d0 0000000000000ab8 00000002 0203");
        assertEquals(hex(back), digests.lines()[1].digest());
        assertEquals(hex(there), digests.lines()[2].digest());
        String run = "00000000 0000000000000000" + hex(none)
                + "00000001 0000000000000001" + hex(back)
                + "00000002 0000000000000002" + hex(there)
                + "00000003 0000000000000000" + hex(none);
        assertEquals(hex(sha256(run)), digests.run());
    }

    @Test
    void countsFramesBytesAndLosses() {
        frame(digest, 0, 0, 0, 10, 1, 2);
        frame(digest, 0, 0, 5, LineTap.LOST, 3);
        Digests digests = digest.end();
        assertEquals(2, digest.frames());
        assertEquals(2, digests.lines()[0].frames());
        assertEquals(3, digests.lines()[0].bytes());
        assertEquals(1, digests.lines()[0].lost());
        assertEquals(0, digests.lines()[3].frames());
    }

    @Test
    void countsWithoutHashing() {
        FrameDigest counting = new FrameDigest(workers, 2, false);
        frame(counting, 0, 0, 0, 10, 1, 2);
        frame(counting, 0, 0, 5, LineTap.LOST, 3);
        Digests digests = counting.end();
        assertEquals("", digests.run());
        assertEquals(2, counting.frames());
        assertEquals(1, counting.lost(0, 0));
        assertEquals(new Line(2, 3, 1, ""), digests.lines()[0]);
    }

    /** Which cable the loop serves first at one and the same time is its own affair. */
    @Test
    void cablesMayBeServedInAnyOrder() {
        FrameDigest other = new FrameDigest(workers, 2, true);
        frame(digest, 0, 0, 1, 2, 7);
        frame(digest, 1, 1, 1, 2, 8);
        frame(other, 1, 1, 1, 2, 8);
        frame(other, 0, 0, 1, 2, 7);
        assertEquals(digest.end().run(), other.end().run());
    }

    @Test
    void aTimeThatDiffersByANanosecondShows() {
        FrameDigest other = new FrameDigest(workers, 2, true);
        frame(digest, 0, 0, 1, 2, 7);
        frame(other, 0, 0, 1, 3, 7);
        assertNotEquals(digest.end().run(), other.end().run());
    }

    @Test
    void manyFramesInManyChunks() {
        FrameDigest other = new FrameDigest(workers, 2, true);
        for (int i = 0; i < 20_000; i++) {
            frame(digest, i & 1, i >> 1 & 1, i, i + 5, new int[100]);
        }
        for (int line = 0; line < 4; line++) { // line by line: the same, by the test above
            for (int i = 0; i < 20_000; i++) {
                if (line == 2 * (i & 1) + (i >> 1 & 1)) {
                    frame(other, i & 1, i >> 1 & 1, i, i + 5, new int[100]);
                }
            }
        }
        Digests digests = digest.end();
        assertEquals(5_000, digests.lines()[3].frames());
        assertEquals(digests.run(), other.end().run());
    }
}
