package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.IntSupplier;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** What a datagram costs: no object, and hardly more time when ten times as many ports are open. */
class UdpCostTest {
    private static final int ROUNDS = 100_000;

    private static final DatagramHandler TAKER = new DatagramHandler() {
        @Override
        public boolean received(Packet packet, Arrival arrival, int sourcePort) {
            packet.release();
            return true;
        }

        @Override
        public void failed(NetworkError error) {
            throw new AssertionError(error);
        }
    };

    /** A node with that many ports open, each connected to a peer of its own on the same local port when shared. */
    private static FakeNetwork node(int ports, boolean connected) throws TransportException {
        FakeNetwork net = new FakeNetwork();
        for (int i = 0; i < ports; i++) {
            if (connected) {
                DatagramPort port = net.udp.share(new Endpoint(FakeNetwork.V4, 53), TAKER);
                port.connect(new Endpoint(IpAddress.parse("10.0.2.1"), 1000 + i));
            } else {
                net.udp.open(new Endpoint(IpAddress.ANY, 1000 + i), TAKER);
            }
        }
        return net;
    }

    private static IntSupplier arrivals(FakeNetwork net, int ports, boolean connected) {
        Datagram datagram = new Datagram("10.0.2.1", 1000, "10.0.1.1", 53, "text").with(6, 0);
        return () -> {
            for (int i = 0; i < ROUNDS; i++) {
                datagram.with(connected ? 0 : 2, 1000 + i % ports);
                datagram.arriveAt(net);
            }
            return ROUNDS;
        };
    }

    /** CPU time of the thread, which other work on the machine does not stretch. */
    private static long cost(IntSupplier work) {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.getAsInt();
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    /** The best of several rounds, in turns, so that a slow spell meets both. */
    private static long[] fastest(IntSupplier... works) {
        long[] best = new long[works.length];
        Arrays.fill(best, Long.MAX_VALUE);
        for (int i = 0; i < 25; i++) {
            for (int j = 0; j < works.length; j++) {
                best[j] = Math.min(best[j], cost(works[j]));
            }
        }
        return best;
    }

    private static void flat(boolean connected) throws TransportException {
        IntSupplier few = arrivals(node(500, connected), 500, connected);
        IntSupplier many = arrivals(node(5000, connected), 5000, connected);
        long[] best = fastest(few, many);
        assertTrue(best[1] < 3 * best[0], "1x: " + best[0] / ROUNDS + " ns, 10x: " + best[1] / ROUNDS
                + " ns a datagram");
    }

    @Test // the cost rule of the hostile inputs
    void tenTimesThePortsCostLessThanThreeTimesTheTime() throws TransportException {
        flat(false);
    }

    @Test // the same for many peers of one port
    void tenTimesThePeersCostLessThanThreeTimesTheTime() throws TransportException {
        flat(true);
    }

    @Test
    void noObjectIsMadeForADatagramThatArrives() throws TransportException {
        FakeNetwork net = node(100, false);
        IntSupplier work = arrivals(net, 100, false);
        fastest(work);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.getAsInt();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertTrue(allocated < ROUNDS, allocated + " bytes for " + ROUNDS + " datagrams");
        assertEquals(0, net.pool.inUse());
        net.close();
    }
}
