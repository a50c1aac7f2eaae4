package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;

/** Flows of IPv6 as Linux's flow dissector tells them apart for fq_codel (RFC 8290 §4.1). */
class Ipv6FlowTest {
    private final TestNode node = new TestNode();
    private final FlowHash hash = new FlowHash(7);

    private int flow(Packet frame) {
        int flow = hash.flow(frame, 65_536);
        frame.release();
        return flow;
    }

    private Packet plain(int port) {
        return node.ipv6(80, 0, 0, port);
    }

    /** UDP from a port behind so many bytes of other headers, given in hexadecimal. */
    private Packet behind(int nextHeader, String hex, int port) {
        byte[] headers = HexFormat.of().parseHex(hex.replace(" ", ""));
        Packet frame = node.ipv6(100 + headers.length, 0, 0, 0);
        int at = frame.head + 14;
        frame.bytes[at + 6] = (byte) nextHeader;
        System.arraycopy(headers, 0, frame.bytes, at + 40, headers.length);
        Bytes.u16(frame.bytes, at + 40 + headers.length, port);
        Bytes.u16(frame.bytes, at + 42 + headers.length, 5001);
        return frame;
    }

    @Test
    void addressesAndPortsMakeAFlow() {
        int flow = flow(plain(5));
        assertEquals(flow, flow(node.ipv6(900, 0xFC, 0, 5)));
        assertEquals(flow, flow(TestNode.tagged(plain(5), 0x8100)));
        assertNotEquals(flow, flow(plain(6)));
        for (int byteOfAddress = 8; byteOfAddress < 40; byteOfAddress++) {
            Packet frame = plain(5);
            frame.bytes[frame.head + 14 + byteOfAddress]++;
            assertNotEquals(flow, flow(frame), "byte " + byteOfAddress);
        }
    }

    @Test // RFC 6437 §3: with a label nothing behind the header is looked at
    void aFlowLabelStandsForThePorts() {
        assertEquals(flow(node.ipv6(80, 0, 7, 5)), flow(node.ipv6(80, 0, 7, 6)));
        assertNotEquals(flow(node.ipv6(80, 0, 7, 5)), flow(node.ipv6(80, 0, 8, 5)));
        assertNotEquals(flow(node.ipv6(80, 0, 7, 5)), flow(plain(5)));
    }

    @Test
    void portsAreFoundBehindExtensionHeaders() {
        int flow = flow(plain(5));
        assertEquals(flow, flow(behind(0, "1100010400000000", 5)));
        assertEquals(flow, flow(behind(0, "2b00010400000000 3c01000000000000 0000000000000000 1100010400000000", 5)));
        assertNotEquals(flow, flow(behind(60, "1100010400000000", 6)));
    }

    @Test // only the first fragment has ports, so that none of them is asked for
    void fragmentsOfAPacketAreOfOneFlow() {
        int flow = flow(behind(44, "1100000100000009", 5));
        assertEquals(flow, flow(behind(44, "1100000800000009", 999)));
        assertEquals(flow, flow(behind(60, "2c00010400000000 1100000800000009", 999)));
        assertNotEquals(flow, flow(behind(44, "0600000800000009", 999)));
    }

    @Test // hostile input 28: cut and mutated
    void hostileFrames() {
        Random random = new Random(28);
        long sum = 0;
        for (int round = 0; round < 100_000; round++) {
            Packet frame = behind(0, "2b00010400000000 3c01000000000000 0000000000000000 2c00010400000000", 5);
            for (int flips = random.nextInt(4); flips > 0; flips--) {
                frame.bytes[frame.head + 14 + random.nextInt(frame.length() - 14)] = (byte) random.nextInt();
            }
            frame.trim(random.nextInt(frame.length() + 1));
            Ecn.mark(frame);
            Priority.of(frame);
            sum += flow(frame);
        }
        assertTrue(sum > 0);
    }
}
