package org.wirelathe.ip.ndp;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Advertisement;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.ip.v6.Ipv6Address;
import org.wirelathe.ip.v6.Ipv6Core;
import org.wirelathe.ip.v6.Ipv6Interface;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * One node with one interface eth0, whose MAC address ends in :01, on a link where the test is everybody else. What it
 * sends stands in {@link #out}, what became of it in {@link #events}, both with the time in ms.
 */
final class Node implements Ipv6Core {
    static final long MAC = 0x0200_0000_0001L;
    static final int DATA = 59;

    final TestTime time = new TestTime();
    final PacketPool pool = new PacketPool();
    final TestCount counters = new TestCount();
    final List<String> out = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    final List<RouteEntry> routes = new ArrayList<>();
    final List<Long> stations = new ArrayList<>();
    final Arrival arrival = new Arrival();
    final Discovery discovery;
    Ipv6Interface eth0;
    boolean router;
    /** Whether the link works; what is sent is noted all the same. */
    boolean quiet;
    IpAddress firstHop;
    long given;

    private final Link link = (Link) Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {Link.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "name" -> "eth0";
                case "mtu" -> 1500;
                case "nic" -> nic();
                case "send6" -> sent((Packet) arguments[0], (Long) arguments[1]);
                case "joinStations" -> stations.add((Long) arguments[0]) ? null : null;
                case "leaveStations" -> stations.remove(arguments[0]) ? null : null;
                case "hashCode" -> 1;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    Node(long seed) {
        discovery = new Discovery(new NodeContext("alice", seed, time, pool, counters, (kind, subject, detail) -> events
                .add(ms() + ' ' + kind + ' ' + subject + ": " + detail)), this);
    }

    private static NetworkInterface nic() {
        return (NetworkInterface) Proxy.newProxyInstance(Link.class.getClassLoader(),
                new Class<?>[] {NetworkInterface.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "mac" -> MAC;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    /** A host with these addresses, used at once; advertisements are believed when it is asked to. */
    static Node host(boolean accept, String... addresses) {
        return new Node(1).up(false, accept, null, addresses);
    }

    /** Brings the interface up. */
    Node up(boolean detect, boolean accept, Advertisement advertise, String... addresses) {
        List<InterfaceAddress> list = new ArrayList<>();
        for (String address : addresses) {
            IpPrefix prefix = IpPrefix.parse(address);
            list.add(new InterfaceAddress(IpAddress.parse(address.substring(0, address.indexOf('/'))),
                    prefix.length()));
        }
        eth0 = new Ipv6Interface(link, new InterfaceSettings(list, true, detect, accept,
                Optional.ofNullable(advertise)));
        discovery.up(eth0);
        return this;
    }

    private String ms() {
        return String.valueOf(time.now() / 1_000_000);
    }

    private boolean sent(Packet packet, long mac) {
        given++;
        if (!quiet) {
            out.add(ms() + ' ' + Words.of(packet.bytes, packet.head, packet.tail) + " to "
                    + String.format("%x", mac));
        }
        packet.release();
        return true;
    }

    /** What was sent since the last call, in lines. */
    String said() {
        String said = String.join("\n", out);
        out.clear();
        return said;
    }

    String happened() {
        String happened = String.join("\n", events);
        events.clear();
        return happened;
    }

    Node until(long ms) {
        time.runUntil(ms * 1_000_000);
        return this;
    }

    /** Sends a packet of data to a neighbour. */
    boolean data(String source, String nextHop) {
        Packet packet = pool.take();
        IpAddress from = IpAddress.parse(source);
        IpAddress to = IpAddress.parse(nextHop);
        new Ipv6Header(packet.bytes, packet.head).write(0, 0, 0, DATA, 64, from.high(), from.low(), to.high(),
                to.low());
        packet.put(Ipv6Header.LENGTH);
        return discovery.send(packet, eth0, to.high(), to.low());
    }

    /** Hears a message. */
    void hear(Say message) {
        Packet packet = message.packet(pool);
        discovery.received(packet, packet.head + Ipv6Header.LENGTH, eth0, arrival);
    }

    /** What is known of a neighbour: state and the end of its MAC address. */
    String state(String address) {
        for (NeighbourRow row : discovery.neighbours(eth0)) {
            if (row.address().equals(IpAddress.parse(address))) {
                return row.state() + (row.mac() < 0 ? "" : String.format(" :%02x", row.mac() & 0xFF));
            }
        }
        return "none";
    }

    /** The addresses with their states. */
    String addresses() {
        List<String> text = new ArrayList<>();
        for (Ipv6Address one : eth0.addresses()) {
            text.add(one.address + "/" + one.prefixLength + ' ' + one.state);
        }
        return String.join("\n", text);
    }

    // ---- Ipv6Core ----

    @Override
    public void send(Packet message, Ipv6Interface at, IpAddress source, IpAddress destination) {
        new Icmpv6Message(message.bytes, message.head).seal(source.high(), source.low(), destination.high(),
                destination.low(), message.tail);
        int length = message.length();
        new Ipv6Header(message.bytes, message.push(Ipv6Header.LENGTH)).write(0, 0, length, Protocol.ICMPV6, 255,
                source.high(), source.low(), destination.high(), destination.low());
        discovery.send(message, at, destination.high(), destination.low());
    }

    @Override
    public void unresolved(Packet packet, Ipv6Interface at) {
        events.add(ms() + " unresolved " + new Ipv6Header(packet.bytes, packet.head).destination());
        packet.release();
    }

    @Override
    public void changed(Ipv6Interface at, Ipv6Address address) {
        events.add(ms() + ' ' + address.address + ' '
                + (at.addresses().contains(address) ? address.state : AddressRow.State.TENTATIVE + " gone"));
    }

    @Override
    public void addRoute(RouteEntry route) {
        removeSame(route);
        routes.add(route);
        events.add(ms() + " + " + text(route));
    }

    @Override
    public void removeRoute(RouteEntry route) {
        removeSame(route);
        events.add(ms() + " - " + text(route));
    }

    private void removeSame(RouteEntry route) {
        routes.removeIf(one -> one.to().equals(route.to()) && one.metric() == route.metric());
    }

    private static String text(RouteEntry route) {
        return route.to() + route.hops().getFirst().gateway().map(via -> " via " + via).orElse("") + " dev "
                + route.hops().getFirst().device().orElseThrow() + " metric " + route.metric();
    }

    @Override
    public IpAddress firstHop(long destinationHigh, long destinationLow) {
        return firstHop;
    }

    @Override
    public boolean isRouter() {
        return router;
    }

    @Override
    public void drop(Packet packet, String reason) {
        counters.drop("icmp6", reason).increment();
        packet.release();
    }
}
