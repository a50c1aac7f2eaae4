package org.wirelathe.ip.v6;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.ManualTime;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * A node at 2001:db8:1::fe/64 and fe80::0:fe on eth0, 2001:db8:2::fe/64 and fe80::1:fe on eth1 (MTU 1400), with a
 * default route to 2001:db8:2::9, and a protocol 253 that writes down what it hears. What it sends is told in words.
 */
final class TestNode implements ProtocolHandler, EchoListener {
    static final int TEST = 253;

    final ManualTime time = new ManualTime();
    final PacketPool pool = new PacketPool();
    final TestCounters counters = new TestCounters();
    final FakeLink link0 = new FakeLink("eth0", 1500);
    final FakeLink link1 = new FakeLink("eth1", 1400);
    final List<String> up = new ArrayList<>();
    final PacketFilters filters = new PacketFilters();
    final Routes routes;
    final Protocols protocols = new Protocols();
    final EchoListeners echoes = new EchoListeners();
    final Loopback loopback = new Loopback(time, counters);
    final Ipv6 ip;
    final FakeDiscovery links;
    final Ipv6Interface eth0;
    final Ipv6Interface eth1;
    boolean takesBroadcasts;

    TestNode(NetworkSettings settings) {
        NodeContext node = new NodeContext("r1", 1, time, pool, counters, null);
        routes = new Routes(node);
        ip = new Ipv6(node, settings, routes, protocols, echoes, loopback, filters);
        loopback.input(null, ip);
        links = new FakeDiscovery(ip, counters);
        ip.discovery(links);
        eth0 = add(link0, "2001:db8:1::fe");
        eth1 = add(link1, "2001:db8:2::fe");
        routes.add(RouteEntry.via(IpPrefix.DEFAULT_V6, a("2001:db8:2::9")));
        protocols.handler(TEST, this);
    }

    private Ipv6Interface add(FakeLink link, String address) {
        routes.addInterface(link.link);
        return ip.addInterface(link.link, InterfaceSettings.of(List.of(new InterfaceAddress(a(address), 64))));
    }

    static TestNode host() {
        return new TestNode(NetworkSettings.DEFAULT);
    }

    static TestNode router() {
        return new TestNode(NetworkSettings.DEFAULT.forwarding(true));
    }

    static IpAddress a(String address) {
        return IpAddress.parse(address);
    }

    @Override
    public boolean takesBroadcasts() {
        return takesBroadcasts;
    }

    @Override
    public void received(Packet packet, Arrival from) {
        up.add(from.source() + " > " + from.destination() + ": " + packet.length() + " bytes");
        packet.release();
    }

    @Override
    public void failed(NetworkError error) {
        up.add(error.kind() + " from " + error.reporter() + " about " + error.source() + " > "
                + error.destination() + " " + Long.toHexString(error.quoted())
                + (error.mtu() == 0 ? "" : " mtu " + error.mtu()));
    }

    @Override
    public void replied(IpAddress source, int sequence, int size, int hopLimit) {
        up.add("reply " + sequence + " from " + source + ": " + size + " bytes, hop limit " + hopLimit);
    }

    @Override
    public void failed(int sequence, NetworkError error) {
        up.add("echo " + sequence + " failed: " + error.kind() + " from " + error.reporter());
    }

    void in(Ipv6Interface at, byte[] packet) {
        in(at, packet, false);
    }

    void in(Ipv6Interface at, byte[] packet, boolean group) {
        ip.received(copy(packet), at, group);
    }

    Packet copy(byte[] bytes) {
        Packet packet = pool.takeFor(bytes.length);
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        return packet;
    }

    /** A packet of the protocol, data 1, 2, 3 ...; sources that are {@code null} are chosen. */
    Sent send(String source, String destination, int size, SendOptions options) {
        Path path = path(source, destination);
        Packet packet = pool.takeFor(size);
        int at = packet.put(size);
        for (int i = 0; i < size; i++) {
            packet.bytes[at + i] = (byte) (i + 1);
        }
        return ip.send(packet, path, TEST, options);
    }

    Sent send(String source, String destination, int size) {
        return send(source, destination, size, SendOptions.DATAGRAM);
    }

    Path path(String source, String destination) {
        return ip.path(source == null ? null : a(source), a(destination));
    }

    void route(String to, RouteEntry.Kind kind) {
        RouteEntry via = RouteEntry.via(IpPrefix.parse(to), a("2001:db8:2::8"));
        routes.add(new RouteEntry(via.to(), kind, via.hops(), 0, via.from(), via.source(), via.origin()));
    }

    /** What was sent since the last call; every packet is sound. */
    List<String> out() {
        List<String> words = new ArrayList<>();
        for (FakeDiscovery.Sent one : links.sent) {
            words.add(one.link() + " " + one.to() + ": " + Words.of(one.packet()));
        }
        links.sent.clear();
        return words;
    }

    long count(String name) {
        return counters.value(name);
    }

    /** At the end of a test: everything came back, and every packet is accounted for (docs/counters.md). */
    void close() {
        ip.close();
        loopback.close();
        assertEquals(0, pool.inUse(), "packets not back in the pool");
        balance();
    }

    void balance() {
        assertEquals(count("ip6.inReceives") + count("ip6.reasmOKs"), count("ip6.inDelivers")
                + count("ip6.outForwDatagrams") + count("ip6.reasmReqds") + counters.drops("ip6.in"),
                "packets in = delivered + forwarded + dropped by reason");
        assertEquals(count("ip6.outRequests") + count("ip6.outForwDatagrams") + count("ip6.outFragCreates")
                + count("ip6.outGroupCopies") + count("ip6.outGsoSegments"),
                count("ip6.outTransmits") + count("ip6.outLoopbacks") + count("ip6.outFragOKs")
                + count("ip6.outGsoPackets") + counters.drops("ip6.out"),
                "packets to be sent = given to links or to itself + dropped by reason");
        assertEquals(links.given, count("ip6.outTransmits"));
        assertEquals(count("icmp6.inMsgs"), count("icmp6.inEchos") + count("icmp6.inEchoReplies")
                + count("icmp6.inReported") + count("icmp6.inNeighborSolicits") + counters.drops("icmp6.in"),
                "messages in = used + dropped by reason");
        assertEquals(count("icmp6.outMsgs"), count("icmp6.outEchos") + count("icmp6.outEchoReplies")
                + count("icmp6.outDestUnreachs") + count("icmp6.outPktTooBigs") + count("icmp6.outTimeExcds")
                + count("icmp6.outParmProblems"));
    }

    /** A message with a sound checksum. */
    static byte[] icmp(String source, String destination, int type, int code, int word, byte[] body) {
        byte[] message = new byte[Icmpv6Message.HEADER + body.length];
        System.arraycopy(body, 0, message, Icmpv6Message.HEADER, body.length);
        new Icmpv6Message(message, 0).write(type, code, word);
        IpAddress from = a(source);
        IpAddress to = a(destination);
        new Icmpv6Message(message, 0).seal(from.high(), from.low(), to.high(), to.low(), message.length);
        return Build.packet(source, destination).header(58, message).bytes();
    }
}
