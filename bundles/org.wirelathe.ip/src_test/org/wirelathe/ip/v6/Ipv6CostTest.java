package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.packet.Packet;

/** No packet makes an object on its way, up, through, down, or into an error; not while code is interpreted either. */
class Ipv6CostTest {
    private static final int PACKETS = 10_000;
    private static final String FAR = "2001:db8:1::1";
    private static final String ME = "2001:db8:1::fe";

    private final TestNode t = TestNode.router();
    private final byte[] forMe = Build.test(FAR, ME);
    private final byte[] chained = Build.packet(FAR, ME).extension(0, 5, 2, 0, 0, 1, 0)
            .extension(60, 1, 4, 0, 0, 0, 0).fragment(0, false, 7).data(TestNode.TEST, 64).bytes();
    private final byte[] through = Build.test(FAR, "2001:db8:77::1");
    private final byte[] dying = Build.packet(FAR, "2001:db8:77::1").hopLimit(1).data(TestNode.TEST, 8).bytes();
    private final byte[] echo = TestNode.icmp(FAR, ME, 128, 0, 7, new byte[56]);
    private final byte[] unknown = Build.packet(FAR, ME).data(200, 8).bytes();
    private int received;

    private void pass(Path path) {
        t.in(t.eth0, forMe);
        t.in(t.eth0, chained);
        t.in(t.eth0, through);
        t.in(t.eth0, dying);
        t.in(t.eth0, echo);
        t.in(t.eth0, unknown);
        Packet packet = t.pool.take();
        packet.put(40);
        t.ip.send(packet, path, TestNode.TEST, SendOptions.DEFAULT);
    }

    @Test
    void makesNoObjectPerPacket() {
        t.protocols.handler(TestNode.TEST, new ProtocolHandler() {
            @Override
            public void received(Packet packet, Arrival arrival) {
                received++;
                packet.release();
            }

            @Override
            public void failed(NetworkError error) {
                throw new AssertionError(error);
            }
        });
        t.links.keep = false;
        Path path = t.path(null, "2001:db8:77::1");
        path.tooBig(1300);
        for (int i = 0; i < 10; i++) {
            pass(path);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < PACKETS; i++) {
            pass(path);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(2 * (PACKETS + 10), received);
        assertTrue(allocated < 7 * PACKETS, allocated + " bytes for " + 7 * PACKETS + " packets");
        t.close();
    }
}
