package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv4Header;

/** Random flows through a translator and back, and bytes that nobody means well. */
class NatFlowsTest {
    private static final int FLOWS = 3000;

    private final RandomStream random = new RandomStream(5, "flows");

    /** Every packet that a host sends gets out; what comes back on the port it had outside comes back to that host. */
    @ParameterizedTest
    @EnumSource(Behaviour.class)
    void everyAnswerFindsItsWay(Behaviour behaviour) {
        NatRig rig = new NatRig(NatRig.settings(behaviour, behaviour, 1024, 65_535, 65_536));
        Map<String, String> ways = new HashMap<>();
        Set<String> endpoints = new HashSet<>();
        for (int i = 0; i < FLOWS; i++) {
            String what = new String[] {"udp", "tcp", "syn", "echo"}[(int) random.below(4)];
            String host = "192.168.1." + (2 + random.below(20));
            String peer = "198.51.100." + (1 + random.below(20));
            boolean echo = what.equals("echo");
            String port = echo ? "" : ":" + (2000 + random.below(30));
            String to = echo ? " #" + (2000 + random.below(30)) : ":" + (1 + random.below(3));
            String told = rig.out(what + " " + host + port + " > " + peer + to);
            assertTrue(told.startsWith("eth1 " + (what.equals("syn") ? "tcp" : what) + " " + NatRig.NAT), told);
            String back = backward(told.substring(5));
            String came = backward((echo ? "reply " : what.equals("udp") ? "udp " : "tcp ") + host + port + " > " + peer
                    + to);
            String before = ways.put(back, came);
            assertTrue(before == null || before.equals(came), back + " was of " + before + ", is of " + came);
            endpoints.add(back);
            assertEquals("eth0 " + came, rig.in(back));
        }
        ways.forEach((back, came) -> assertEquals("eth0 " + came, rig.in(back)));
        assertEquals(0, rig.pool.inUse());
        assertTrue(rig.nat.mappings() <= endpoints.size());
    }

    private static String backward(String words) {
        String[] word = words.split(" ");
        boolean echo = word[0].equals("echo") || word[0].equals("reply");
        return (echo ? "reply" : word[0]) + " " + word[3] + " > " + word[1] + (echo ? " " + word[4] : "");
    }

    @Test // changed, cut and senseless packets from everywhere: no exception, no leak, and flows go on
    void hostileBytes() {
        NatRig rig = new NatRig(NatRig.settings(Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ENDPOINT_INDEPENDENT, 2000,
                2100, 64, NatRig.forward(6, 80, "192.168.1.9", 8080)));
        Filters filters = new Filters(null, rig.nat);
        String[] words = {"udp 192.168.1.2:2000 > 198.51.100.9:53", "syn 192.168.1.2:2000 > 198.51.100.9:53",
            "echo 192.168.1.2 > 198.51.100.9 #2000", "udp 198.51.100.9:53 > 203.0.113.1:2000",
            "syn 192.168.1.3:2000 > 203.0.113.1:80", "reply 198.51.100.9 > 203.0.113.1 #2000",
            "rst 198.51.100.9:1 > 203.0.113.1:80"};
        for (int i = 0; i < 50_000; i++) {
            rig.now += random.below(1 << 24);
            byte[] bytes = NatRig.packet(words[(int) random.below(words.length)]);
            if (random.below(3) == 0) {
                bytes = NatRig.error("192.168.1.2", "203.0.113.1", bytes, (int) random.below(30));
            }
            for (int flips = (int) random.below(5); flips > 0; flips--) {
                bytes[(int) random.below(bytes.length)] = (byte) random.nextInt();
            }
            look(rig, filters, bytes);
            assertTrue(rig.nat.sessions() <= 64);
            assertTrue(rig.nat.mappings() <= 65);
        }
        assertEquals(0, rig.pool.inUse());
        assertTrue(rig.count("refusedMalformed") > 0);
        assertTrue(rig.count("sessionsEvicted") > 0);
        rig.now += 10_000 * NatRig.SECOND;
        assertEquals("eth1 udp 203.0.113.1:2050 > 198.51.100.9:53", rig.out("udp 192.168.1.2:2050 > 198.51.100.9:53"));
        assertEquals("eth0 udp 198.51.100.9:53 > 192.168.1.2:2050", rig.in("udp 198.51.100.9:53 > 203.0.113.1:2050"));
        assertEquals(1, rig.nat.sessions());
        assertEquals(2, rig.nat.mappings());
    }

    /** The header is sound, as IP has made sure; nothing else is. */
    private void look(NatRig rig, Filters filters, byte[] bytes) {
        bytes[0] = (byte) (0x40 | Math.clamp(bytes[0] & 0xF, 5, bytes.length >>> 2));
        Ipv4Header ip = new Ipv4Header(bytes, 0);
        int length = ip.headerLength() + (int) random.below(bytes.length - ip.headerLength() + 1);
        ip.rewrite(ip.headerLength(), length, random.below(8) == 0 ? ip.flagsAndOffset() : 0);
        Packet packet = rig.pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(length), length);
        if (random.below(20) == 0) {
            packet.checksum = Packet.CHECKSUM_PARTIAL;
        }
        String in = new String[] {NatRig.IN, NatRig.OUT, null}[(int) random.below(3)];
        for (Place place : new Place[] {Place.PREROUTING, Place.POSTROUTING}) {
            filters.look(place, packet, in, random.below(2) == 0 ? NatRig.IN : NatRig.OUT);
        }
        assertEquals(length, packet.length());
        assertEquals(length, Bytes.u16(packet.bytes, packet.head + 2));
        packet.release();
    }

    @Test // the table stays as large as it may be
    void manySessions() {
        NatSettings settings = NatRig.settings(Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ADDRESS_DEPENDENT, 1024,
                65_535, 4096);
        NatRig rig = new NatRig(settings);
        byte[] bytes = NatRig.packet("udp 192.168.1.2:2000 > 198.51.100.9:53");
        for (int i = 0; i < 20_000; i++) {
            Bytes.u16(bytes, 16, 0x0B00 + (i >>> 8));
            Bytes.u16(bytes, 20, 1024 + i % 60_000);
            Bytes.u16(bytes, 26, 0);
            new Ipv4Header(bytes, 0).rewrite(20, bytes.length, 0);
            assertTrue(rig.through(bytes, NatRig.IN).startsWith("eth1"));
        }
        assertEquals(4096, rig.nat.sessions());
        assertEquals(20_000 - 4096, rig.count("sessionsEvicted"));
    }
}
