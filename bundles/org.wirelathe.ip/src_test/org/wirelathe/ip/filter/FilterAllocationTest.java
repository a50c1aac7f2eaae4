package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.wire.Bytes;

/** Neither rules nor translation make an object per packet, in flows that stand and in such that begin. */
class FilterAllocationTest {
    private static final int PACKETS = 100_000;

    @Test
    void nothingPerPacket() {
        NatRig rig = new NatRig();
        FilterRule rule = new FilterRule(FilterRule.Place.FORWARD, Optional.of(NatRig.IN), Optional.empty(),
                "tcp dst port 25 or ip6 net 2001:db8::/32", Action.DROP);
        Filters filters = new Filters(new Firewall(List.of(rule), Set.of(NatRig.IN), rig), rig.nat);
        byte[] out = NatRig.packet("syn 192.168.1.2:2000 > 198.51.100.9:80");
        byte[] back = NatRig.packet("synack 198.51.100.9:80 > 203.0.113.1:2000");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        pass(rig, filters, out, back);
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(rig, filters, out, back);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < PACKETS, allocated + " bytes for " + PACKETS + " packets");
        assertTrue(rig.count("outTranslated") >= PACKETS);
    }

    private static void pass(NatRig rig, Filters filters, byte[] out, byte[] back) {
        for (int i = 0; i < PACKETS; i++) {
            Bytes.u16(out, 22, 80 + i % 20_000);
            rig.now += 1000;
            look(rig, filters, out, NatRig.IN, NatRig.OUT);
            look(rig, filters, back, NatRig.OUT, NatRig.IN);
        }
    }

    private static void look(NatRig rig, Filters filters, byte[] bytes, String in, String out) {
        Packet packet = rig.pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        filters.look(Place.PREROUTING, packet, in, null);
        filters.look(Place.FORWARD, packet, in, out);
        filters.look(Place.POSTROUTING, packet, in, out);
        packet.release();
    }
}
