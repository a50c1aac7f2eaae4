package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.HexFormat;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;

/** Views and walkers make no object per packet, not even while the code is still interpreted. */
class AllocationTest {
    private static final int PACKETS = 10_000;

    private final Ipv6Header ip6 = new Ipv6Header();
    private final Ipv6Extensions chain = new Ipv6Extensions();
    private final UdpHeader udp = new UdpHeader();
    private final Icmpv6Message icmp = new Icmpv6Message();
    private final NeighborMessage neighbor = new NeighborMessage();
    private final Ipv4Header ip4 = new Ipv4Header();
    private final Ipv4Options options = new Ipv4Options();

    private static byte[] packet(int nextHeader, String payload) {
        byte[] text = HexFormat.of().parseHex(payload.replace(" ", ""));
        byte[] bytes = new byte[40 + text.length];
        System.arraycopy(text, 0, bytes, 40, text.length);
        new Ipv6Header(bytes, 0).write(0, 0, text.length, nextHeader, 255, 0xFE80L << 48, 1, 0xFE80L << 48, 2);
        return bytes;
    }

    @Test
    void nothingPerPacket() {
        byte[] datagram = packet(0, "3c00 0502 0000 0100 2c00 0104 00000000 1100 0000 00000007 3039 0035 0008 0000");
        byte[] bad = packet(60, "1100 9e02 0000 0100 3039 0035 0008 0000");
        byte[] solicitation = packet(58, "8700 0000 00000000 fe800000000000000000000000000002 0101 020000000001");
        byte[] recorded = new byte[32];
        ip4.over(recorded, 0).write(0, 20, 0, 0, 64, 1, 1, 2);
        Bytes.i32(recorded, 20, 0x0107_0B04);
        ip4.rewrite(32, 32, 0);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int good = pass(datagram, bad, solicitation, recorded);
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < PACKETS; i++) {
            good += pass(datagram, bad, solicitation, recorded);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(5 * (PACKETS + 1), good);
        assertTrue(allocated < PACKETS, allocated + " bytes"); // less than one per packet: the counting itself
    }

    private int pass(byte[] datagram, byte[] bad, byte[] solicitation, byte[] recorded) {
        int good = ip6.over(datagram, 0).check(datagram.length) == Fault.NONE && chain.walk(ip6) == Fault.NONE ? 1 : 0;
        udp.over(datagram, chain.at()).seal(ip6.sourceHigh(), ip6.sourceLow(), ip6.destinationHigh(),
                ip6.destinationLow());
        good += udp.verifies(ip6.sourceHigh(), ip6.sourceLow(), ip6.destinationHigh(), ip6.destinationLow()) ? 1 : 0;
        good += chain.walk(ip6.over(bad, 0)) == Fault.OPTION && chain.pointer() == 42 ? 1 : 0;
        ip6.over(solicitation, 0);
        icmp.over(solicitation, 40).seal(ip6.sourceHigh(), ip6.sourceLow(), 0, 0, solicitation.length);
        good += neighbor.over(solicitation, 40).check(ip6, solicitation.length) == Fault.NONE ? 1 : 0;
        good += options.check(ip4.over(recorded, 0)) == Fault.NONE ? 1 : 0;
        options.record(7);
        return good;
    }
}
