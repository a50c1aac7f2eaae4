package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.IpLayer;
import org.wirelathe.ip.ManualTime;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Alice, three routers and Bob in a row, each a whole network layer with its neighbour discovery: what a user sees of
 * ping and traceroute. The third wire takes 1400 bytes, the others 1500.
 */
class RouterChainTest implements EchoListener {
    private static final String BOB = "2001:db8:4::b";

    private final ManualTime time = new ManualTime();
    private final PacketPool pool = new PacketPool();
    private final FakeWire[] wires = {new FakeWire(time, 1500), new FakeWire(time, 1500), new FakeWire(time, 1400),
            new FakeWire(time, 1500)};
    private final List<Network> nodes = new ArrayList<>();
    private final List<TestCounters> counters = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private long macs = 0x0200_0000_0000L;
    private Network alice;

    @BeforeEach
    void build() {
        alice = node("alice", false);
        connect(alice, "eth0", 0, "2001:db8:1::a");
        route(alice, "::/0", "2001:db8:1::1");
        for (int i = 1; i <= 3; i++) {
            Network router = node("r" + i, true);
            connect(router, "eth0", i - 1, "2001:db8:" + i + "::1");
            connect(router, "eth1", i, "2001:db8:" + (i + 1) + "::" + (i < 3 ? "2" : "fe"));
            if (i > 1) {
                route(router, "2001:db8:1::/64", "2001:db8:" + i + "::2");
            }
            if (i < 3) {
                route(router, "::/0", "2001:db8:" + (i + 1) + "::1");
            }
        }
        Network bob = node("bob", false);
        connect(bob, "eth0", 3, BOB);
        route(bob, "::/0", "2001:db8:4::fe");
        alice.echoListener(7, this);
    }

    private Network node(String name, boolean forwarding) {
        TestCounters counts = new TestCounters();
        counters.add(counts);
        Network made = new IpLayer().create(new NodeContext(name, 1, time, pool, counts, null),
                NetworkSettings.DEFAULT.forwarding(forwarding));
        nodes.add(made);
        return made;
    }

    private void connect(Network node, String name, int wire, String address) {
        node.addInterface(wires[wire].link(name, ++macs), new InterfaceSettings(
                List.of(new InterfaceAddress(IpAddress.parse(address), 64)), true, false, false, Optional.empty()));
    }

    private static void route(Network node, String to, String via) {
        node.addRoute(RouteEntry.via(IpPrefix.parse(to), IpAddress.parse(via)));
    }

    @AfterEach
    void endsWithEverythingCounted() {
        time.runUntil(time.now() + 100_000_000_000L);
        nodes.forEach(Network::close);
        assertEquals(0, pool.inUse(), "packets not back in the pool");
        for (TestCounters one : counters) {
            assertEquals(one.value("ip6.inReceives") + one.value("ip6.reasmOKs"), one.value("ip6.inDelivers")
                    + one.value("ip6.outForwDatagrams") + one.value("ip6.reasmReqds") + one.drops("ip6.in"));
            assertEquals(one.value("ip6.outTransmits"), one.value("eth0.ndRequests") + one.value("eth1.ndRequests"));
        }
    }

    @Override
    public void replied(IpAddress source, int sequence, int size, int hopLimit) {
        heard.add(sequence + ": " + size + " bytes from " + source + ", hop limit " + hopLimit);
    }

    @Override
    public void failed(int sequence, NetworkError error) {
        heard.add(sequence + ": " + error.kind() + " from " + error.reporter()
                + (error.mtu() == 0 ? "" : " mtu " + error.mtu()));
    }

    private void ping(int sequence, String to, int size, int hopLimit) {
        assertEquals(Sent.YES,
                alice.echo(IpAddress.parse(to), 7, sequence, size, SendOptions.DATAGRAM.hopLimit(hopLimit)));
        time.runUntil(time.now() + 5_000_000_000L);
    }

    @Test
    void pings() {
        ping(1, BOB, 56, 64);
        assertEquals(List.of("1: 56 bytes from " + BOB + ", hop limit 61"), heard);
    }

    @Test
    void tracesTheRoute() {
        for (int hops = 1; hops <= 4; hops++) {
            ping(hops, BOB, 56, hops);
        }
        assertEquals(List.of("1: TIME_EXCEEDED from 2001:db8:1::1", "2: TIME_EXCEEDED from 2001:db8:2::1",
                "3: TIME_EXCEEDED from 2001:db8:3::1", "4: 56 bytes from " + BOB + ", hop limit 61"), heard);
    }

    /** B20, B21: the router before the narrow wire tells; what follows is cut to fit, by its source. */
    @Test
    void pingsWithTwentyThousandBytes() {
        ping(1, BOB, 20_000, 64);
        assertEquals("1: FRAGMENTATION_NEEDED from 2001:db8:2::1 mtu 1400", heard.getFirst());
        heard.clear();
        assertEquals(1400, alice.path(null, IpAddress.parse(BOB)).mtu());
        ping(2, BOB, 20_000, 64); // Bob learns in the same way
        ping(3, BOB, 20_000, 64);
        assertEquals("3: 20000 bytes from " + BOB + ", hop limit 61", heard.getLast());
        assertEquals(1400, wires[2].longest);
    }

    @Test
    void hearsThatNobodyHasTheAddress() {
        ping(1, "2001:db8:4::77", 56, 64);
        assertEquals(List.of("1: HOST_UNREACHABLE from 2001:db8:3::1"), heard);
    }

    @Test
    void hearsThatThereIsNoRoute() {
        ping(1, "2001:db8:99::1", 56, 64);
        assertEquals(List.of("1: NET_UNREACHABLE from 2001:db8:3::1"), heard);
    }

    @Test
    void pingsItsNeighbourByItsLinkLocalAddress() {
        String router = nodes.get(1).addresses().stream()
                .filter(row -> row.device().equals("eth0") && row.address().address().isLinkLocal())
                .map(row -> row.address().address().toString()).findFirst().orElseThrow();
        ping(1, router, 56, 64);
        assertEquals(List.of("1: 56 bytes from " + router + ", hop limit 64"), heard);
    }
}
