package org.wirelathe.ip.ndp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/**
 * Messages with bytes changed, cut and repeated at random, between packets and the passing of time: nothing throws,
 * nothing leaks, each is counted once, and the tables keep their bounds.
 */
class NdpFuzzTest {
    private static final String[] HOSTS = {"fe80::2", "fe80::3", "fe80::9", "2001:db8::2", "2001:db8::3"};

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void row29_mutatedMessages(long seed) {
        RandomStream random = new RandomStream(seed, "fuzz");
        Node alice = new Node(seed);
        alice.router = seed % 4 == 0;
        alice.quiet = true;
        alice.up(seed % 2 == 0, true, null, "fe80::1/64", "2001:db8::1/64");
        alice.firstHop = IpAddress.parse("fe80::9");
        long now = 0;
        int heard = 0;
        for (int i = 0; i < 30_000; i++) {
            long choice = random.below(10);
            if (choice == 0) {
                now += random.below(2_000);
                alice.until(now);
            } else if (choice == 1) {
                alice.data("2001:db8::1", HOSTS[(int) random.below(HOSTS.length)]);
            } else {
                heard++;
                hear(alice, random);
            }
        }
        assertEquals(heard, alice.counters.sum("icmp6.in"));
        assertTrue(alice.counters.sum("icmp6.inNd") > heard / 10, "some are bad");
        assertTrue(alice.counters.sum("icmp6.inNd") < heard, "some are good");
        assertTrue(alice.discovery.neighbours(alice.eth0).size() <= NeighbourCache.LIMIT);
        assertTrue(alice.eth0.addresses().size() <= 3 + StatelessAutoconfiguration.MAX_ADDRESSES);
        assertTrue(alice.routes.size() <= 1 + PrefixList.MOST + Redirects.MOST);
        HostileNdpTest.balances(alice);
        alice.discovery.close();
        assertEquals(0, alice.pool.inUse());
        assertEquals(0, alice.time.armed());
    }

    private static void hear(Node alice, RandomStream random) {
        Packet packet = message(random).packet(alice.pool);
        int changes = (int) random.below(4);
        int at = packet.head + Ipv6Header.LENGTH;
        for (int i = 0; i < changes; i++) {
            // The type stays one of five: others never come here.
            int where = at + 1 + (int) random.below(packet.tail - at - 1);
            packet.bytes[where] = (byte) (random.below(2) == 0 ? random.below(256) : random.below(4));
        }
        if (random.below(8) == 0) {
            packet.trim(Ipv6Header.LENGTH + 8 + (int) random.below(packet.tail - at - 7));
        }
        alice.discovery.received(packet, at, alice.eth0, alice.arrival);
    }

    private static Say message(RandomStream random) {
        String from = HOSTS[(int) random.below(3)];
        int mac = 2 + (int) random.below(20);
        String flags = new String[] {"", "S", "O", "SO", "R", "RSO"}[(int) random.below(6)];
        return switch ((int) random.below(6)) {
            case 0 -> new Say(from, "ff02::2").rs().from(mac);
            case 1 -> new Say(from, "ff02::1").ra((int) random.below(100)).from(mac).mtu(1400)
                    .prefix("2001:db8:" + random.below(200) + "::", 64, "LA", random.below(9_000),
                            random.below(500));
            case 2 -> new Say(from, "ff02::1:ff00:1").ns("2001:db8::1").from(mac);
            case 3 -> new Say("::", "ff02::1:ff00:1").ns("fe80::1");
            case 4 -> new Say(from, "fe80::1").na(HOSTS[(int) random.below(HOSTS.length)], flags).at(mac);
            default -> new Say("fe80::9", "fe80::1").redirect("2001:db8:f::" + random.below(200), "fe80::3").at(mac);
        };
    }
}
