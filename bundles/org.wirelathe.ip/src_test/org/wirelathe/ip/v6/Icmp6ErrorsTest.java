package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Icmpv6Message;

/** When errors are sent, and what is in them: RFC 4443 §2.2, §2.4 and §3. */
class Icmp6ErrorsTest {
    private static final String FAR = "2001:db8:1::1";
    private static final String THERE = "2001:db8:2::2";
    private static final String ME = "2001:db8:1::fe";
    private static final byte[] QUOTE = Build.test(ME, FAR);

    private final TestNode t = TestNode.router();

    @AfterEach
    void balances() {
        t.close();
    }

    private void silent(byte[] packet, boolean group) {
        t.in(t.eth0, packet, group);
        assertEquals(List.of(), t.out());
    }

    /** A packet that makes an error if any may be: its hop limit is used up. */
    private static byte[] dying(byte[] packet) {
        packet[7] = 1;
        return packet;
    }

    /** RFC 4443 §2.4 c: as much of the packet as fits the least MTU. */
    @Test
    void quotesAsMuchAsFitsTheLeastMtu() {
        byte[] packet = dying(Build.test(FAR, THERE, 1400));
        t.in(t.eth0, packet);
        byte[] error = t.links.sent.getFirst().packet();
        assertEquals(1280, error.length);
        assertArrayEquals(Arrays.copyOf(packet, 1232), Arrays.copyOfRange(error, 48, 1280));
        t.out();
        t.in(t.eth0, dying(Build.test(FAR, THERE, 3)));
        assertEquals(48 + 43, t.links.sent.getFirst().packet().length);
    }

    /** RFC 4443 §2.4 e.1: never about an error, known or not. */
    @Test
    void saysNothingAboutErrors() {
        for (int type : new int[] {1, 2, 3, 4, 5, 100, 127}) {
            silent(dying(TestNode.icmp(FAR, THERE, type, 0, 0, QUOTE)), false);
        }
        t.in(t.eth0, dying(TestNode.icmp(FAR, THERE, 128, 0, 0, QUOTE)));
        assertEquals(1, t.out().size());
    }

    /** RFC 4443 §2.4 e.2. */
    @Test
    void saysNothingAboutRedirects() {
        silent(dying(TestNode.icmp(FAR, THERE, 137, 0, 0, QUOTE)), false);
    }

    /** Behind extension headers, too; row 23: an error in an error in an error is an error. */
    @Test
    void seesAnErrorBehindOtherHeaders() {
        byte[] error = new byte[60];
        error[0] = 1;
        silent(dying(Build.packet(FAR, THERE).extension(60, 1, 4, 0, 0, 0, 0).header(58, error).bytes()), false);
        silent(dying(Build.packet(FAR, THERE).fragment(0, true, 1).header(58, error).bytes()), false);
    }

    /** As Linux: a message whose type is cut off may be an error. */
    @Test
    void saysNothingAboutWhatMayBeAnError() {
        silent(dying(Build.packet(FAR, THERE).header(58, new byte[0]).bytes()), false);
    }

    /** RFC 4443 §2.4 e.6. */
    @Test
    void saysNothingToNobodyOrMany() {
        silent(Build.packet("::", ME).data(200, 8).bytes(), false);
        silent(Build.packet("ff02::5", ME).data(200, 8).bytes(), false);
    }

    /** RFC 4443 §2.4 e.3 and e.4: not about what went to many, on this layer or the one below. */
    @Test
    void saysNothingAboutWhatWentToMany() {
        silent(Build.packet(FAR, "ff02::1").data(200, 8).bytes(), true);
        silent(Build.packet(FAR, ME).data(200, 8).bytes(), true);
        silent(Build.packet(FAR, "ff02::1").extension(60, 0xDE, 4, 0, 0, 0, 0).data(200, 8).bytes(), true);
    }

    /** RFC 4443 §2.4 e.3: an option that asks for it even then. The source is an address of the interface. */
    @Test
    void tellsOfAnOptionThatAsksForItEvenInAGroup() {
        t.in(t.eth0, Build.packet(FAR, "ff02::1").extension(60, 0x9E, 4, 0, 0, 0, 0).data(200, 8).bytes(), true);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " parameter problem 2 at 42 about " + FAR
                + " > ff02::1"), t.out());
    }

    /** RFC 4443 §2.4 e.3: so that path MTU discovery works for groups; nothing else here forwards them. */
    @Test
    void wouldTellOfAGroupsPacketTooBig() {
        Packet packet = t.copy(Build.test(FAR, "ff0e::1"));
        t.ip.errors().send(packet, t.eth0, true, Icmpv6Message.PACKET_TOO_BIG, 0, 1400);
        packet.release();
        assertEquals(1, t.count("icmp6.outPktTooBigs"));
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " too big 0 mtu 1400 about " + FAR
                + " > ff0e::1"), t.out());
    }

    /** RFC 4443 §2.2 a: from the address that the packet was for. */
    @Test
    void answersFromTheAddressThatWasSpokenTo() {
        t.in(t.eth0, Build.packet(FAR, "2001:db8:2::fe").data(200, 8).bytes());
        assertEquals(List.of("eth0 " + FAR + ": 2001:db8:2::fe > " + FAR + " parameter problem 1 at 6 about " + FAR
                + " > 2001:db8:2::fe"), t.out());
    }

    /** RFC 4443 §3.1 code 4, about the whole packet, headers and all. */
    @Test
    void refusesAPort() {
        t.protocols.handler(17, new ProtocolHandler() {
            @Override
            public void received(Packet packet, Arrival arrival) {
                t.ip.refusePort(packet, arrival);
                packet.release();
            }

            @Override
            public void failed(NetworkError error) {
                t.up.add(error.toString());
            }
        });
        byte[] packet = Build.packet(FAR, ME).extension(60, 1, 4, 0, 0, 0, 0).data(17, 12).bytes();
        t.in(t.eth0, packet);
        byte[] error = t.links.sent.getFirst().packet();
        assertArrayEquals(packet, Arrays.copyOfRange(error, 48, error.length));
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " unreachable 4 about " + FAR + " > " + ME),
                t.out());
    }

    private static byte[] dyingFrom(int host) {
        return dying(Build.test("2001:db8:1:0:1::" + Integer.toHexString(host), THERE));
    }

    /** RFC 4443 §2.4 f; row 24: to one host six at once and one a second, as Linux. */
    @Test
    void limitsErrorsToAHost() {
        byte[] packet = dying(Build.test(FAR, THERE));
        for (int i = 0; i < 10_000; i++) {
            t.in(t.eth0, packet);
        }
        assertEquals(6, t.out().size());
        assertEquals(9_994, t.count("icmp6.outRateLimitHost"));
        for (int ms = 1; ms <= 10_000; ms++) {
            t.time.runUntil(ms * 1_000_000L);
            t.in(t.eth0, packet);
        }
        assertEquals(10, t.out().size());
        t.in(t.eth0, dyingFrom(1));
        assertEquals(1, t.out().size());
    }

    /** With 1000 a second and 50 at once, by chance a little more or less; whomever they are for. */
    @Test
    void limitsErrorsOfTheNode() {
        for (int i = 0; i < 10_000; i++) {
            t.in(t.eth0, dyingFrom(i));
        }
        long burst = t.count("icmp6.outTimeExcds");
        assertTrue(burst >= 25 && burst <= 100, "burst of " + burst);
        assertEquals(10_000, burst + t.count("icmp6.outRateLimitHost"));
        for (int ms = 1; ms <= 10_000; ms++) {
            t.time.runUntil(ms * 1_000_000L);
            t.in(t.eth0, dyingFrom(2 * ms));
            t.in(t.eth0, dyingFrom(2 * ms + 1));
        }
        long rate = t.count("icmp6.outTimeExcds") - burst;
        assertTrue(rate > 9_000 && rate < 11_000, "in ten seconds " + rate);
    }

    /** CVE-2020-25705: whoever counts errors learns nothing of others'. */
    @Test
    void limitsErrorsByChance() {
        boolean differ = false;
        long first = -1;
        for (int second = 1; second <= 20; second++) {
            t.time.runUntil(second * 1_000_000_000L);
            long before = t.count("icmp6.outTimeExcds");
            for (int i = 0; i < 200; i++) {
                t.in(t.eth0, dyingFrom(i));
            }
            long burst = t.count("icmp6.outTimeExcds") - before;
            differ |= first >= 0 && burst != first;
            first = burst;
        }
        assertTrue(differ, "each burst was " + first);
    }

    /** What path MTU discovery lives on is never held back. */
    @Test
    void limitsNoPacketTooBig() {
        for (int i = 0; i < 1000; i++) {
            t.in(t.eth0, Build.test(FAR, THERE, 1400));
        }
        assertEquals(1000, t.count("icmp6.outPktTooBigs"));
    }

    /** RFC 8200 §4.5: sixty seconds, and only when the first fragment is there. */
    @Test
    void tellsWhenReassemblyTookTooLong() {
        byte[] first = Build.packet(FAR, ME).fragment(0, true, 7).data(TestNode.TEST, 16).bytes();
        t.in(t.eth0, first);
        t.in(t.eth0, Build.packet(FAR, ME).fragment(16, true, 8).data(TestNode.TEST, 16).bytes());
        t.time.runUntil(59_999_999_999L);
        assertEquals(List.of(), t.out());
        t.time.runUntil(60_000_000_000L);
        assertEquals(List.of("eth0 " + FAR + ": " + ME + " > " + FAR + " time exceeded 1 about " + FAR + " > " + ME),
                t.out());
    }
}
