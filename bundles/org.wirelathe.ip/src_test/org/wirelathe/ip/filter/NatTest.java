package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.ip.filter.NatRig.SECOND;
import static org.wirelathe.ip.filter.NatRig.filtering;
import static org.wirelathe.ip.filter.NatRig.forward;
import static org.wirelathe.ip.filter.NatRig.packet;
import static org.wirelathe.ip.filter.NatRig.settings;

import java.util.Arrays;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.UdpHeader;

/** UDP and what is common to all: RFC 4787. */
class NatTest {
    private static final String A = "192.168.1.2";
    private static final String B = "192.168.1.3";
    private static final String X = "198.51.100.9";
    private static final String Y = "198.51.100.10";
    private static final String NAT = NatRig.NAT;

    private NatRig rig = new NatRig();

    private int port(String told) {
        return Integer.parseInt(told.replaceAll(".* \\S+:(\\d+) > .*", "$1"));
    }

    @Test // RFC 3022 §2.2
    void thereAndBack() {
        assertEquals("eth1 udp 203.0.113.1:11000 > 198.51.100.9:53", rig.out("udp " + A + ":11000 > " + X + ":53"));
        assertEquals("eth0 udp 198.51.100.9:53 > 192.168.1.2:11000", rig.in("udp " + X + ":53 > " + NAT + ":11000"));
        int other = port(rig.out("udp " + B + ":11000 > " + X + ":53"));
        assertNotEquals(11000, other, "REQ-3: a port is one host's");
        assertTrue(other >= 1024);
        assertEquals("eth0 udp 198.51.100.9:53 > 192.168.1.3:11000",
                rig.in("udp " + X + ":53 > " + NAT + ":" + other));
    }

    @Test // RFC 4787 REQ-1: endpoint-independent mapping
    void req1OneMappingForAllDestinations() {
        int first = port(rig.out("udp " + A + ":11000 > " + X + ":53"));
        assertEquals(first, port(rig.out("udp " + A + ":11000 > " + Y + ":53")));
        assertEquals(first, port(rig.out("udp " + A + ":11000 > " + X + ":54")));
        assertEquals(1, rig.nat.mappings());
    }

    @Test // RFC 4787 §4.1
    void mappingsByAddressAndByPort() {
        rig = new NatRig(settings(Behaviour.ADDRESS_DEPENDENT, Behaviour.ADDRESS_DEPENDENT, 1024, 65_535, 100));
        int first = port(rig.out("udp " + A + ":11000 > " + X + ":53"));
        assertEquals(first, port(rig.out("udp " + A + ":11000 > " + X + ":54")));
        assertNotEquals(first, port(rig.out("udp " + A + ":11000 > " + Y + ":53")));
        rig = new NatRig(settings(Behaviour.ADDRESS_AND_PORT_DEPENDENT, Behaviour.ADDRESS_DEPENDENT, 1024, 65_535, 9));
        first = port(rig.out("udp " + A + ":11000 > " + X + ":53"));
        assertEquals(first, port(rig.out("udp " + A + ":11000 > " + X + ":53")));
        assertNotEquals(first, port(rig.out("udp " + A + ":11000 > " + X + ":54")));
    }

    @Test // RFC 4787 REQ-3: no overloading; when all are taken the packet is refused (RFC 5508 REQ-8), and counted
    void req3PortsRunOut() {
        rig = new NatRig(settings(Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ADDRESS_DEPENDENT, 5000, 5003, 100));
        var ports = new TreeSet<Integer>();
        for (int i = 0; i < 4; i++) {
            ports.add(port(rig.out("udp 192.168.1." + (10 + i) + ":11000 > " + X + ":53")));
        }
        assertEquals("[5000, 5001, 5002, 5003]", ports.toString());
        assertEquals("REJECT", rig.out("udp 192.168.1.20:11000 > " + X + ":53"));
        assertEquals(1, rig.count("refusedNoPort"));
        rig.out("syn 192.168.1.20:11000 > " + X + ":53");
        assertEquals(1, rig.count("refusedNoPort"), "TCP has ports of its own");
        rig.now += 300 * SECOND;
        assertTrue(rig.out("udp 192.168.1.20:11000 > " + X + ":53").startsWith("eth1"));
    }

    @Test // RFC 4787 REQ-11: whose port was taken is treated as everybody else
    void req11DeterministicBehaviour() {
        rig.out("udp " + A + ":11000 > " + X + ":53");
        int port = port(rig.out("udp " + B + ":11000 > " + X + ":53"));
        assertEquals(port, port(rig.out("udp " + B + ":11000 > " + Y + ":53")));
        assertEquals("eth0 udp 198.51.100.10:99 > 192.168.1.3:11000", rig.in("udp " + Y + ":99 > " + NAT + ":" + port));
        assertEquals("DROP", rig.in("udp 198.51.100.11:53 > " + NAT + ":" + port));
    }

    @Test // RFC 4787 REQ-5: two minutes at least, here five; REQ-6: outbound packets keep it, inbound ones do not
    void req5AndReq6Timeout() {
        rig.out("udp " + A + ":11000 > " + X + ":53");
        rig.now = 299 * SECOND;
        assertTrue(rig.in("udp " + X + ":53 > " + NAT + ":11000").startsWith("eth0"));
        rig.out("udp " + A + ":11000 > " + X + ":53");
        rig.now = 598 * SECOND;
        assertTrue(rig.in("udp " + X + ":53 > " + NAT + ":11000").startsWith("eth0"));
        rig.now = 599 * SECOND;
        assertTrue(rig.in("udp " + X + ":53 > " + NAT + ":11000").startsWith("self"));
        assertEquals(0, rig.nat.mappings());
        assertEquals(1, rig.count("sessionsExpired"));
    }

    @Test // RFC 4787 REQ-8: address-dependent filtering, and the two others
    void req8Filtering() {
        String[][] expected = {{"eth0", "eth0", "eth0"}, {"eth0", "eth0", "DROP"}, {"eth0", "DROP", "DROP"}};
        for (Behaviour behaviour : Behaviour.values()) {
            rig = new NatRig(filtering(behaviour));
            rig.out("udp " + A + ":11000 > " + X + ":53");
            String[] sent = {X + ":53", X + ":54", Y + ":53"};
            for (int i = 0; i < 3; i++) {
                assertEquals(expected[behaviour.ordinal()][i],
                        rig.in("udp " + sent[i] + " > " + NAT + ":11000").split(" ")[0], behaviour + " " + sent[i]);
            }
        }
    }

    @Test // a packet that no mapping is for is this node's own
    void packetsForTheRouter() {
        assertEquals("self udp 198.51.100.9:53 > 203.0.113.1:11000", rig.in("udp " + X + ":53 > " + NAT + ":11000"));
        assertEquals("eth1 udp 203.0.113.1:11000 > 198.51.100.9:53", rig.own("udp " + NAT + ":11000 > " + X + ":53"));
        assertEquals("self udp 198.51.100.10:53 > 203.0.113.1:11000", rig.in("udp " + Y + ":53 > " + NAT + ":11000"));
        assertNotEquals(11000, port(rig.out("udp " + A + ":11000 > " + X + ":53")), "that is the router's");
    }

    @Test // RFC 4787 REQ-9: by the outside endpoints of both
    void req9Hairpinning() {
        rig = new NatRig(filtering(Behaviour.ENDPOINT_INDEPENDENT));
        rig.out("udp " + A + ":11000 > " + X + ":53");
        assertEquals("eth0 udp 203.0.113.1:2000 > 192.168.1.2:11000",
                rig.out("udp " + B + ":2000 > " + NAT + ":11000"));
        assertEquals("eth0 udp 203.0.113.1:11000 > 192.168.1.3:2000",
                rig.out("udp " + A + ":11000 > " + NAT + ":2000"));
        assertEquals("self udp 192.168.1.3:2000 > 203.0.113.1:7", rig.out("udp " + B + ":2000 > " + NAT + ":7"));
    }

    @Test
    void hairpinningIsFilteredToo() {
        rig.out("udp " + A + ":11000 > " + X + ":53");
        assertEquals("DROP", rig.out("udp " + B + ":2000 > " + NAT + ":11000"));
        assertEquals("eth0 udp 203.0.113.1:11000 > 192.168.1.3:2000",
                rig.out("udp " + A + ":11000 > " + NAT + ":2000"));
        assertEquals("eth0 udp 203.0.113.1:2000 > 192.168.1.2:11000",
                rig.out("udp " + B + ":2000 > " + NAT + ":11000"));
    }

    @Test
    void noHairpinningWhenItIsNotWanted() {
        NatSettings base = filtering(Behaviour.ENDPOINT_INDEPENDENT);
        rig = new NatRig(new NatSettings(base.outside(), base.mapping(), base.filtering(), false, 1024, 65_535,
                base.udpTimeout(), base.tcpTimeout(), base.tcpTransitoryTimeout(), 100, base.forwards()));
        rig.out("udp " + A + ":11000 > " + X + ":53");
        assertEquals("DROP", rig.out("udp " + B + ":2000 > " + NAT + ":11000"));
        assertEquals(1, rig.count("refusedHairpin"));
    }

    @Test // RFC 768: no checksum stays none; B13: one that is begun stays begun
    void checksums() {
        byte[] none = packet("udp " + A + ":11000 > " + X + ":53");
        Bytes.u16(none, 26, 0);
        rig.through(none, NatRig.IN);
        assertEquals(0, Bytes.u16(rig.last, 26));
        byte[] begun = packet("udp " + A + ":11000 > " + X + ":53");
        new UdpHeader(begun, 20).sealPartially(Ipv4.parse(A), Ipv4.parse(X));
        Packet packet = rig.pool.take();
        System.arraycopy(begun, 0, packet.bytes, packet.put(begun.length), begun.length);
        packet.checksum = Packet.CHECKSUM_PARTIAL;
        assertEquals("eth1 udp 203.0.113.1:11000 > 198.51.100.9:53", rig.through(packet, NatRig.IN));
        packet.release();
    }

    @Test // RFC 768: a sum that comes out as 0 is sent as ffff; here the text is made such that it does
    void checksumThatBecomesZero() {
        byte[] bytes = packet("udp " + A + ":11000 > " + X + ":53");
        byte[] translated = bytes.clone();
        Bytes.i32(translated, 12, Ipv4.parse(NAT));
        new UdpHeader(translated, 20).write(11000, 53, 13);
        new UdpHeader(translated, 20).seal(Ipv4.parse(NAT), Ipv4.parse(X));
        int sum = Bytes.u16(translated, 26);
        Bytes.u16(bytes, 28, Bytes.u16(bytes, 28) + sum + (Bytes.u16(bytes, 28) + sum >>> 16)); // now it sums up to 0
        new UdpHeader(bytes, 20).write(11000, 53, 13);
        new UdpHeader(bytes, 20).seal(Ipv4.parse(A), Ipv4.parse(X));
        rig.through(bytes, NatRig.IN);
        assertEquals(0xFFFF, Bytes.u16(rig.last, 26));
    }

    @Test
    void forwards() {
        rig = new NatRig(filtering(Behaviour.ADDRESS_AND_PORT_DEPENDENT, forward(Protocol.TCP, 80, A, 8080),
                forward(Protocol.UDP, 53, B, 53)));
        assertEquals("eth0 tcp 198.51.100.9:4000 > 192.168.1.2:8080", rig.in("syn " + X + ":4000 > " + NAT + ":80"));
        assertEquals("eth1 tcp 203.0.113.1:80 > 198.51.100.9:4000",
                rig.out("synack " + A + ":8080 > " + X + ":4000"));
        assertEquals("eth0 udp 198.51.100.9:1 > 192.168.1.3:53", rig.in("udp " + X + ":1 > " + NAT + ":53"));
        assertEquals("eth1 udp 203.0.113.1:53 > 198.51.100.9:1", rig.out("udp " + B + ":53 > " + X + ":1"));
        assertEquals("self tcp 198.51.100.9:4000 > 203.0.113.1:81", rig.in("syn " + X + ":4000 > " + NAT + ":81"));
        assertEquals("eth0 tcp 203.0.113.1:2000 > 192.168.1.2:8080", rig.out("syn " + B + ":2000 > " + NAT + ":80"));
        rig.now += 100_000 * SECOND;
        rig.in("udp " + X + ":1 > " + NAT + ":53");
        assertEquals(2, rig.nat.mappings(), "they stay");
    }

    @Test // the idlest goes; an established connection last
    void roomIsMade() {
        rig = new NatRig(settings(Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ADDRESS_DEPENDENT, 1024, 65_535, 3));
        rig.out("syn " + A + ":11000 > " + X + ":80");
        rig.in("synack " + X + ":80 > " + NAT + ":11000");
        for (int i = 1; i <= 5; i++) {
            rig.now += SECOND;
            rig.out("udp " + A + ":" + (2000 + i) + " > " + X + ":53");
        }
        assertEquals(3, rig.nat.sessions());
        assertEquals(3, rig.count("sessionsEvicted"));
        assertTrue(rig.in("tcp " + X + ":80 > " + NAT + ":11000").startsWith("eth0"));
        assertTrue(rig.in("udp " + X + ":53 > " + NAT + ":2003").startsWith("self"));
        assertTrue(rig.in("udp " + X + ":53 > " + NAT + ":2004").startsWith("eth0"));
    }

    @Test // a flood from outside makes no sessions: it can push nobody out
    void floodFromOutsideTakesNoRoom() {
        rig = new NatRig(filtering(Behaviour.ENDPOINT_INDEPENDENT));
        rig.out("udp " + A + ":11000 > " + X + ":53");
        for (int i = 0; i < 1000; i++) {
            rig.in("udp 198.51.100." + i % 250 + ":" + (1 + i) + " > " + NAT + ":11000");
        }
        assertEquals(1, rig.nat.sessions());
    }

    private static byte[] later(byte[] bytes) {
        byte[] later = bytes.clone();
        new Ipv4Header(later, 0).rewrite(20, later.length, 4);
        return later;
    }

    @Test // RFC 4787 REQ-14 a, in order: later fragments go where the first went
    void req14Fragments() {
        byte[] first = packet("udp " + A + ":11000 > " + X + ":53");
        new Ipv4Header(first, 0).rewrite(20, first.length, Ipv4Header.MORE_FRAGMENTS);
        assertEquals("DROP", rig.through(later(first), NatRig.IN));
        assertEquals(1, rig.count("refusedFragment"));
        assertEquals("eth1 udp 203.0.113.1:11000 > 198.51.100.9:53", rig.through(first, NatRig.IN));
        assertEquals("eth1 later 203.0.113.1 > 198.51.100.9", rig.through(later(first), NatRig.IN));
        byte[] back = packet("udp " + X + ":53 > " + NAT + ":11000");
        new Ipv4Header(back, 0).rewrite(20, back.length, Ipv4Header.MORE_FRAGMENTS);
        assertEquals("eth0 udp 198.51.100.9:53 > 192.168.1.2:11000", rig.through(back, NatRig.OUT));
        assertEquals("eth0 later 198.51.100.9 > 192.168.1.2", rig.through(later(back), NatRig.OUT));
        rig.now += 30 * SECOND;
        assertEquals("self later 198.51.100.9 > 203.0.113.1", rig.through(later(back), NatRig.OUT));
    }

    @Test
    void otherProtocolsDoNotPass() {
        byte[] bytes = packet("udp " + A + ":11000 > " + X + ":53");
        bytes[9] = 47;
        new Ipv4Header(bytes, 0).rewrite(20, bytes.length, 0);
        assertEquals("DROP", rig.through(bytes, NatRig.IN));
        assertEquals(1, rig.count("refusedProtocol"));
    }

    @Test // not for, from or by the outside interface: no affair of translation
    void restIsLeftAlone() {
        assertEquals("eth0 udp 192.168.1.2:1 > 192.168.1.3:2", rig.out("udp " + A + ":1 > " + B + ":2"));
        assertEquals("eth1 udp 203.0.113.1:1 > 224.0.0.5:2", rig.own("udp " + NAT + ":1 > 224.0.0.5:2"));
        assertEquals(0, rig.count("seen"));
    }

    @Test // a packet that nobody took comes back as its sender knows it, so that this can be told
    void undone() {
        assertEquals("udp 192.168.1.2:11000 > 198.51.100.9:53", undone("udp " + A + ":11000 > " + X + ":53"));
        assertEquals("tcp 192.168.1.3:11000 > 198.51.100.9:53", undone("syn " + B + ":11000 > " + X + ":53"));
        assertEquals("echo 192.168.1.3 > 198.51.100.9 #5", undone("echo " + B + " > " + X + " #5"));
        rig.own("udp " + NAT + ":7 > " + X + ":53");
        assertEquals("udp 203.0.113.1:7 > 198.51.100.9:53", undone("udp " + NAT + ":7 > " + X + ":53"));
    }

    private String undone(String words) {
        rig.out(words);
        Packet packet = rig.pool.take();
        System.arraycopy(rig.last, 0, packet.bytes, packet.put(rig.last.length), rig.last.length);
        rig.filters.undo(packet);
        String told = NatRig.words(Arrays.copyOfRange(packet.bytes, packet.head, packet.tail), 0);
        packet.release();
        return told;
    }

    @Test // the same seed draws the same ports
    void portsAreDrawnFromTheSeed() {
        NatRig other = new NatRig();
        for (int i = 0; i < 50; i++) {
            String words = "udp 192.168.1." + (2 + i) + ":11000 > " + X + ":53";
            assertEquals(rig.out(words), other.out(words));
        }
    }

    @Test
    void settingsThatContradictThemselves() {
        refused("the outside port 80 leads to two endpoints; write one forward for each port",
                filtering(Behaviour.ADDRESS_DEPENDENT, forward(6, 80, A, 1), forward(6, 80, B, 1)));
        refused("the ports 9 to 8 are none to give away; write two from 1 to 65535, the lower one first",
                settings(Behaviour.ADDRESS_DEPENDENT, Behaviour.ADDRESS_DEPENDENT, 9, 8, 1));
        refused("protocol 1 has no ports to forward; write tcp or udp",
                filtering(Behaviour.ADDRESS_DEPENDENT, forward(1, 80, A, 1)));
    }

    private static void refused(String sentence, NatSettings settings) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> new NatRig(settings)).getMessage());
    }
}
