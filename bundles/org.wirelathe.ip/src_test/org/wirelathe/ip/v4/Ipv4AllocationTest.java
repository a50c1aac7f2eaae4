package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.RouteEntry.Kind;
import org.wirelathe.api.net.RouteEntry.NextHop;
import org.wirelathe.api.net.RouteEntry.Origin;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.IpLayer;
import org.wirelathe.ip.ManualTime;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Packets in, out and through make no objects, whatever the routes are like. */
class Ipv4AllocationTest implements ProtocolHandler {
    private static final int ROUNDS = 50_000;
    private static final int OTHER = 253;

    private final PacketPool pool = new PacketPool();
    private final PlainLink eth0 = new PlainLink("eth0");
    private final PlainLink eth1 = new PlainLink("eth1");
    private final Network network = new IpLayer().create(
            new NodeContext("r", 1, new ManualTime(), pool, new TestCounters(), null),
            NetworkSettings.DEFAULT.forwarding(true));
    private int delivered;

    /** A link that takes packets and forgets them. */
    private static final class PlainLink implements Link {
        private final String name;
        private LinkClient client;
        private int sent;

        PlainLink(String name) {
            this.name = name;
        }

        @Override
        public NetworkInterface nic() {
            throw new UnsupportedOperationException("no card");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int mtu() {
            return 1500;
        }

        @Override
        public void client(LinkClient above) {
            client = above;
        }

        @Override
        public void address(int ipv4) {
            // There is no ARP.
        }

        @Override
        public void join(int group) {
            // Everything is taken.
        }

        @Override
        public void joinStations(long mac) {
            // Everything is taken.
        }

        @Override
        public boolean send(Packet packet, int nextHop) {
            sent++;
            packet.release();
            return true;
        }

        @Override
        public boolean broadcast(Packet packet) {
            return send(packet, -1);
        }

        @Override
        public void close() {
            // It holds nothing.
        }
    }

    private void up(Link link, String address) {
        network.addInterface(link, InterfaceSettings.of(List.of(new InterfaceAddress(IpAddress.parse(address), 24))));
    }

    private static NextHop via(String gateway) {
        return new NextHop(Optional.of(IpAddress.parse(gateway)), Optional.empty(), 1);
    }

    private void route(String to, Optional<IpPrefix> from, NextHop... hops) {
        network.addRoute(new RouteEntry(IpPrefix.parse(to), Kind.UNICAST, List.of(hops), 0, from, Optional.empty(),
                Origin.STATIC));
    }

    @Override
    public void received(Packet packet, Arrival arrival) {
        delivered++;
        packet.release();
    }

    @Override
    public void failed(NetworkError error) {
        throw new AssertionError("nothing failed");
    }

    private void in(byte[] bytes) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        eth0.client.received(packet, false);
    }

    private void send(Path path, SendOptions options, int size) {
        Packet packet = pool.takeFor(size);
        packet.put(size);
        network.send(packet, path, OTHER, options);
    }

    @Test
    void nothingIsMadePerPacket() {
        up(eth0, "10.0.1.254");
        up(eth1, "10.0.2.254");
        network.handler(OTHER, this);
        route("0.0.0.0/0", Optional.empty(), via("10.0.2.9"), via("10.0.2.8"));
        route("192.0.2.0/24", Optional.of(IpPrefix.parse("10.0.1.0/24")), via("10.0.2.7"));
        byte[] through = TestNode.packet("10.0.1.1", "203.0.113.1");
        byte[] byPolicy = TestNode.packet("10.0.1.1", "192.0.2.1");
        byte[] forUs = TestNode.packet("10.0.1.1", "10.0.1.254");
        Path path = network.path(null, IpAddress.parse("203.0.113.1"));
        path.tooBig(1400);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long made = 0;
        for (int round = 0; round < 2; round++) { // the first makes what is kept
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < ROUNDS; i++) {
                in(through);
                in(byPolicy);
                in(forUs);
                send(path, SendOptions.DEFAULT, 100);
                send(path, SendOptions.DATAGRAM, 1400);
            }
            made = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertTrue(made < ROUNDS, made + " bytes for " + 5 * ROUNDS + " packets");
        assertEquals(2 * ROUNDS, delivered);
        assertEquals(2 * ROUNDS * 5, eth1.sent, "one each, and of the large one two pieces");
        assertEquals(0, pool.inUse());
    }
}
