package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.ip.EchoListeners;
import org.wirelathe.ip.IpLayer;
import org.wirelathe.ip.Loopback;
import org.wirelathe.ip.ManualTime;
import org.wirelathe.ip.PacketFilters;
import org.wirelathe.ip.Protocols;
import org.wirelathe.ip.Routes;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/**
 * A node at 10.0.1.254/24 on eth0 and 10.0.2.254/24 on eth1 (MTU 1000) with a default route to 10.0.2.9, and a protocol
 * 253 that writes down what it hears. What the node sends is told in words.
 */
public final class TestNode implements ProtocolHandler, EchoListener {
    static final int TEST = 253;

    final ManualTime time = new ManualTime();
    final PacketPool pool = new PacketPool();
    final TestCounters counters = new TestCounters();
    final List<FakeLink.Sent> sent = new ArrayList<>();
    public final FakeLink eth0 = new FakeLink("eth0", 1500, sent);
    public final FakeLink eth1 = new FakeLink("eth1", 1000, sent);
    final List<String> up = new ArrayList<>();
    public final V4 ip;
    /** IPv4 alone, of a {@linkplain #filtered node with filters}. */
    Ipv4Node v4;

    TestNode() {
        this(true);
    }

    /** @param defaultRoute whether there is a route for everything else */
    public TestNode(boolean defaultRoute) {
        this(defaultRoute, Probes.OFF);
    }

    TestNode(boolean defaultRoute, Probes probes) {
        ip = new V4(new IpLayer().create(new NodeContext("r1", 1, time, pool, counters, null, probes,
                new Cpu(time, CpuCosts.NONE)), NetworkSettings.DEFAULT));
        ip.addInterface(eth0.link, a("10.0.1.254"), 24);
        ip.addInterface(eth1.link, a("10.0.2.254"), 24);
        if (defaultRoute) {
            ip.addRoute(0, 0, a("10.0.2.9"));
        }
        ip.handler(TEST, this);
    }

    /** What a layer of a node that does nothing shares. */
    public static NodeContext context(String name) {
        return new NodeContext(name, 1, new ManualTime(), new PacketPool(), new TestCounters(), null);
    }

    /** A node whose IPv4 is looked into by filters. */
    static TestNode filtered(PacketFilters filters) {
        TestNode node = new TestNode(false);
        NodeContext context = new NodeContext("r2", 1, node.time, node.pool, node.counters, null);
        Routes routes = new Routes(context);
        Loopback loopback = new Loopback(node.time, node.counters);
        Protocols protocols = new Protocols();
        protocols.handler(TEST, node);
        node.v4 = new Ipv4Node(context, NetworkSettings.DEFAULT, routes, protocols, new EchoListeners(), loopback,
                filters);
        loopback.input(node.v4, Packet::release);
        node.up(routes, node.eth0, "10.0.1.254");
        node.up(routes, node.eth1, "10.0.2.254");
        return node;
    }

    private void up(Routes routes, FakeLink link, String address) {
        Ipv4Interface at = v4.addInterface(link.link, routes.addInterface(link.link));
        v4.addAddress(at, new InterfaceAddress(IpAddress.parse(address), 24));
        link.client = (LinkClient) Proxy.newProxyInstance(LinkClient.class.getClassLoader(),
                new Class<?>[] {LinkClient.class}, (proxy, method, arguments) -> {
                    v4.received((Packet) arguments[0], at, (boolean) arguments[1]);
                    return null;
                });
    }

    /** Sends by {@link #v4}. */
    Sent sendOwn(String source, String destination, int size) {
        Packet packet = pool.take();
        packet.put(size);
        return v4.send(packet, v4.path(IpAddress.parse(source), IpAddress.parse(destination)), TEST,
                SendOptions.DEFAULT);
    }

    static TestNode router() {
        TestNode node = new TestNode();
        node.ip.forwarding(true);
        return node;
    }

    static int a(String address) {
        return Ipv4.parse(address);
    }

    @Override
    public boolean takesBroadcasts() {
        return true;
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
    public void replied(IpAddress source, int sequence, int size, int timeToLive) {
        up.add("reply " + sequence + " from " + source + ": " + size + " bytes, ttl " + timeToLive);
    }

    @Override
    public void failed(int sequence, NetworkError error) {
        up.add("echo " + sequence + " failed: " + error.kind() + " from " + error.reporter());
    }

    /** An IPv4 packet whose data is 1, 2, 3 ... */
    static byte[] packet(String source, String destination, int protocol, int timeToLive, int size) {
        byte[] bytes = new byte[Ipv4Header.LEAST + size];
        for (int i = 0; i < size; i++) {
            bytes[Ipv4Header.LEAST + i] = (byte) (i + 1);
        }
        new Ipv4Header(bytes, 0).write(0, bytes.length, 77, 0, timeToLive, protocol, a(source), a(destination));
        return bytes;
    }

    static byte[] packet(String source, String destination) {
        return packet(source, destination, TEST, 64, 40);
    }

    /** An ICMP packet with a body, header fields as given. */
    static byte[] icmp(String source, String destination, int type, int code, int identifier, int sequence,
            byte[] body) {
        byte[] bytes = packet(source, destination, Protocol.ICMP, 64, IcmpMessage.HEADER + body.length);
        System.arraycopy(body, 0, bytes, 28, body.length);
        new IcmpMessage(bytes, 20).write(type, code, identifier, sequence, bytes.length);
        return bytes;
    }

    /** Writes a header field anew and mends the checksum. */
    static byte[] with(byte[] packet, int at, int value) {
        Bytes.u8(packet, at, value);
        return sealed(packet);
    }

    static byte[] sealed(byte[] packet) {
        Bytes.u16(packet, 10, 0);
        int headerLength = Math.min((packet[0] & 15) * 4, packet.length);
        Bytes.u16(packet, 10, Checksum.finish(Checksum.sum(packet, 0, headerLength)));
        return packet;
    }

    void in(FakeLink link, byte[] packet) {
        in(link, packet, false);
    }

    void in(FakeLink link, byte[] packet, boolean broadcast) {
        link.client.received(copy(packet), broadcast);
    }

    Packet copy(byte[] bytes) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        return packet;
    }

    Sent send(String source, String destination, int size) {
        Packet packet = pool.take();
        int at = packet.put(size);
        for (int i = 0; i < size; i++) {
            packet.bytes[at + i] = (byte) (i + 1);
        }
        return ip.send(packet, a(source), a(destination), TEST);
    }

    /** Sends data 1, 2, 3 ... from eth1's address. */
    Sent send(String destination, int size, SendOptions options) {
        Packet packet = pool.takeFor(size);
        int at = packet.put(size);
        for (int i = 0; i < size; i++) {
            packet.bytes[at + i] = (byte) (i + 1);
        }
        return ip.network.send(packet, ip.path(a("10.0.2.254"), a(destination)), TEST, options);
    }

    /** Length and flags, in eighths of bytes the offset, of what was sent since the last call. */
    List<String> pieces() {
        List<String> words = new ArrayList<>();
        for (FakeLink.Sent one : sent) {
            Ipv4Header header = new Ipv4Header(one.packet(), 0);
            assertEquals(Fault.NONE, header.check(one.packet().length));
            int flags = header.flagsAndOffset();
            words.add(header.totalLength() + ((flags & Ipv4Header.DONT_FRAGMENT) != 0 ? " DF" : "")
                    + ((flags & Ipv4Header.MORE_FRAGMENTS) != 0 ? " MF" : "")
                    + ((flags & 0x1FFF) != 0 ? " at " + (flags & 0x1FFF) : ""));
        }
        sent.clear();
        return words;
    }

    /** What was sent since the last call; every packet is sound. */
    List<String> out() {
        List<String> words = new ArrayList<>();
        for (FakeLink.Sent one : sent) {
            Ipv4Header header = new Ipv4Header(one.packet(), 0);
            assertEquals(Fault.NONE, header.check(one.packet().length));
            assertEquals(one.packet().length, header.totalLength());
            words.add(one.link() + " " + Ipv4.format(one.to()) + ": " + ends(header) + " " + what(header));
        }
        sent.clear();
        return words;
    }

    private static String ends(Ipv4Header header) {
        return Ipv4.format(header.source()) + " > " + Ipv4.format(header.destination());
    }

    private static String what(Ipv4Header header) {
        if (header.protocol() != Protocol.ICMP) {
            return "ttl " + header.timeToLive() + ", " + (header.totalLength() - 20) + " bytes";
        }
        IcmpMessage message = new IcmpMessage(header.bytes(), 20);
        assertEquals(Fault.NONE, message.check(header.totalLength()));
        if (!message.isError()) {
            return (message.type() == IcmpMessage.ECHO ? "echo " : "reply ") + message.identifier() + "/"
                    + message.sequence() + ", " + (header.totalLength() - 28) + " bytes";
        }
        String mtu = message.nextHopMtu() == 0 ? "" : " mtu " + message.nextHopMtu();
        return "error " + message.type() + "/" + message.code() + mtu + " about "
                + ends(new Ipv4Header(header.bytes(), 28));
    }

    long count(String name) {
        return counters.value(name);
    }

    /** At the end of a test: everything came back, and every packet that came in is accounted for. */
    public void close() {
        ip.close();
        assertEquals(0, pool.inUse(), "packets not back in the pool");
        assertEquals(count("ip.inReceives") + count("ip.reasmOKs"), count("ip.inDelivers")
                + count("ip.inForwDatagrams") + count("ip.reasmReqds") + counters.drops("ip.in"),
                "packets in, and made whole = delivered + forwarded + fragments + dropped by reason");
        assertEquals(count("ip.reasmReqds"), count("ip.reasmFragOKs") + counters.drops("ip.reasm"),
                "fragments = in whole packets + dropped by reason");
        assertEquals(count("ip.outRequests") + count("ip.inForwDatagrams") + count("ip.outGsoSegments")
                + count("ip.outFragCreates") + count("ip.outGroupCopies"),
                count("ip.outTransmits") + count("lo.txPackets") + count("ip.outGsoPackets")
                        + count("ip.outFragOKs") + counters.drops("ip.out"),
                "packets to be sent, and made = given to links or to itself + cut + dropped by reason");
        assertEquals(count("icmp.inMsgs"), count("icmp.inEchos") + count("icmp.inEchoReps") + count("icmp.inReported")
                + count("icmp.inRedirects") + count("icmp.inTimestamps") + counters.drops("icmp.in"),
                "messages in = used + dropped by reason");
    }
}
