package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

import org.junit.jupiter.api.Test;

/**
 * Hostile inputs 1 to 3 and 5, and 30 as far as the format goes: every header at every truncated length, and every
 * field that can lie. The known packets were computed by hand and agree with tshark.
 */
class HeaderCheckTest {
    private static final int SOURCE = 0xC0A80001;
    private static final int DESTINATION = 0xC0A800C7;
    /** An IPv4 header of a UDP packet of 115 bytes, 192.168.0.1 to 192.168.0.199, as textbooks have it. */
    private static final String IPV4 = "450000730000400040 11 b861 c0a80001 c0a800c7";
    /** A SYN from port 12345 to 80: window 64240, MSS 1460. */
    private static final String SYN = "3039 0050 12345678 00000000 6002 faf0 81e7 0000 020405b4";
    /** PSH and ACK with "Hello". */
    private static final String HELLO = "3039 0050 12345679 fedcba98 5018 faf0 bc3f 0000 48656c6c6f";

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    /** Moves bytes to an offset that is no multiple of anything, in a larger buffer full of ones. */
    private static byte[] at7(byte[] bytes) {
        byte[] moved = new byte[bytes.length + 27];
        Arrays.fill(moved, (byte) 0xFF);
        System.arraycopy(bytes, 0, moved, 7, bytes.length);
        return moved;
    }

    @Test
    void ethernetReadsWritesAndRefusesEveryTruncation() {
        byte[] bytes = at7(hex("020000000002 020000000001 0800"));
        EthernetHeader header = new EthernetHeader(bytes, 7);
        for (int limit = 7; limit < 21; limit++) {
            assertEquals(Fault.TRUNCATED, header.check(limit));
        }
        assertEquals(Fault.NONE, header.check(21));
        assertEquals(Mac.local(2), header.destination());
        assertEquals(Mac.local(1), header.source());
        assertEquals(EtherType.IPV4, header.etherType());
        byte[] written = new byte[bytes.length];
        Arrays.fill(written, (byte) 0xFF);
        new EthernetHeader(written, 7).write(Mac.local(2), Mac.local(1), EtherType.IPV4);
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(written));
    }

    @Test // B8: 8 + 4 + 12
    void b8LineOverhead() {
        assertEquals(24, EthernetHeader.LINE_OVERHEAD);
    }

    @Test
    void arpReadsWritesAndRefuses() {
        byte[] good = at7(hex("0001 0800 06 04 0001 020000000001 0a000101 000000000000 0a0001fe"));
        ArpPacket arp = new ArpPacket(good, 7);
        for (int limit = 7; limit < 7 + 28; limit++) {
            assertEquals(Fault.TRUNCATED, arp.check(limit));
        }
        assertEquals(Fault.NONE, arp.check(7 + 28));
        assertEquals(Fault.NONE, arp.check(7 + 46), "link padding follows");
        assertEquals(ArpPacket.REQUEST, arp.operation());
        assertEquals(Mac.local(1), arp.senderMac());
        assertEquals(0x0A000101, arp.senderAddress());
        assertEquals(0, arp.targetMac());
        assertEquals(0x0A0001FE, arp.targetAddress());
        byte[] written = good.clone();
        Arrays.fill(written, 7, 35, (byte) 0x55);
        new ArpPacket(written, 7).write(1, Mac.local(1), 0x0A000101, 0, 0x0A0001FE);
        assertEquals(HexFormat.of().formatHex(good), HexFormat.of().formatHex(written));

        int[][] lies = {{0, 1}, {1, 6}, {2, 0}, {3, 6}, {4, 0}, {4, 7}, {4, 255}, {5, 0}, {5, 16}};
        for (int[] lie : lies) {
            byte[] bad = good.clone();
            bad[7 + lie[0]] = (byte) lie[1];
            assertEquals(Fault.VERSION, new ArpPacket(bad, 7).check(35), "byte " + lie[0]);
        }
        for (int operation : new int[] {0, 3, 8, 9, 0x0100, 0xFFFF}) {
            byte[] bad = good.clone();
            Bytes.u16(bad, 7 + 6, operation);
            assertEquals(Fault.OPERATION, new ArpPacket(bad, 7).check(35), "operation " + operation);
        }
    }

    @Test // B19
    void ipv4KnownHeader() {
        byte[] bytes = new byte[115];
        System.arraycopy(hex(IPV4), 0, bytes, 0, 20);
        Ipv4Header header = new Ipv4Header(bytes, 0);
        assertEquals(Fault.NONE, header.check(115));
        assertEquals(20, header.headerLength());
        assertEquals(115, header.totalLength());
        assertEquals(Ipv4Header.DONT_FRAGMENT, header.flagsAndOffset());
        assertFalse(header.isFragment(), "DF alone makes no fragment");
        assertEquals(64, header.timeToLive());
        assertEquals(Protocol.UDP, header.protocol());
        assertEquals(0xB861, header.checksum());
        assertEquals(SOURCE, header.source());
        assertEquals(DESTINATION, header.destination());
        byte[] written = new byte[20];
        new Ipv4Header(written, 0).write(0, 115, 0, Ipv4Header.DONT_FRAGMENT, 64, 17, SOURCE, DESTINATION);
        assertEquals(HexFormat.of().formatHex(hex(IPV4)), HexFormat.of().formatHex(written));
    }

    @Test // hostile input 1: every truncation of header and packet
    void ipv4RefusesEveryTruncation() {
        byte[] bytes = new byte[115];
        System.arraycopy(hex(IPV4), 0, bytes, 0, 20);
        Ipv4Header header = new Ipv4Header(bytes, 0);
        for (int limit = 0; limit < 20; limit++) {
            assertEquals(Fault.TRUNCATED, header.check(limit));
        }
        for (int limit = 20; limit < 115; limit++) {
            assertEquals(Fault.TOTAL_LENGTH, header.check(limit));
        }
    }

    @Test // hostile inputs 1 to 3; checks come before the checksum, so the checksum need not be mended
    void ipv4RefusesWhatLies() {
        byte[] good = new byte[115];
        System.arraycopy(hex(IPV4), 0, good, 0, 20);
        for (int first = 0; first < 256; first++) {
            byte[] bad = good.clone();
            bad[0] = (byte) first;
            Fault fault = new Ipv4Header(bad, 0).check(115);
            if (first >>> 4 != 4) {
                assertEquals(Fault.VERSION, fault, "first byte " + first);
            } else if ((first & 15) < 5) {
                assertEquals(Fault.HEADER_LENGTH, fault, "first byte " + first);
            } else {
                assertNotEquals(first == 0x45, fault != Fault.NONE, "first byte " + first);
            }
        }
        byte[] bad = good.clone();
        bad[0] = 0x4F; // 60 bytes of header in 40 bytes
        assertEquals(Fault.HEADER_LENGTH, new Ipv4Header(bad, 0).check(40));
        for (int total : new int[] {0, 1, 19, 116, 0xFFFF}) {
            bad = good.clone();
            Bytes.u16(bad, 2, total);
            assertEquals(Fault.TOTAL_LENGTH, new Ipv4Header(bad, 0).check(115), "total length " + total);
        }
        for (int bit = 0; bit < 32; bit++) { // any bit of the addresses
            bad = good.clone();
            bad[12 + bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(Fault.CHECKSUM, new Ipv4Header(bad, 0).check(115));
        }
    }

    @Test // RFC 791 §3.1: MF or an offset
    void ipv4Fragments() {
        byte[] bytes = new byte[20];
        for (int flags : new int[] {0x2000, 0x0001, 0x1FFF, 0x3FFF, 0x6001}) {
            new Ipv4Header(bytes, 0).write(0, 20, 0, flags, 64, 17, SOURCE, DESTINATION);
            assertTrue(new Ipv4Header(bytes, 0).isFragment(), "flags " + flags);
        }
        new Ipv4Header(bytes, 0).write(0, 20, 0, 0x8000, 64, 17, SOURCE, DESTINATION);
        assertFalse(new Ipv4Header(bytes, 0).isFragment());
    }

    @Test // RFC 1812 §5.3.1, RFC 1624: the mended checksum verifies at every value, and is the one a sum anew gives
    void ipv4TimeToLive() {
        Random random = new Random(4);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = new byte[20];
            Ipv4Header header = new Ipv4Header(bytes, 0);
            header.write(random.nextInt(256), 20, random.nextInt(65536), 0, 255, random.nextInt(256), random.nextInt(),
                    random.nextInt());
            for (int ttl = 255; ttl > 1; ttl--) {
                header.decrementTimeToLive();
                assertEquals(ttl - 1, header.timeToLive());
                assertEquals(Fault.NONE, header.check(20));
            }
            byte[] anew = bytes.clone();
            new Ipv4Header(anew, 0).write(header.trafficClass(), 20, header.identification(), 0, 1, header.protocol(),
                    header.source(), header.destination());
            assertEquals(HexFormat.of().formatHex(anew), HexFormat.of().formatHex(bytes));
        }
    }

    @Test // 0800 0000 1234 0001 and "abcdefgh" sum to 1abc9, folded abca
    void icmpKnownEcho() {
        byte[] bytes = at7(hex("0800 5435 1234 0001 6162636465666768"));
        IcmpMessage message = new IcmpMessage(bytes, 7);
        assertEquals(Fault.NONE, message.check(23));
        assertEquals(IcmpMessage.ECHO, message.type());
        assertEquals(0x1234, message.identifier());
        assertEquals(1, message.sequence());
        for (int limit = 7; limit < 15; limit++) {
            assertEquals(Fault.TRUNCATED, message.check(limit));
        }
        for (int limit = 15; limit < 23; limit++) {
            assertEquals(Fault.CHECKSUM, message.check(limit));
        }
        byte[] written = bytes.clone();
        Arrays.fill(written, 7, 15, (byte) 0x55);
        new IcmpMessage(written, 7).write(IcmpMessage.ECHO, 0, 0x1234, 1, 23);
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(written));
    }

    @Test // RFC 1122 §3.2.2
    void icmpErrors() {
        for (int type = 0; type < 256; type++) {
            boolean error = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
            assertEquals(error, new IcmpMessage(new byte[] {(byte) type}, 0).isError(), "type " + type);
        }
    }

    @Test // RFC 9293 MUST-2, MUST-3
    void tcpKnownSyn() {
        byte[] bytes = at7(hex(SYN));
        TcpHeader header = new TcpHeader(bytes, 7);
        assertEquals(Fault.NONE, header.check(31));
        assertTrue(header.verifies(SOURCE, DESTINATION, 31));
        assertFalse(header.verifies(SOURCE, DESTINATION + 1, 31));
        assertEquals(12345, header.sourcePort());
        assertEquals(80, header.destinationPort());
        assertEquals(0x12345678, header.sequence());
        assertEquals(24, header.headerLength());
        assertEquals(TcpHeader.SYN, header.flags());
        assertEquals(64240, header.window());
        assertEquals(0, header.urgentPointer());
        byte[] written = bytes.clone();
        Arrays.fill(written, 7, 27, (byte) 0x55);
        new TcpHeader(written, 7).write(12345, 80, 0x12345678, 0, 24, TcpHeader.SYN, 64240);
        new TcpHeader(written, 7).seal(SOURCE, DESTINATION, 31);
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(written));
    }

    @Test // an odd number of bytes of text
    void tcpKnownText() {
        byte[] bytes = at7(hex(HELLO));
        TcpHeader header = new TcpHeader(bytes, 7);
        assertTrue(header.verifies(SOURCE, DESTINATION, 32));
        assertEquals(0xFEDCBA98, header.acknowledgment());
        byte[] written = bytes.clone();
        new TcpHeader(written, 7).write(12345, 80, 0x12345679, 0xFEDCBA98, 20, TcpHeader.PSH | TcpHeader.ACK, 64240);
        new TcpHeader(written, 7).seal(SOURCE, DESTINATION, 32);
        assertEquals(HexFormat.of().formatHex(bytes), HexFormat.of().formatHex(written));
    }

    @Test // hostile input 5: data offset below 5 or beyond the segment; every truncation
    void tcpRefusesWhatLies() {
        byte[] bytes = hex(SYN);
        TcpHeader header = new TcpHeader(bytes, 0);
        for (int limit = 0; limit < 24; limit++) {
            assertEquals(limit < 20 ? Fault.TRUNCATED : Fault.HEADER_LENGTH, header.check(limit), "limit " + limit);
        }
        for (int offset = 0; offset < 16; offset++) {
            bytes[12] = (byte) (offset << 4);
            boolean good = offset == 5 || offset == 6;
            assertEquals(good ? Fault.NONE : Fault.HEADER_LENGTH, header.check(24), "data offset " + offset);
        }
    }

    @Test
    void tcpFlagsAsCapturesPrintThem() {
        assertEquals("S", TcpHeader.formatFlags(TcpHeader.SYN));
        assertEquals("S.", TcpHeader.formatFlags(TcpHeader.SYN | TcpHeader.ACK));
        assertEquals("FP.", TcpHeader.formatFlags(TcpHeader.FIN | TcpHeader.PSH | TcpHeader.ACK));
        assertEquals("R", TcpHeader.formatFlags(TcpHeader.RST));
        assertEquals("SEW", TcpHeader.formatFlags(TcpHeader.SYN | TcpHeader.ECE | TcpHeader.CWR));
    }

    @Test // after NONE every accessor is in bounds: a million random headers at the very end of a buffer
    void randomBytesNeverThrow() {
        Random random = new Random(5);
        byte[] bytes = new byte[64];
        int good = 0;
        for (int round = 0; round < 1_000_000; round++) {
            Bytes.i64(bytes, 8 * (round & 7), random.nextLong());
            int at = random.nextInt(65);
            bytes[Math.min(at, 63)] = (byte) (round % 3 == 0 ? 0x45 : random.nextInt());
            good += new EthernetHeader(bytes, at).check(64) == Fault.NONE ? 1 : 0;
            good += new ArpPacket(bytes, at).check(64) == Fault.NONE ? 1 : 0;
            good += new IcmpMessage(bytes, at).check(64) == Fault.NONE ? 1 : 0;
            TcpHeader tcp = new TcpHeader(bytes, at);
            if (tcp.check(64) == Fault.NONE) {
                tcp.urgentPointer();
                tcp.verifies(1, 2, 64);
                assertTrue(at + tcp.headerLength() <= 64);
                good++;
            }
            Ipv4Header ipv4 = new Ipv4Header(bytes, at);
            if (ipv4.check(64) == Fault.NONE) {
                assertTrue(ipv4.headerLength() <= ipv4.totalLength() && at + ipv4.totalLength() <= 64);
            }
        }
        assertTrue(good > 100_000, "only " + good + " were good");
    }
}
