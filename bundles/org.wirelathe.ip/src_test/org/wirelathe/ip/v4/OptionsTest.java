package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Protocol;

/** RFC 791 §3.1, RFC 1122 §3.2.1.8 and §3.2.2.6, RFC 1812 §4.2.2.1, RFC 7126. */
class OptionsTest {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";
    private static final String AWAY = "10.0.2.1";

    private final TestNode node = TestNode.router();

    @AfterEach
    void close() {
        node.close();
    }

    /** A packet with options in hexadecimal, a multiple of 4 bytes, and a body. */
    private static byte[] with(String source, String destination, int protocol, String options, byte[] body) {
        byte[] some = HexFormat.of().parseHex(options.replace(" ", ""));
        byte[] bytes = packet(source, destination, protocol, 64, some.length + body.length);
        bytes[0] = (byte) (0x45 + some.length / 4);
        System.arraycopy(some, 0, bytes, 20, some.length);
        System.arraycopy(body, 0, bytes, 20 + some.length, body.length);
        return sealed(bytes);
    }

    private static byte[] test(String destination, String options) {
        return with(BOB, destination, TestNode.TEST, options, new byte[8]);
    }

    private String sentOptions() {
        byte[] sent = node.sent.getLast().packet();
        node.sent.clear();
        return HexFormat.of().formatHex(sent, 20, (sent[0] & 15) * 4);
    }

    @Test // RFC 1812 §5.3.13.3: the address of the interface that the packet leaves by
    void routerRecordsItself() {
        node.in(node.eth0, test(AWAY, "01 07 0b 04 00000000 00000000"));
        assertEquals("01070b08" + "0a0002fe" + "00000000", sentOptions());
        node.in(node.eth0, test(AWAY, "01 07 0b 0c 01020304 05060708"));
        assertEquals("01070b0c" + "01020304" + "05060708", sentOptions(), "a full record goes on as it is");
    }

    @Test // RFC 791 §3.1, RFC 1812 §5.3.13.4; a lab has no midnight: the highest bit
    void routerStampsTheTime() {
        node.time.runUntil(5_000_000_000L);
        node.in(node.eth0, test(AWAY, "44 08 05 00 00000000"));
        assertEquals("44080900" + "80001388", sentOptions());
        node.in(node.eth0, test(AWAY, "44 0c 05 01 00000000 00000000"));
        assertEquals("440c0d01" + "0a0002fe" + "80001388", sentOptions());
        node.in(node.eth0, test(AWAY, "44 08 09 00 00000001"));
        assertEquals("44080910" + "00000001", sentOptions(), "no room: it is counted");
        node.in(node.eth0, test(AWAY, "44 0c 05 03 0a0001fe 00000000"));
        assertEquals("440c0d03" + "0a0001fe" + "80001388", sentOptions(), "an address of ours was asked");
        node.in(node.eth0, test(AWAY, "44 0c 05 03 0a000163 00000000"));
        assertEquals("440c0503" + "0a000163" + "00000000", sentOptions(), "another's is not ours to give");
    }

    @Test // RFC 1122 §3.2.1.8: passed over; MUST-50 of RFC 9293
    void unknownOptionsAreIgnored() {
        node.in(node.eth0, test(ME, "55 04 0000"));
        assertEquals(List.of("10.0.1.1 > 10.0.1.254: 8 bytes"), node.up);
        node.in(node.eth0, test(AWAY, "55 04 0000"));
        assertEquals("55040000", sentOptions());
    }

    @Test // RFC 7126 §4.3, Linux accept_source_route 0: no word about it
    void sourceRoutesAreRefused() {
        node.in(node.eth0, test(ME, "01 83 07 04 0a000201"));
        node.in(node.eth0, test(AWAY, "01 83 07 04 0a000201"));
        node.in(node.eth0, test(AWAY, "01 89 07 04 0a000201"));
        assertEquals(3, node.count("ip.inSourceRoute"));
        assertEquals(List.of(), node.out());
        assertEquals(List.of(), node.up);
    }

    @Test // RFC 1122 §3.2.2.5, RFC 1812 §4.3.3.5: the pointer says at which octet
    void badOptionIsAParameterProblem() {
        String[] bad = {"44 03 05 00", "07 03 04 00", "01 07 02 00", "07 00 04 00", "00 00 00 00"};
        int[] pointers = {21, -1, 22, 20, -1};
        for (int i = 0; i < bad.length; i++) {
            node.time.runUntil((i + 1) * 10_000_000_000L);
            node.in(node.eth0, test(AWAY, bad[i]));
            byte[] sent = node.sent.getLast().packet();
            node.sent.clear();
            boolean error = sent[9] == Protocol.ICMP;
            assertEquals(pointers[i] >= 0, error, bad[i]);
            if (error) {
                assertEquals(IcmpMessage.PARAMETER_PROBLEM, sent[20]);
                assertEquals(pointers[i], sent[24], bad[i]);
            }
        }
        assertEquals(3, node.count("ip.inOption"));
    }

    @Test // RFC 1122 §3.2.2: not about a packet for all stations
    void nothingIsSaidAboutABroadcast() {
        node.in(node.eth0, test("10.0.1.255", "44 03 05 00"), true);
        assertEquals(1, node.count("ip.inOption"));
        assertEquals(List.of(), node.out());
    }

    @Test // RFC 1122 §3.2.2.6: updated to include this host, and in the reply
    void echoReplyBringsTheRecordBack() {
        byte[] echo = Arrays.copyOfRange(TestNode.icmp(BOB, ME, IcmpMessage.ECHO, 0, 7, 1, new byte[] {9, 8, 7, 6}), 20,
                32);
        node.in(node.eth0, with(BOB, ME, Protocol.ICMP, "01 07 0f 08 c0000201 00000000 00000000", echo));
        byte[] sent = node.sent.getLast().packet();
        assertEquals("070f0c" + "c0000201" + "0a0001fe" + "00000000" + "00", sentOptions());
        assertEquals(IcmpMessage.ECHO_REPLY, sent[36]);
        assertArrayEquals(new byte[] {9, 8, 7, 6}, Arrays.copyOfRange(sent, 44, 48));
    }

    @Test // row 6 of the hostile inputs, for IP: no option makes the walk endless or the packet grow
    void everyOptionByteIsSurvived() {
        for (int type = 0; type < 256; type++) {
            for (int length = 0; length < 256; length += type % 7 + 1) {
                byte[] bytes = test(AWAY, "00000000 00000000 00000000");
                bytes[20] = (byte) type;
                bytes[21] = (byte) length;
                bytes[22] = (byte) (type * 7 + length);
                node.in(node.eth0, sealed(bytes));
                byte[] own = test(ME, "00000000 00000000 00000000");
                System.arraycopy(bytes, 20, own, 20, 3);
                node.in(node.eth0, sealed(own));
            }
        }
        node.sent.clear();
        assertEquals(0, node.pool.inUse());
        node.up.clear();
        node.in(node.eth0, packet(BOB, ME));
        assertEquals(1, node.up.size());
    }

    @Test // RFC 791 §3.2: the rest of a fragmented packet has only options with the copied flag
    void fragmentsKeepCopiedOptions() {
        byte[] packet = with(BOB, AWAY, TestNode.TEST, "94 04 0000 44 08 05 00 00000000", new byte[1100]);
        Bytes.u16(packet, 6, 0);
        node.in(node.eth0, sealed(packet));
        assertEquals(2, node.sent.size());
        byte[] second = node.sent.getLast().packet();
        assertEquals("94040000" + "0101010101010101", HexFormat.of().formatHex(second, 20, 32));
        node.sent.clear();
    }
}
