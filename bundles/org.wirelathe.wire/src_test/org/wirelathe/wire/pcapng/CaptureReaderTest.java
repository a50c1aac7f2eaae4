package org.wirelathe.wire.pcapng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** Files written by hand from the two drafts. */
class CaptureReaderTest {
    private static byte[] pcap(ByteOrder order, int magic) {
        ByteBuffer file = ByteBuffer.allocate(24 + 16 + 3 + 16 + 2).order(order);
        file.putInt(magic).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65535).putInt(1);
        file.putInt(100).putInt(7).putInt(3).putInt(3).put(new byte[] {1, 2, 3});
        file.putInt(101).putInt(500).putInt(2).putInt(60).put(new byte[] {4, 5});
        return file.array();
    }

    private static void holdsTwoFrames(byte[] file, long unit) {
        CaptureReader reader = new CaptureReader(file);
        assertTrue(reader.next());
        assertEquals(100_000_000_000L + 7 * unit, reader.time());
        assertEquals(3, reader.length());
        assertEquals(1, file[reader.at()]);
        assertEquals(CaptureReader.ETHERNET, reader.linkType());
        assertTrue(reader.next());
        assertEquals(101_000_000_000L + 500 * unit, reader.time());
        assertEquals(2, reader.length());
        assertEquals(60, reader.originalLength());
        assertFalse(reader.next());
    }

    @Test
    void pcapOfBothOrdersAndBothUnits() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            holdsTwoFrames(pcap(order, 0xA1B2C3D4), 1000);
            holdsTwoFrames(pcap(order, 0xA1B23C4D), 1);
        }
    }

    /** A section, an interface of that time resolution, and three packets, one of them without time. */
    private static byte[] pcapng(ByteOrder order, int resolution, long ticks) {
        ByteBuffer file = ByteBuffer.allocate(512).order(order);
        file.putInt(0x0A0D0D0A).putInt(28).putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1)
                .putInt(28);
        file.putInt(1).putInt(32).putShort((short) 1).putShort((short) 0).putInt(0);
        file.putShort((short) 9).putShort((short) 1).put((byte) resolution).put(new byte[3]);
        file.putShort((short) 0).putShort((short) 0).putInt(32);
        file.putInt(5).putInt(16).putInt(0).putInt(16); // statistics: passed over
        file.putInt(6).putInt(48).putInt(0).putInt((int) (ticks >>> 32)).putInt((int) ticks).putInt(3).putInt(3)
                .put(new byte[] {7, 8, 9, 0});
        file.putShort((short) 2).putShort((short) 4).putInt(2).putInt(0).putInt(48);
        file.putInt(3).putInt(20).putInt(2).put(new byte[] {5, 6, 0, 0}).putInt(20);
        return Arrays.copyOf(file.array(), file.position());
    }

    @Test
    void pcapngOfBothOrders() {
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] file = pcapng(order, 6, 1_700_000_000_123_456L);
            CaptureReader reader = new CaptureReader(file);
            assertTrue(reader.next());
            assertEquals(1_700_000_000_123_456_000L, reader.time());
            assertEquals(3, reader.length());
            assertEquals(7, file[reader.at()]);
            assertTrue(reader.outbound());
            assertTrue(reader.next());
            assertEquals(1_700_000_000_123_456_000L, reader.time());
            assertEquals(2, reader.length());
            assertFalse(reader.outbound());
            assertFalse(reader.next());
        }
    }

    private static long time(int resolution, long ticks) {
        CaptureReader reader = new CaptureReader(pcapng(ByteOrder.BIG_ENDIAN, resolution, ticks));
        reader.next();
        return reader.time();
    }

    @Test
    void timesOfEveryResolution() {
        assertEquals(5_000_000_000L, time(0, 5));
        assertEquals(5_000_000_001L, time(9, 5_000_000_001L));
        assertEquals(5_000_000_001L, time(12, 5_000_000_001_999L));
        assertEquals(1_500_000_000L, time(0x80 | 1, 3)); // halves
        assertEquals(250_000_000L, time(0x80 | 40, 1L << 38));
    }

    @Test
    void damagedFilesAreRefusedInASentence() {
        assertThrows(IllegalArgumentException.class, () -> new CaptureReader(new byte[0]));
        assertEquals("the capture is neither a pcap nor a pcapng file: it begins with neither's number",
                assertThrows(IllegalArgumentException.class, () -> new CaptureReader(new byte[100])).getMessage());
        byte[] cut = Arrays.copyOf(pcap(ByteOrder.LITTLE_ENDIAN, 0xA1B2C3D4), 50);
        CaptureReader reader = new CaptureReader(cut);
        reader.next();
        assertEquals("the capture ends within a record at byte 43",
                assertThrows(IllegalArgumentException.class, reader::next).getMessage());
    }

    @Test // hostile: any octet of a file turned into any other: frames, or a refusal
    void mutatedFilesEndInFramesOrARefusal() {
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 200_000; i++) {
            ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            byte[] file = random.nextBoolean() ? pcap(order, 0xA1B2C3D4) : pcapng(order, 9, 1);
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(file.length)] = (byte) random.nextInt();
            }
            try {
                CaptureReader reader = new CaptureReader(file);
                while (reader.next()) {
                    assertTrue(reader.at() + reader.length() <= file.length);
                }
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertTrue(refused > 1000);
    }
}
