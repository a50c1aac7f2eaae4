package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv4Header;

/** Cutting and putting together make no object besides packets of the pool, which are used again. */
class FragmentAllocationTest {
    private static final int PACKETS = 20_000;

    private final Rig rig = new Rig();
    private final Ipv4Fragmenter fragmenter = new Ipv4Fragmenter(rig.pool, new FragmentCounters(rig, "ip"));
    private final byte[] bytes = new byte[5000];
    private final Ipv4Header header = new Ipv4Header(bytes, 0);
    private int whole;

    @Test
    void nothingPerPacket() {
        FragmentSink sink = this::piece;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        pass(sink);
        long made = rig.pool.made();
        long before = threads.getCurrentThreadAllocatedBytes();
        pass(sink);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < PACKETS, allocated + " bytes for " + PACKETS + " packets");
        assertEquals(made, rig.pool.made());
        assertEquals(2 * PACKETS, whole);
        rig.assertAtRest();
    }

    private void pass(FragmentSink sink) {
        for (int i = 0; i < PACKETS; i++) {
            header.write(0, bytes.length, i & 0xFFFF, 0, 64, Rig.TEST, 0x0A000101, 0x0A000201);
            Packet packet = rig.packet(bytes);
            assertTrue(fragmenter.cut(packet, 1500, sink));
        }
    }

    private void piece(Packet piece) {
        Packet packet = rig.v4.add(piece, 0);
        if (packet != null) {
            whole++;
            packet.release();
        }
    }
}
