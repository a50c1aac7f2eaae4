package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.v4.TestNode.a;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.SendOptions.Discovery;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.packet.Packet;

/**
 * Path MTUs (B21; RFC 1191, RFC 4821) and what is done with packets that are larger; the first hop takes 1000 bytes.
 */
class Ipv4PathTest {
    private static final String FAR = "192.0.2.1";
    private static final long AGE = 600_000_000_000L;

    private final TestNode node = new TestNode();
    private final Path path = node.ip.path(0, a(FAR));

    @AfterEach
    void close() {
        node.close();
    }

    private static SendOptions options(Discovery discovery) {
        return SendOptions.DEFAULT.discovery(discovery);
    }

    @Test // RFC 1191 §3, §6.3: lowered by a router's word, and forgotten after ten minutes
    void b21MtuIsLoweredAndForgotten() {
        assertEquals(1000, path.mtu());
        path.tooBig(900);
        assertEquals(900, path.mtu());
        assertEquals(1000, path.linkMtu());
        assertEquals(900, node.ip.mtuTo(a(FAR)), "for whoever sends there");
        assertEquals(1000, node.ip.mtuTo(a("192.0.2.2")), "and for nobody else");
        node.time.runUntil(AGE - 1);
        assertEquals(900, path.mtu());
        node.time.runUntil(AGE);
        assertEquals(1000, path.mtu());
        path.tooBig(800);
        assertEquals(800, path.mtu(), "and learned anew");
    }

    @Test // row 22: MTU 0, 1, 67, 68, 551, 65535; RFC 1191 §3: never below 68; Linux: min_pmtu
    void forgedMtusAreIgnoredOrFloored() {
        for (int mtu : new int[] {1, 67, 1000, 1001, 65_535, -1}) {
            path.tooBig(mtu);
            assertEquals(1000, path.mtu(), "" + mtu);
        }
        path.tooBig(68);
        assertEquals(552, path.mtu());
        path.tooBig(551);
        assertEquals(552, path.mtu());
        path.tooBig(700);
        assertEquals(552, path.mtu(), "never raised by a message (RFC 1191 §3)");
    }

    @Test // RFC 1191 §5, §7.1: the next plateau for a router that does not say
    void routersThatDoNotKnowTheField() {
        Path other = node.ip.path(0, a("10.0.1.9"));
        int[] plateaus = {1492, 1006, 552, 552};
        for (int plateau : plateaus) {
            other.tooBig(0);
            assertEquals(plateau, other.mtu());
        }
    }

    @Test // RFC 4821 §7.7; Linux: tcp_base_mss
    void blackHoleLowersItStepByStep() {
        Path other = node.ip.path(0, a("10.0.1.9"));
        int[] steps = {1024, 512, 256, 128, 68, 68};
        for (int step : steps) {
            other.blackHole(other.mtu());
            assertEquals(step, other.mtu());
        }
        path.blackHole(1001);
        assertEquals(1000, path.mtu(), "larger packets than may be sent say nothing");
        node.time.runUntil(AGE);
        assertEquals(1500, other.mtu());
    }

    @Test // RFC 1191 §6.1
    void pathFollowsItsRoute() {
        node.ip.addRoute(a("192.0.2.0"), 24, a("10.0.1.7"));
        assertEquals(1500, path.mtu());
        assertEquals(1500, path.linkMtu());
        node.ip.network.send(data(10), path, TestNode.TEST, SendOptions.DEFAULT);
        assertEquals("10.0.1.7", node.out().getFirst().split("[ :]")[1]);
    }

    private Packet data(int size) {
        Packet packet = node.pool.takeFor(size);
        packet.put(size);
        return packet;
    }

    @Test // what fits the link and the path goes whole; DF as asked for
    void whatFits() {
        for (Discovery discovery : Discovery.values()) {
            assertEquals(Sent.YES, node.send(FAR, 980, options(discovery)));
        }
        assertEquals(List.of("1000", "1000 DF", "1000 DF", "1000 DF"), node.pieces());
    }

    @Test // RFC 791 §3.2, RFC 1122 §3.3.5: cut at the source, in units of eight bytes
    void whatIsLargerThanTheLink() {
        assertEquals(Sent.TOO_BIG, node.send(FAR, 981, options(Discovery.DO)));
        assertEquals(Sent.TOO_BIG, node.send(FAR, 981, options(Discovery.PROBE)));
        assertEquals(2, node.count("ip.outTooBig"));
        assertEquals(Sent.YES, node.send(FAR, 2000, options(Discovery.WANT)));
        assertEquals(List.of("996 MF", "996 MF at 122", "68 at 244"), node.pieces());
        assertEquals(Sent.YES, node.send(FAR, 981, options(Discovery.DONT)));
        assertEquals(List.of("996 MF", "25 at 122"), node.pieces());
    }

    @Test
    void whatIsLargerThanThePath() {
        path.tooBig(600);
        assertEquals(Sent.TOO_BIG, node.send(FAR, 800, options(Discovery.DO)));
        assertEquals(Sent.YES, node.send(FAR, 800, options(Discovery.WANT)));
        assertEquals(List.of("596 MF", "244 at 72"), node.pieces());
        assertEquals(Sent.YES, node.send(FAR, 800, options(Discovery.DONT)), "routers will cut it");
        assertEquals(Sent.YES, node.send(FAR, 800, options(Discovery.PROBE)), "what is known is ignored");
        assertEquals(List.of("820", "820 DF"), node.pieces());
    }

    @Test // Linux: a locked MTU. The path takes less than is believed: routers may fragment
    void noDontFragmentBelowWhatIsBelieved() {
        path.tooBig(300);
        assertEquals(Sent.YES, node.send(FAR, 500, options(Discovery.WANT)));
        assertEquals(Sent.YES, node.send(FAR, 500, options(Discovery.DO)));
        assertEquals(List.of("520", "520 DF"), node.pieces());
    }

    @Test // RFC 791 §3.1: the largest packet, and one byte more
    void largestPacket() {
        assertEquals(Sent.YES, node.send(FAR, 65_515, SendOptions.DATAGRAM));
        assertEquals(68, node.pieces().size());
        assertEquals(Sent.TOO_BIG, node.send(FAR, 65_516, SendOptions.DATAGRAM));
    }

    @Test // a packet to ourselves is cut, too, and comes back whole
    void largePacketToOurselves() {
        assertEquals(Sent.YES, node.send("10.0.2.254", 9000, SendOptions.DATAGRAM));
        node.time.runUntil(0);
        assertEquals(List.of("10.0.2.254 > 10.0.2.254: 9000 bytes"), node.up);
    }

    @Test // a ping with "don't fragment" learns the path's MTU, as there is no protocol above to do so
    void echoLearnsThePathMtu() {
        node.ip.echoListener(7, node);
        byte[] ping = TestNode.icmp("10.0.2.254", FAR, 8, 0, 7, 1, new byte[900]);
        node.in(node.eth1, TestNode.icmp("10.0.2.9", "10.0.2.254", 3, 4, 0, 700, ping));
        assertEquals(700, path.mtu());
        node.in(node.eth1, TestNode.icmp("10.0.2.9", "10.0.2.254", 3, 4, 0, 600,
                TestNode.icmp("10.0.2.254", FAR, 8, 0, 8, 1, new byte[900])));
        assertEquals(700, path.mtu(), "nobody pings with that identifier");
    }

    @Test // RFC 5927 §4: IP itself believes nothing about a protocol's packets
    void messageAloneChangesNothing() {
        node.in(node.eth1, TestNode.icmp("10.0.2.9", "10.0.2.254", 3, 4, 0, 700,
                TestNode.packet("10.0.2.254", FAR)));
        assertEquals(1, node.up.size());
        assertEquals(1000, path.mtu());
    }

    @Test // row 22: a table that an attacker cannot make grow
    void memoryOfPathsIsBounded() {
        for (int i = 0; i < 10_000; i++) {
            node.ip.path(0, a("198.51.100.0") + i).tooBig(800);
        }
        int known = 0;
        for (int i = 0; i < 10_000; i++) {
            known += node.ip.mtuTo(a("198.51.100.0") + i) == 800 ? 1 : 0;
        }
        assertEquals(4096, known);
        assertTrue(node.ip.mtuTo(a("198.51.100.0") + 9999) == 800, "the latest are known");
    }
}
