package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.Ipv6Header;

/**
 * Rows 3, 4, 22, 23, 27, 28, 36 and 42 by chance: whatever comes, nothing is thrown, every packet comes back, the
 * counters balance, and a sound packet is taken afterwards.
 */
class HostileIpv6Test {
    private static final String FAR = "2001:db8:1::1";
    private static final String ME = "2001:db8:1::fe";

    private static List<byte[]> seeds() {
        byte[] quoted = Build.test(ME, FAR);
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(Build.test(FAR, ME));
        seeds.add(Build.test(FAR, "2001:db8:2::2", 1380));
        seeds.add(Build.test("fe80::1", "ff02::1"));
        seeds.add(Build.packet(FAR, ME).extension(0, 5, 2, 0, 0, 1, 0).extension(60, 0x9E, 4, 0, 0, 0, 0)
                .extension(43, 0, 0, 0, 0, 0, 0).data(TestNode.TEST, 30).bytes());
        seeds.add(Build.packet(FAR, ME).fragment(0, true, 7).data(TestNode.TEST, 64).bytes());
        seeds.add(Build.packet(FAR, ME).fragment(64, false, 7).data(TestNode.TEST, 9).bytes());
        seeds.add(Build.packet(FAR, ME).fragment(0, false, 7).extension(60, 1, 4, 0, 0, 0, 0).data(6, 40).bytes());
        for (int type : new int[] {1, 2, 3, 4, 128, 129, 135}) {
            seeds.add(TestNode.icmp(FAR, ME, type, 0, 1300, quoted));
        }
        seeds.add(TestNode.icmp(FAR, "ff02::1", 128, 0, 7, quoted));
        return seeds;
    }

    private static void mutate(byte[] packet, Random random) {
        for (int n = random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(random.nextBoolean() ? Math.min(packet.length, 72) : packet.length);
            packet[at] = (byte) switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 0xFF;
                case 2 -> packet[at] ^ 1 << random.nextInt(8);
                default -> random.nextInt(256);
            };
        }
    }

    /** A message whose checksum is right gets further. */
    private static void seal(byte[] packet) {
        if (packet.length >= 48 && packet[6] == 58) {
            Ipv6Header header = new Ipv6Header(packet, 0);
            new Icmpv6Message(packet, 40).seal(header.sourceHigh(), header.sourceLow(),
                    header.destinationHigh(), header.destinationLow(), packet.length);
        }
    }

    private static void attack(TestNode t, long seed) {
        Random random = new Random(seed);
        List<byte[]> seeds = seeds();
        t.takesBroadcasts = true;
        t.echoes.listener(0, t);
        for (int i = 0; i < 60_000; i++) {
            byte[] packet = seeds.get(random.nextInt(seeds.size())).clone();
            mutate(packet, random);
            if (random.nextInt(8) == 0) {
                packet = Arrays.copyOf(packet, random.nextInt(packet.length + 20));
                if (packet.length >= 40 && random.nextBoolean()) {
                    Bytes.u16(packet, 4, packet.length - 40);
                }
            }
            if (random.nextInt(4) != 0) {
                seal(packet);
            }
            t.in(random.nextInt(4) == 0 ? t.eth1 : t.eth0, packet, random.nextInt(8) == 0);
            t.time.runUntil(i * 5_000_000L);
            t.links.sent.clear();
            t.links.heard.clear();
        }
        t.up.clear();
        t.in(t.eth0, Build.test(FAR, ME));
        assertEquals(List.of(FAR + " > " + ME + ": 40 bytes"), t.up);
        t.time.runUntil(t.time.now() + 100_000_000_000L);
        assertEquals(t.count("ip6.reasmReqds"), t.count("ip6.reasmFragOKs") + t.counters.drops("ip6.reasm"));
        t.close();
    }

    @Test
    void survivesAnythingAsAHost() {
        TestNode t = TestNode.host();
        attack(t, 6);
        assertTrue(t.count("icmp6.inReported") > 100 && t.count("ip6.reasmOKs") > 10
                && t.count("icmp6.inEchos") > 1000, "the attack gets nowhere");
    }

    @Test
    void survivesAnythingAsARouter() {
        TestNode t = TestNode.router();
        attack(t, 7);
        assertTrue(t.count("ip6.outForwDatagrams") > 1000, "the attack gets nowhere");
    }

    @Test
    void survivesNoise() {
        TestNode t = TestNode.router();
        Random random = new Random(8);
        for (int i = 0; i < 20_000; i++) {
            byte[] packet = new byte[random.nextInt(200)];
            random.nextBytes(packet);
            if (packet.length >= 40 && random.nextBoolean()) {
                packet[0] = 0x60;
                Bytes.u16(packet, 4, packet.length - 40);
                TestNode.a(ME).write(packet, 24);
            }
            t.in(t.eth0, packet);
            t.time.runUntil(i * 1_000_000L);
        }
        t.close();
    }

    /** Row 22: ten thousand a second; each costs the same, and of the path only what is believed is remembered. */
    @Test
    void survivesAFloodOfPacketTooBig() {
        TestNode t = TestNode.host();
        for (int i = 0; i < 10_000; i++) {
            byte[] quoted = Build.test(ME, "2001:db8:77::" + Integer.toHexString(i & 0xFFF));
            t.in(t.eth0, TestNode.icmp(FAR, ME, 2, 0, 1280 + i % 120, quoted));
            t.time.runUntil(i * 100_000L);
        }
        assertEquals(10_000, t.up.size());
        assertEquals(1400, t.path(null, "2001:db8:77::1").mtu());
        t.close();
    }

    /** The cost rule: ten times the chain, the options, the routes, the path MTUs, and far from ten times the steps. */
    @Test
    void costsTheSameHoweverMuchIsRemembered() {
        double few = lookups(400);
        double many = lookups(4000);
        assertTrue(many < 3 * few, few + " ns with 400, " + many + " ns with 4000");
    }

    /** Of this thread: other work on the machine does not stretch it. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double lookups(int entries) {
        PathMtus mtus = new PathMtus(1);
        for (int i = 0; i < entries; i++) {
            mtus.put(i, 7L * i, 1300, 0);
        }
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 20; round++) {
            long start = cpuTime();
            for (int i = 0; i < 100_000; i++) {
                int n = i % entries;
                sum += mtus.mtu(n, 7L * n, 1, 2);
            }
            best = Math.min(best, cpuTime() - start);
        }
        assertTrue(sum > 0);
        return best / 100_000.0;
    }

    /** Rows 28 and 42: nothing of one packet is left for the next. */
    @Test
    void leavesNothingOfAPacketToTheNext() {
        TestNode t = TestNode.host();
        byte[] bad = Build.packet(FAR, ME).extension(60, 0x9E, 4, 0, 0, 0, 0).data(TestNode.TEST, 8).bytes();
        byte[] fragment = Build.packet(FAR, ME).fragment(8, true, 3).data(TestNode.TEST, 8).bytes();
        byte[] good = Build.test(FAR, ME);
        for (int i = 0; i < 20; i++) {
            t.in(t.eth0, bad);
            t.in(t.eth0, good);
            t.in(t.eth0, fragment);
            t.in(t.eth0, good);
        }
        assertEquals(40, t.up.size());
        t.close();
    }
}
