package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;

/**
 * The cost rule of the hostile inputs: ten times as many fragments that wait, less than three times the time for each.
 */
class ReassemblyCostTest {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int PACKETS = 20_000;
    private static final int ATTEMPTS = 9;

    private final Packet[] made = new Packet[PACKETS];

    @Test // row 25: pieces of one packet, in random order, never whole
    void manyPiecesOfOnePacket() {
        assertCheap(10, pieces -> new Load(pieces, 1), 1300);
    }

    @Test // row 25: a flood of identifications
    void manyPackets() {
        assertCheap(10, packets -> new Load(1, packets), 1000);
    }

    /** What comes to wait: so many packets with so many pieces. */
    private record Load(int pieces, int packets) {
    }

    private interface Shape {
        Load of(int length);
    }

    private void assertCheap(int factor, Shape shape, int longest) {
        double best = Double.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && best >= 3; attempt++) {
            double small = nanos(shape.of(longest / factor));
            double large = nanos(shape.of(longest));
            best = Math.min(best, large / small);
        }
        assertTrue(best < 3, "10 times the queue takes " + best + " times the time");
    }

    /** CPU time for a fragment, in ns: all come once, in an order that is nobody's. */
    private double nanos(Load load) {
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            fastest = Math.min(fastest, once(load));
        }
        return fastest;
    }

    private double once(Load load) {
        Rig rig = new Rig(1 << 29);
        int rounds = Math.max(1, PACKETS / (load.pieces * load.packets));
        long spent = 0;
        for (int round = -1; round < rounds; round++) {
            int count = fill(rig, load, round);
            if (round == 0) {
                spent = 0; // the records are there now
            }
            long before = CPU.getCurrentThreadCpuTime();
            for (int i = 0; i < count; i++) {
                rig.v4.add(made[i], 0);
            }
            spent += CPU.getCurrentThreadCpuTime() - before;
            assertEquals(count, rig.v4.fragments());
            rig.v4.close();
        }
        return spent / (double) rounds / (load.pieces * load.packets);
    }

    private int fill(Rig rig, Load load, int round) {
        RandomStream random = new RandomStream(round, "order");
        int count = 0;
        for (int packet = 0; packet < load.packets; packet++) {
            for (int piece = 0; piece < load.pieces; piece++) {
                made[count++] = rig.packet(Rig.fragment(packet, 8 + 8 * piece, 8, true));
            }
        }
        for (int i = count - 1; i > 0; i--) {
            int j = (int) random.below(i + 1);
            Packet one = made[i];
            made[i] = made[j];
            made[j] = one;
        }
        return count;
    }

    @Test // the global invariants: after a flood of fragments nothing is held, and no more was ever made than the limit
    void floodLeavesNothing() {
        Rig rig = new Rig(1 << 20);
        RandomStream random = new RandomStream(3, "flood");
        for (int i = 0; i < 100_000; i++) {
            int id = (int) random.below(1 << 16);
            int from = 8 * (int) random.below(8000);
            int size = 8 + 8 * (int) random.below(4);
            boolean more = random.below(8) != 0;
            long source = random.below(200);
            Packet whole = rig.in(random.below(2) == 0 ? Rig.fragment("10.1." + source + ".1", id, 0, from, size, more)
                    : Rig.fragment6(new IpAddress(0x2001_0DB8_0000_0000L, source), id, 0, from, size, more));
            if (whole != null) {
                whole.release();
            }
        }
        rig.assertBalance();
        int heldByBoth = 2 * (1 << 20) / (PacketPool.CAPACITY + 64);
        assertTrue(rig.pool.made() <= heldByBoth + 2, "packets made: " + rig.pool.made());
        rig.runUntil(120);
        rig.assertAtRest();
        Packet whole = null;
        for (int from = 0; from < 20_000; from += 1480) {
            whole = rig.in(Rig.fragment(9, from, Math.min(1480, 20_000 - from), from + 1480 < 20_000));
        }
        rig.assertWhole(20_000, whole);
        rig.assertAtRest();
    }

    @Test // rows 25 to 27: bytes that are fragments by their version only
    void hostileBytes() {
        Rig rig = new Rig(1 << 20);
        RandomStream random = new RandomStream(4, "bytes");
        for (int i = 0; i < 100_000; i++) {
            byte[] bytes = Rig.fragment((int) random.below(4), 8 * (int) random.below(16), (int) random.below(64),
                    random.below(4) != 0);
            for (int flips = (int) random.below(4); flips > 0; flips--) {
                bytes[(int) random.below(bytes.length)] = (byte) random.nextInt();
            }
            Ipv4Header ip = new Ipv4Header(bytes, 0);
            int header = Math.clamp(ip.headerLength(), 20, bytes.length & -4);
            ip.rewrite(header, bytes.length, ip.flagsAndOffset());
            Packet whole = rig.in(bytes);
            if (whole != null) {
                whole.release();
            }
        }
        rig.assertBalance();
        rig.runUntil(60);
        rig.assertAtRest();
    }
}
