package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.wire.Bytes;

/** Errors that come in: RFC 4443 §2.4, RFC 5927, RFC 8201. */
class Icmp6ReportsTest {
    private static final String ROUTER = "2001:db8:1::1";
    private static final String THERE = "2001:db8:9::9";
    private static final String ME = "2001:db8:1::fe";

    private final TestNode t = TestNode.host();

    @AfterEach
    void balances() {
        t.close();
    }

    private void error(int type, int code, int word, byte[] quoted) {
        t.in(t.eth0, TestNode.icmp(ROUTER, ME, type, code, word, quoted));
    }

    private static byte[] mine() {
        return Build.test(ME, THERE);
    }

    @ParameterizedTest
    @CsvSource({"1,0,NET_UNREACHABLE", "1,1,PROHIBITED", "1,2,HOST_UNREACHABLE", "1,3,HOST_UNREACHABLE",
            "1,4,PORT_UNREACHABLE", "1,5,PROHIBITED", "1,6,PROHIBITED", "3,0,TIME_EXCEEDED",
            "3,1,REASSEMBLY_TIME_EXCEEDED", "4,0,PARAMETER_PROBLEM", "4,1,PROTOCOL_UNREACHABLE",
            "4,2,PARAMETER_PROBLEM", "4,3,PARAMETER_PROBLEM"})
    void tellsTheProtocolThatSent(int type, int code, String kind) {
        error(type, code, 0, mine());
        assertEquals(List.of(kind + " from " + ROUTER + " about " + ME + " > " + THERE + " 102030405060708"), t.up);
        assertEquals(1, t.count("icmp6.inReported"));
        assertEquals(type == 1 ? 1 : 0, t.count("icmp6.inDestUnreachs"));
        assertEquals(type == 3 ? 1 : 0, t.count("icmp6.inTimeExcds"));
        assertEquals(type == 4 ? 1 : 0, t.count("icmp6.inParmProblems"));
    }

    /** RFC 4443 §2.4 a: an error that is not known must be passed on. */
    @ParameterizedTest
    @CsvSource({"1,7,PARAMETER_PROBLEM", "1,255,PARAMETER_PROBLEM", "3,2,TIME_EXCEEDED", "4,4,PARAMETER_PROBLEM",
            "0,0,PARAMETER_PROBLEM", "5,0,PARAMETER_PROBLEM", "127,0,PARAMETER_PROBLEM"})
    void passesOnWhatItDoesNotKnow(int type, int code, String kind) {
        error(type, code, 0, mine());
        assertEquals(List.of(kind + " from " + ROUTER + " about " + ME + " > " + THERE + " 102030405060708"), t.up);
    }

    /** RFC 4443 §2.4 b: what is no error and not known must be silently discarded. */
    @ParameterizedTest
    @CsvSource({"130,0", "143,0", "200,0", "255,0"})
    void dropsOtherMessagesThatItDoesNotKnow(int type, int code) {
        error(type, code, 0, mine());
        assertEquals(List.of(), t.up);
        assertEquals(List.of(), t.out());
        assertEquals(1, t.count("icmp6.inUnknownType"));
    }

    /** RFC 8201 §4 and row 22: the transport decides whether it believes; the path does not change by itself. */
    @Test
    void tellsOfAPacketTooBig() {
        error(2, 0, 1300, mine());
        assertEquals(List.of("FRAGMENTATION_NEEDED from " + ROUTER + " about " + ME + " > " + THERE
                + " 102030405060708 mtu 1300"), t.up);
        assertEquals(1400, t.path(null, THERE).mtu());
    }

    /** Row 22; RFC 8201 §4, RFC 8021: no link of IPv6 takes so little. */
    @Test
    void dropsAPacketTooBigOfLessThanTheLeastMtu() {
        for (int mtu : new int[] {0, 1, 67, 68, 551, 1279}) {
            error(2, 0, mtu, mine());
        }
        assertEquals(List.of(), t.up);
        assertEquals(6, t.count("icmp6.inMtu"));
    }

    /** Row 22: an MTU that does not fit an int. */
    @Test
    void takesAnyMtuThatIsLarge() {
        error(2, 0, -1, mine());
        assertEquals(1, t.up.size());
    }

    /** Row 23: cut off anywhere. What tells whose it is must be there, as in RFC 4443 §2.4 d. */
    @Test
    void survivesAnErrorCutOffAtEveryByte() {
        byte[] quoted = Build.packet(ME, THERE).extension(0, 1, 4, 0, 0, 0, 0).extension(43, 0, 0, 0, 0, 0, 0)
                .fragment(0, true, 3).extension(60, 1, 4, 0, 0, 0, 0).data(TestNode.TEST, 20).bytes();
        for (int length = 0; length < 80; length++) {
            error(1, 0, 0, Arrays.copyOf(quoted, length));
            assertEquals(List.of(), t.up, "with " + length + " bytes");
        }
        for (int length = 80; length <= quoted.length; length++) {
            error(1, 0, 0, Arrays.copyOf(quoted, length));
            assertEquals(1, t.up.size());
            t.up.clear();
        }
        assertEquals(80, t.count("icmp6.inQuote"));
    }

    /** The message itself cut off anywhere. */
    @Test
    void survivesAMessageCutOffAtEveryByte() {
        byte[] message = TestNode.icmp(ROUTER, ME, 1, 0, 0, mine());
        for (int length = 40; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            Bytes.u16(cut, 4, length - 40);
            t.in(t.eth0, cut);
        }
        assertEquals(8, t.count("icmp6.inTruncated"));
        assertEquals(message.length - 48, t.count("icmp6.inChecksum"));
        assertEquals(List.of(), t.up);
    }

    /** Row 23: about packets that this node cannot have sent. */
    @Test
    void dropsErrorsAboutWhatItDidNotSend() {
        error(1, 0, 0, Build.test("2001:db8:1::77", THERE));
        error(1, 0, 0, Build.test("2001:db8:2::fe", THERE)); // its own, but told to another address
        error(1, 0, 0, Build.test(ME, "::1"));
        error(1, 0, 0, Build.test(ME, "::"));
        error(1, 0, 0, Build.packet(ME, THERE).data(200, 20).bytes());
        error(1, 0, 0, Build.packet(ME, THERE).fragment(8, true, 1).data(TestNode.TEST, 24).bytes());
        byte[] four = mine();
        four[0] = 0x45;
        error(1, 0, 0, four);
        assertEquals(List.of(), t.up);
        assertEquals(7, t.count("icmp6.inQuote"));
    }

    /** Row 23: errors in errors. */
    @Test
    void dropsErrorsAboutErrors() {
        byte[] quoted = mine();
        for (int depth = 0; depth < 10; depth++) {
            quoted = TestNode.icmp(ME, THERE, 1, 0, 0, quoted);
            error(1, 0, 0, quoted);
        }
        assertEquals(List.of(), t.up);
        assertEquals(10, t.count("icmp6.inQuote"));
        assertEquals(List.of(), t.out());
    }

    /** RFC 4443 §2.3: with the pseudo header; and never from a group (§2.2). */
    @Test
    void dropsABadChecksum() {
        byte[] message = TestNode.icmp(ROUTER, ME, 1, 0, 0, mine());
        Bytes.u16(message, 42, Bytes.u16(message, 42) ^ 1);
        t.in(t.eth0, message);
        assertEquals(1, t.count("icmp6.inChecksum"));
        assertEquals(List.of(), t.up);
    }

    @Test
    void tellsWhoeverAsksForEchoes() {
        t.echoes.listener(7, t);
        t.ip.echo(TestNode.a(THERE), 7, 3, 56, SendOptions.DATAGRAM);
        byte[] request = t.links.sent.getFirst().packet();
        t.in(t.eth1, TestNode.icmp("2001:db8:2::9", "2001:db8:2::fe", 3, 0, 0, request));
        assertEquals(List.of("echo 3 failed: TIME_EXCEEDED from 2001:db8:2::9"), t.up);
        t.in(t.eth1, TestNode.icmp("2001:db8:2::9", "2001:db8:2::fe", 2, 0, 1290, request));
        assertEquals(1290, t.path(null, THERE).mtu());
    }

    @Test
    void tellsNobodyOfEchoesThatNobodySent() {
        byte[] request = TestNode.icmp(ME, THERE, 128, 0, 7 << 16 | 3, new byte[8]);
        error(3, 0, 0, request);
        error(2, 0, 1290, request);
        assertEquals(2, t.count("icmp6.inQuote"));
        assertEquals(1400, t.path(null, THERE).mtu());
    }

    /** A reply is nobody's above; the path is learned when it is one that was sent of late. */
    @Test
    void learnsFromItsOwnReplies() {
        byte[] reply = TestNode.icmp(ME, THERE, 129, 0, 7 << 16 | 3, new byte[8]);
        error(2, 0, 1290, reply);
        assertEquals(1400, t.path(null, THERE).mtu());
        assertEquals(1, t.count("icmp6.inQuote"));
        t.in(t.eth0, TestNode.icmp(THERE, ME, 128, 0, 7 << 16 | 3, new byte[8]));
        error(2, 0, 1290, reply);
        assertEquals(1290, t.path(null, THERE).mtu());
        for (int i = 0; i < 64; i++) {
            t.in(t.eth0, TestNode.icmp(THERE, ME, 128, 0, 8 << 16 | i, new byte[8]));
        }
        error(2, 0, 1280, reply);
        assertEquals(1290, t.path(null, THERE).mtu());
    }

    /** The neighbour did not answer: the layer above hears it from this node itself. */
    @Test
    void reportsAnUnresolvedNeighbour() {
        t.ip.unresolved(t.copy(Build.test(ME, "2001:db8:1::5")), t.eth0);
        assertEquals(List.of("HOST_UNREACHABLE from " + ME + " about " + ME + " > 2001:db8:1::5 102030405060708"),
                t.up);
        assertEquals(List.of(), t.out());
        assertEquals(1, t.count("ip6.unresolved"));
    }

    @Test
    void handsDiscoveryItsMessages() {
        for (int type = 133; type <= 137; type++) {
            t.in(t.eth0, TestNode.icmp("fe80::1", "fe80::0:fe", type, 0, 0, new byte[16]));
        }
        t.in(t.eth0, TestNode.icmp("::", "ff02::1:ff00:fe", 135, 0, 0, new byte[16]), true);
        assertEquals(List.of("type 133 from fe80::1 on eth0", "type 134 from fe80::1 on eth0",
                "type 135 from fe80::1 on eth0", "type 136 from fe80::1 on eth0", "type 137 from fe80::1 on eth0",
                "type 135 from :: on eth0"), t.links.heard);
    }
}
