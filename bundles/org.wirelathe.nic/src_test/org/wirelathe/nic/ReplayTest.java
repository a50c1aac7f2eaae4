package org.wirelathe.nic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A capture played into a host. */
class ReplayTest {
    private final Bench bench = new Bench();

    @AfterEach
    void everythingComesBack() {
        assertEquals(0, bench.close());
    }

    /** Frames of these lengths, a millisecond apart, the second half cut when {@code lost} bytes are missing. */
    private static byte[] pcap(int linkType, int lost, int... lengths) {
        ByteBuffer file = ByteBuffer.allocate(65536);
        file.putInt(0xA1B2C3D4).putShort((short) 2).putShort((short) 4).putInt(0).putInt(0).putInt(65535)
                .putInt(linkType);
        for (int i = 0; i < lengths.length; i++) {
            byte[] frame = new byte[lengths[i]];
            frame[0] = (byte) i;
            file.putInt(1_700_000_000).putInt(1000 * i).putInt(frame.length).putInt(frame.length + lost).put(frame);
        }
        byte[] bytes = new byte[file.position()];
        file.flip().get(bytes);
        return bytes;
    }

    @Test
    void framesComeWithTheTimesThatLayBetweenThem() {
        bench.driver = new ReplayDriver().configured(Map.of("start", 500L), pcap(1, 0, 60, 1514, 60));
        bench.build();
        bench.nic.send(bench.frames.plain(9, 60)); // it is the standard driver besides
        bench.arriveAt(1000, bench.frames.plain(8, 60));
        bench.time.runUntil(10_000_000);
        assertEquals(List.of(0, 8, 1, 2), bench.marksUp());
        assertEquals(List.of(500L, 1000L, 1_000_500L, 2_000_500L), bench.when);
        assertEquals(List.of(9), bench.line.sent);
        assertEquals(3, bench.count("replayFrames"));
    }

    @Test
    void whatIsTooLongOrCutIsCounted() {
        bench.driver = new ReplayDriver().configured(Map.of(), pcap(1, 0, 60, 1519, 60));
        bench.build();
        bench.time.runUntil(10_000_000);
        assertEquals(List.of(0, 2), bench.marksUp());
        assertEquals(1, bench.count("replayTooLong"));
        bench.nic.driver(new ReplayDriver().configured(Map.of(), pcap(1, 4, 60)), UnaryOperator.identity());
        assertEquals(1, bench.count("replayCut"));
    }

    @Test
    void replacedDriverPlaysNoMore() {
        bench.driver = new ReplayDriver().configured(Map.of(), pcap(1, 0, 60, 60, 60));
        bench.build();
        bench.time.runUntil(1_500_000);
        bench.nic.driver(new RingDriver(), UnaryOperator.identity());
        bench.time.runUntil(10_000_000);
        assertEquals(List.of(0, 1), bench.marksUp());
    }

    @Test
    void fileThatCannotBePlayedIsRefusedInASentence() {
        ReplayDriver driver = new ReplayDriver();
        assertTrue(driver.wantsFile());
        assertEquals("the capture holds frames of link type 105; only Ethernet (1) can be played into a card",
                assertThrows(IllegalArgumentException.class, () -> driver.configured(Map.of(), pcap(105, 0, 60)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> driver.configured(Map.of(), new byte[30]));
        bench.driver = driver; // the service itself plays nothing
        bench.build();
        bench.time.runUntil(10_000_000);
        assertEquals(List.of(), bench.up);
    }
}
