package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.RandomStream;

/** Row 29 of the hostile inputs, but for what {@link ValidationTest} has; after each the counters balance. */
class HostileNdpTest {
    private static final String SELF = "fe80::1";
    private final Node alice = Node.host(true, SELF + "/64", "2001:db8::1/64");

    private void balances() {
        balances(alice);
    }

    /** What was given to discovery is with the link, with whoever sent it, dropped, or waits. */
    static void balances(Node node) {
        long waiting = node.discovery.neighbours(node.eth0).stream().mapToLong(row -> row.waiting()).sum();
        TestCount counters = node.counters;
        assertEquals(counters.value("eth0.ndRequests"), counters.value("eth0.ndTransmits")
                + counters.value("eth0.ndUnresolved") + counters.value("eth0.ndPendingFull")
                + counters.value("eth0.ndCacheFull") + counters.value("eth0.ndDisabled") + waiting);
        assertEquals(node.given, counters.value("eth0.ndTransmits"));
        assertEquals(waiting, node.pool.inUse());
    }

    private static String host(int i) {
        return "2001:db8::1:" + Integer.toHexString(i >>> 16) + ':' + Integer.toHexString(i & 0xFFFF);
    }

    /** Somebody scans the subnet: 20,000 addresses that nobody has (RFC 6583). A neighbour that is there is found. */
    @Test
    void row29_aScanOfTheSubnetIsBounded() {
        alice.quiet = true;
        for (int i = 0; i < 20_000; i++) {
            alice.data("2001:db8::1", host(i));
            if (i % 10 == 0) {
                alice.until(i / 10);
            }
        }
        assertTrue(alice.pool.inUse() <= WaitingPackets.INCOMPLETE);
        assertTrue(alice.discovery.neighbours(alice.eth0).size() <= NeighbourCache.LIMIT);
        balances();
        alice.data("2001:db8::1", "2001:db8::b0b");
        for (int i = 20_000; i < 20_200; i++) {
            alice.data("2001:db8::1", host(i));
        }
        alice.quiet = false;
        alice.hear(new Say("2001:db8::b0b", "2001:db8::1").na("2001:db8::b0b", "SO").at(0xBB));
        assertTrue(alice.said().endsWith("2001:db8::1 > 2001:db8::b0b data to 200000000bb"));
        alice.until(60_000);
        assertEquals(0, alice.pool.inUse());
        balances();
    }

    @Test
    void row29_onePacketMoreForANeighbourThatIsSilentPushesOutTheOldest() {
        alice.quiet = true;
        for (int i = 0; i < 1_000; i++) {
            alice.data("2001:db8::1", "2001:db8::b0b");
        }
        int each = WaitingPackets.PENDING / PacketPool.CAPACITY;
        assertEquals(each, alice.pool.inUse(), "212,992 bytes of 1920 each: 110, as Linux");
        assertEquals(110, each);
        balances();
    }

    @Test
    void row29_manySilentNeighboursHoldNoMoreThanSoMuchInAll() {
        alice.quiet = true;
        for (int i = 0; i < 20; i++) {
            for (int k = 0; k < 110; k++) {
                alice.data("2001:db8::1", host(i));
            }
        }
        assertTrue(alice.pool.inUse() * PacketPool.CAPACITY
                <= WaitingPackets.PENDING_IN_ALL);
        assertTrue(alice.counters.value("eth0.ndCacheFull") > 0);
        balances();
    }

    /** A flood of solicitations from made-up neighbours does not push out one that is in use. */
    @Test
    void row29_aFloodOfSolicitationsIsBounded() {
        alice.hear(new Say("2001:db8::b0b", "ff02::1:ff00:1").ns("2001:db8::1").from(0xBB));
        alice.hear(new Say("2001:db8::b0b", "2001:db8::1").na("2001:db8::b0b", "SO").at(0xBB));
        alice.quiet = true;
        for (int i = 0; i < 20_000; i++) {
            alice.hear(new Say(host(i), "ff02::1:ff00:1").ns("2001:db8::1").from(2 + i % 200));
            if (i % 100 == 0) {
                alice.data("2001:db8::1", "2001:db8::b0b");
            }
        }
        assertEquals(NeighbourCache.LIMIT, alice.discovery.neighbours(alice.eth0).size());
        assertTrue(alice.state("2001:db8::b0b").endsWith(":bb"));
        balances();
    }

    @Test
    void row29_tenThousandPrefixesAndRouters() {
        alice.until(20_000);
        int timers = alice.time.made;
        for (int i = 0; i < 10_000; i++) {
            String prefix = "2001:" + Integer.toHexString(i) + "::";
            alice.hear(new Say("fe80::" + Integer.toHexString(i + 2), "ff02::1").ra(0, 9_000, 0, 0).from(9)
                    .prefix(prefix, 64, "LA", 7200, 3600));
        }
        assertEquals(1 + PrefixList.MOST, alice.routes.size());
        assertTrue(alice.eth0.addresses().size() <= 2 + 1 + StatelessAutoconfiguration.MAX_ADDRESSES);
        assertEquals(NeighbourCache.LIMIT, alice.discovery.neighbours(alice.eth0).size());
        assertEquals(timers, alice.time.made, "no timer for each");
        assertEquals(10_000, alice.counters.value("icmp6.inRouterAdvertisements"));
        alice.until(20_000 + 9_000_000);
        assertEquals(0, alice.routes.size());
        assertEquals(2, alice.eth0.addresses().size());
        balances();
    }

    /** An answer that nobody asked for, with the override flag: what is known of the router changes, and is probed. */
    @Test
    void row29_anOverrideOfTheRouterIsUsedButNotTrusted() {
        alice.until(20_000);
        alice.hear(new Say("fe80::9", "ff02::1").ra(1800).from(9));
        alice.hear(new Say("fe80::9", "ff02::1").na("fe80::9", "RO").at(0x66));
        assertEquals("STALE :66", alice.state("fe80::9"));
        alice.said();
        alice.data(SELF, "fe80::9");
        alice.until(25_000);
        assertTrue(alice.said().endsWith("25000 fe80::1 > fe80::9 NS fe80::9 from 00:01 to 20000000066"));
    }

    @Test
    void row29_whatNobodyOwnsIsNotAnswered() {
        for (int i = 0; i < 1_000; i++) {
            alice.hear(new Say("fe80::9", "ff02::1:ff00:1").ns(host(i)).from(9));
        }
        assertEquals(1_000, alice.counters.value("icmp6.inNdOtherTarget"));
        assertEquals("none", alice.state("fe80::9"));
    }

    @Test
    void everyPacketIsGivenBackAtTheEnd() {
        for (int i = 0; i < 100; i++) {
            alice.data("2001:db8::1", host(i));
        }
        alice.discovery.close();
        assertEquals(0, alice.pool.inUse());
        assertEquals(0, alice.time.armed(), "no timer is left");
    }

    /** The cost rule: ten times the neighbours, less than three times the time per packet. CPU time, best of five. */
    @Test
    void row29_theCostOfAPacketDoesNotGrowWithTheCache() {
        double small = cost(100);
        double large = cost(1_000);
        assertTrue(large < 3 * small, () -> small + " ns and " + large + " ns per packet");
    }

    private static double cost(int neighbours) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            Node node = Node.host(false, SELF + "/64", "2001:db8::1/64");
            node.quiet = true;
            String[] addresses = new String[neighbours];
            for (int i = 0; i < neighbours; i++) {
                addresses[i] = host(i);
                node.hear(new Say(addresses[i], "ff02::1:ff00:1").ns("2001:db8::1").from(9));
            }
            RandomStream random = new RandomStream(round, "cost");
            long began = threads.getCurrentThreadCpuTime();
            for (int i = 0; i < 20_000; i++) {
                node.data("2001:db8::1", addresses[(int) random.below(neighbours)]);
            }
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - began) / 20_000.0);
        }
        return best;
    }
}
