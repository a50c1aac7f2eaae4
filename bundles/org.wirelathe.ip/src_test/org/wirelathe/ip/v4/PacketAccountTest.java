package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.a;
import static org.wirelathe.ip.v4.TestNode.icmp;
import static org.wirelathe.ip.v4.TestNode.packet;
import static org.wirelathe.ip.v4.TestNode.sealed;
import static org.wirelathe.ip.v4.TestNode.with;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Protocol;

/** Each packet moves one counter of a layer: where it went, or why it was dropped (docs/counters.md). */
class PacketAccountTest {
    private static final String BOB = "10.0.1.1";
    private static final String ME = "10.0.1.254";
    private static final String AWAY = "10.0.2.1";
    private static final String[] USED = {"ip.inDelivers", "ip.inForwDatagrams", "icmp.inEchos", "icmp.inEchoReps",
        "icmp.inReported"};

    private TestNode node = TestNode.router();

    @AfterEach
    void close() {
        assertEquals(node.eth0.given + node.eth1.given, node.count("ip.outTransmits"));
        node.close();
    }

    /** Where packets end at that place; {@code ip.in}, for example. */
    private Map<String, Long> ends(String prefix) {
        Map<String, Long> ends = new TreeMap<>(node.counters.counted(prefix));
        for (String used : USED) {
            if (used.startsWith(prefix) && node.count(used) != 0) {
                ends.put(used, node.count(used));
            }
        }
        return ends;
    }

    /** Of the counters with that prefix only {@code counter} moves, by one. */
    private void one(String prefix, String counter, Runnable packet) {
        Map<String, Long> expected = ends(prefix);
        expected.merge(prefix + counter, 1L, Long::sum);
        packet.run();
        assertEquals(expected, ends(prefix));
    }

    private void in(String counter, byte[] packet) {
        one("ip.in", counter, () -> node.in(node.eth0, packet));
    }

    private void icmpIn(String counter, byte[] packet) {
        one("ip.in", "Delivers", () -> one("icmp.in", counter, () -> node.in(node.eth0, packet)));
    }

    @Test
    void input() {
        byte[] good = packet(BOB, ME);
        in("Delivers", good);
        in("Truncated", Arrays.copyOf(good, 19));
        in("TotalLength", Arrays.copyOf(good, 59));
        in("Version", with(packet(BOB, ME), 0, 0x65));
        in("HeaderLength", with(packet(BOB, ME), 0, 0x44));
        byte[] changed = packet(BOB, ME);
        changed[8]++;
        in("Checksum", changed);
        in("MartianSource", packet("127.0.0.1", ME));
        in("MartianSource", packet(ME, ME));                            // LAND
        in("MartianDestination", packet(BOB, "127.0.0.1"));
        in("UnknownProtos", packet(BOB, ME, 200, 64, 8));
        node.ip.handler(Protocol.TCP, new Connections());
        in("Broadcast", packet(BOB, "10.0.1.255", Protocol.TCP, 64, 20));
        one("ip.in", "MartianDestination", () -> node.in(node.eth0, packet(BOB, ME), true));
    }

    @Test
    void forwarding() {
        in("ForwDatagrams", packet(BOB, AWAY));
        in("TimeExceeded", packet(BOB, AWAY, TestNode.TEST, 1, 40));
        in("TooBig", with(packet(BOB, AWAY, TestNode.TEST, 64, 981), 6, 0x40)); // eth1 takes 1000 bytes
        in("ForwDatagrams", packet(BOB, AWAY, TestNode.TEST, 64, 981));
        in("NotJoined", packet(BOB, "224.0.0.9"));
        assertEquals(2, node.count("icmp.outErrors"));
        node.ip.forwarding(false);
        in("NotForMe", packet(BOB, AWAY));
    }

    @Test
    void forwardingWithoutARoute() {
        node = new TestNode(false);
        node.ip.forwarding(true);
        in("NoRoutes", packet(BOB, "203.0.113.1"));
    }

    @Test
    void messages() {
        byte[] data = {0, 1, 2};
        icmpIn("Echos", icmp(BOB, ME, IcmpMessage.ECHO, 0, 7, 1, data));
        one("icmp.in", "EchoBroadcast", () -> node.in(node.eth0,
                icmp(BOB, "10.0.1.255", IcmpMessage.ECHO, 0, 7, 1, data), true));
        icmpIn("EchoStray", icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 1, data));
        node.ip.echoListener(7, node);
        icmpIn("EchoReps", icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 1, data));
        icmpIn("EchoStray", icmp(BOB, ME, IcmpMessage.ECHO_REPLY, 0, 7, 1, new byte[] {9}));
        icmpIn("Reported", icmp(BOB, ME, IcmpMessage.UNREACHABLE, 1, 0, 0, packet(ME, AWAY)));
        icmpIn("Quote", icmp(BOB, ME, IcmpMessage.UNREACHABLE, 1, 0, 0, packet(BOB, AWAY)));
        icmpIn("UnknownType", icmp(BOB, ME, IcmpMessage.UNREACHABLE, 99, 0, 0, packet(ME, AWAY)));
        icmpIn("UnknownType", icmp(BOB, ME, 17, 0, 0, 0, data));
        icmpIn("Truncated", packet(BOB, ME, Protocol.ICMP, 64, 7));
        byte[] changed = icmp(BOB, ME, IcmpMessage.ECHO, 0, 7, 1, data);
        changed[changed.length - 1]++;
        icmpIn("Checksum", changed);
    }

    @Test
    void output() {
        long transmitted = node.count("ip.outTransmits");
        node.send(ME, AWAY, 100);
        node.send(ME, "10.0.1.255", 100);
        assertEquals(transmitted + 2, node.count("ip.outTransmits"));
        assertEquals(Map.of(), ends("ip.out"));
        one("ip.out", "TooBig", () -> node.send(ME, AWAY, 981));
        node.send(ME, ME, 100);
        assertEquals(2, node.count("lo.txPackets"), "of what went to all stations a copy, too");
        assertEquals(0, node.count("lo.rxPackets"), "as an event of its own");
        node.time.runUntil(1);
        assertEquals(Map.of("ip.inDelivers", 2L), ends("ip.in"));
        assertEquals(2, node.count("lo.rxPackets"));
        one("ip.unresolved", "", () -> node.eth1.client.unresolved(node.copy(sealed(packet(ME, AWAY))), a(AWAY)));
    }

    @Test
    void outputWithoutARoute() {
        node = new TestNode(false);
        one("ip.out", "NoRoutes", () -> node.ip.echo(TestNode.a("203.0.113.1"), 1, 1, 100));
    }

    @Test // RFC 1812 §4.3.2.8; each refused packet is counted all the same
    void errorsThatAreHeldBack() {
        for (int i = 0; i < 6; i++) {
            in("UnknownProtos", packet(BOB, ME, 200, 64, 8));
        }
        one("icmp.out", "RateLimit", () -> in("UnknownProtos", packet(BOB, ME, 200, 64, 8)));
        assertEquals(6, node.count("icmp.outErrors"));
    }

    /** A protocol that knows no broadcasts. */
    private static final class Connections implements ProtocolHandler {
        @Override
        public void received(Packet packet, Arrival arrival) {
            packet.release();
        }

        @Override
        public void failed(NetworkError error) {
            throw new AssertionError("nothing failed");
        }
    }
}
