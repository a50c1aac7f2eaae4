package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;

/** RFC 3168 §5: CE (11) for ECT(0) (10) and ECT(1) (01), nothing for Not-ECT (00). */
class EcnTest {
    private final TestNode node = new TestNode();

    /** The Internet checksum word by word, as RFC 1071 §4.1 has it: 0xFFFF when the header is sound. */
    private static int sum(Packet frame, int at) {
        int sum = 0;
        for (int i = at; i < at + 20; i += 2) {
            sum += (frame.bytes[i] & 0xFF) << 8 | frame.bytes[i + 1] & 0xFF;
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    @Test // RFC 1624: the header verifies after the change
    void marksEctAndMendsTheHeaderChecksum() {
        for (int tos : new int[] {0x01, 0x02, 0xB9, 0xFE}) {
            Packet frame = node.ipv4(100, tos, 7);
            int at = frame.head + 14;
            assertEquals(0xFFFF, sum(frame, at));
            assertTrue(Ecn.mark(frame));
            assertEquals(tos | 3, frame.bytes[at + 1] & 0xFF);
            assertEquals(0xFFFF, sum(frame, at));
            frame.release();
        }
    }

    @Test
    void leavesCongestionExperiencedAsItIs() {
        Packet frame = node.ipv4(100, 3, 7);
        byte[] before = frame.bytes.clone();
        assertTrue(Ecn.mark(frame));
        assertArrayEquals(before, frame.bytes);
    }

    @Test
    void doesNotTouchWhatCannotBeMarked() {
        for (Packet frame : new Packet[] {node.ipv4(100, 0xB8, 7), node.ipv6(100, 0, 7), node.frame(60)}) {
            byte[] before = frame.bytes.clone();
            assertFalse(Ecn.mark(frame));
            assertArrayEquals(before, frame.bytes);
        }
    }

    @Test
    void findsTheHeaderBehindTags() {
        Packet once = TestNode.tagged(node.ipv4(100, 2, 7), 0x8100);
        assertTrue(Ecn.mark(once));
        assertEquals(3, once.bytes[once.head + 19] & 0xFF);
        Packet twice = TestNode.tagged(TestNode.tagged(node.ipv4(100, 1, 7), 0x8100), 0x88A8);
        assertTrue(Ecn.mark(twice));
        assertEquals(3, twice.bytes[twice.head + 23] & 0xFF);
    }

    @Test // RFC 8200 §3: the traffic class stands in bits 4 to 11
    void marksIpv6() {
        Packet frame = node.ipv6(100, 0x02, 7);
        assertTrue(Ecn.mark(frame));
        int at = frame.head + 14;
        assertEquals(0x60, frame.bytes[at]);
        assertEquals(0x31, frame.bytes[at + 1], "class 0x03, flow label 0x12345");
    }

    @Test
    void framesCutShortAreNotLookedInto() {
        for (int length = 0; length < 38; length++) {
            Packet frame = TestNode.tagged(node.ipv4(60, 2, 7), 0x8100);
            frame.trim(length);
            assertFalse(Ecn.mark(frame), "with " + length + " bytes");
            Priority.of(frame);
            new FlowHash(1).flow(frame, 1024);
        }
    }
}
