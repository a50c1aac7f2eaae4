package org.wirelathe.ip.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.net.NatSettings.Forward;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.ip.PacketFilter.Place;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;
import org.wirelathe.wire.UdpHeader;

/**
 * A router with inside hosts in 192.168.1.0/24 on eth0 and the address 203.0.113.1 on eth1, its translator, its clock.
 * Packets are written {@code udp 192.168.1.2:1000 > 198.51.100.9:53}; what comes out of the router is told likewise,
 * and every checksum in it verifies.
 */
final class NatRig implements Scheduler, Counters {
    static final String NAT = "203.0.113.1";
    static final String IN = "eth0";
    static final String OUT = "eth1";
    static final long SECOND = 1_000_000_000L;

    final PacketPool pool = new PacketPool();
    final Map<String, Counter> counters = new TreeMap<>();
    final Nat nat;
    final Filters filters;
    long now;
    /** What the packet looked like when it came out, for those who want more than the words. */
    byte[] last;

    NatRig() {
        this(NatSettings.to(OUT));
    }

    NatRig(NatSettings settings) {
        nat = new Nat(new NodeContext("r1", 1, this, pool, this, null), settings, Ipv4.parse(NAT));
        filters = new Filters(null, nat);
    }

    static NatSettings settings(Behaviour mapping, Behaviour filtering, int firstPort, int lastPort, int capacity,
            Forward... forwards) {
        NatSettings base = NatSettings.to(OUT);
        return new NatSettings(OUT, mapping, filtering, true, firstPort, lastPort, base.udpTimeout(), base.tcpTimeout(),
                base.tcpTransitoryTimeout(), capacity, Arrays.asList(forwards));
    }

    static NatSettings filtering(Behaviour filtering, Forward... forwards) {
        return settings(Behaviour.ENDPOINT_INDEPENDENT, filtering, 1024, 65_535, 65_536, forwards);
    }

    static Forward forward(int protocol, int outside, String inside, int port) {
        return new Forward(protocol, outside, IpAddress.parse(inside), port);
    }

    /**
     * A packet in words: {@code udp}, {@code tcp}, {@code syn}, {@code fin}, {@code rst}, {@code synack}, {@code echo}.
     */
    static byte[] packet(String words) {
        String[] word = words.split("[ :>]+");
        boolean query = word[0].equals("echo") || word[0].equals("reply");
        int source = Ipv4.parse(word[1]);
        int sourcePort = query ? 0 : Integer.parseInt(word[2]);
        int destination = Ipv4.parse(word[query ? 2 : 3]);
        int destinationPort = query ? Integer.parseInt(word[3].substring(1)) : Integer.parseInt(word[4]);
        int protocol = query ? Protocol.ICMP : word[0].equals("udp") ? Protocol.UDP : Protocol.TCP;
        int header = protocol == Protocol.TCP ? 20 : 8;
        byte[] bytes = new byte[20 + header + 5];
        for (int i = 20 + header; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        new Ipv4Header(bytes, 0).write(0, bytes.length, 77, 0, 64, protocol, source, destination);
        switch (protocol) {
            case Protocol.UDP -> {
                UdpHeader udp = new UdpHeader(bytes, 20);
                udp.write(sourcePort, destinationPort, 13);
                udp.seal(source, destination);
            }
            case Protocol.TCP -> {
                TcpHeader tcp = new TcpHeader(bytes, 20);
                tcp.write(sourcePort, destinationPort, 1, 2, 20, flags(word[0]), 1000);
                tcp.seal(source, destination, bytes.length);
            }
            default -> new IcmpMessage(bytes, 20).write(word[0].equals("echo") ? 8 : 0, 0, destinationPort, 1,
                    bytes.length);
        }
        return bytes;
    }

    private static int flags(String word) {
        return switch (word) {
            case "syn" -> TcpHeader.SYN;
            case "synack" -> TcpHeader.SYN | TcpHeader.ACK;
            case "fin" -> TcpHeader.FIN | TcpHeader.ACK;
            case "rst" -> TcpHeader.RST;
            default -> TcpHeader.ACK;
        };
    }

    /** An ICMP error about a packet, of which it quotes the header and {@code quoted} bytes. */
    static byte[] error(String source, String destination, byte[] about, int quoted) {
        int length = Math.min(20 + quoted, about.length);
        byte[] bytes = new byte[28 + length];
        System.arraycopy(about, 0, bytes, 28, length);
        new Ipv4Header(bytes, 0).write(0, bytes.length, 78, 0, 64, Protocol.ICMP, Ipv4.parse(source),
                Ipv4.parse(destination));
        new IcmpMessage(bytes, 20).write(IcmpMessage.UNREACHABLE, IcmpMessage.CODE_PORT_UNREACHABLE, 0, 0,
                bytes.length);
        return bytes;
    }

    /** From an inside host, or by way of the outside address back to one. */
    String out(String words) {
        return through(packet(words), IN);
    }

    /** From outside. */
    String in(String words) {
        return through(packet(words), OUT);
    }

    /** From this router itself. */
    String own(String words) {
        return through(packet(words), null);
    }

    /** What becomes of a packet: where it goes and how it looks then, or {@code DROP}, {@code REJECT}. */
    String through(byte[] bytes, String in) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        String told = through(packet, in);
        packet.release();
        return told;
    }

    String through(Packet packet, String in) {
        Action action = in == null ? Action.ACCEPT : filters.look(Place.PREROUTING, packet, in, null);
        String to = null;
        if (action == Action.ACCEPT) {
            int destination = new Ipv4Header(packet.bytes, packet.head).destination();
            boolean inside = destination >>> 8 == Ipv4.parse("192.168.1.0") >>> 8;
            if (destination == Ipv4.parse(NAT) && in != null) {
                to = "self";
            } else {
                to = inside ? IN : OUT;
                action = filters.look(Place.POSTROUTING, packet, in, to);
            }
        }
        last = Arrays.copyOfRange(packet.bytes, packet.head, packet.tail);
        assertBalance();
        return action == Action.ACCEPT ? to + " " + words(last, packet.checksum) : action.name();
    }

    static String words(byte[] bytes, int checksum) {
        Ipv4Header ip = new Ipv4Header(bytes, 0);
        assertEquals(Fault.NONE, ip.check(bytes.length));
        return words(bytes, ip, checksum);
    }

    private static String words(byte[] bytes, Ipv4Header ip, int checksum) {
        String source = Ipv4.format(ip.source());
        String destination = Ipv4.format(ip.destination());
        if ((ip.flagsAndOffset() & 0x1FFF) != 0) {
            return "later " + source + " > " + destination;
        }
        int at = ip.headerLength();
        int length = bytes.length - at;
        switch (ip.protocol()) {
            case Protocol.UDP, Protocol.TCP -> {
                boolean udp = ip.protocol() == Protocol.UDP;
                long pseudo = Checksum.pseudoHeader(ip.source(), ip.destination(), ip.protocol(), length);
                if (checksum == Packet.CHECKSUM_PARTIAL) {
                    assertEquals(Checksum.fold(pseudo), Bytes.u16(bytes, at + (udp ? 6 : 16)), "a begun checksum");
                } else if (!ip.isFragment() && !(udp && Bytes.u16(bytes, at + 6) == 0)) {
                    assertTrue(Checksum.verifies(Checksum.sum(bytes, at, length) + pseudo), "transport checksum");
                }
                return (udp ? "udp " : "tcp ") + source + ":" + Bytes.u16(bytes, at) + " > " + destination + ":"
                        + Bytes.u16(bytes, at + 2);
            }
            case Protocol.ICMP -> {
                IcmpMessage message = new IcmpMessage(bytes, at);
                assertEquals(Fault.NONE, message.check(bytes.length));
                if (!message.isError()) {
                    return (message.type() == 8 ? "echo " : "reply ") + source + " > " + destination + " #"
                            + message.identifier();
                }
                return "error " + source + " > " + destination + " about " + quoted(bytes, at + 8);
            }
            default -> {
                return "protocol " + ip.protocol() + " " + source + " > " + destination;
            }
        }
    }

    /** The header verifies, and the transport checksum when all of the packet is quoted. */
    private static String quoted(byte[] bytes, int at) {
        byte[] quote = Arrays.copyOfRange(bytes, at, bytes.length);
        Ipv4Header ip = new Ipv4Header(quote, 0);
        assertTrue(Checksum.verifies(Checksum.sum(quote, 0, ip.headerLength())), "quoted header");
        if (quote.length >= ip.totalLength()) {
            return words(quote, ip, 0);
        }
        int port = ip.protocol() == Protocol.ICMP ? Bytes.u16(quote, 24) : Bytes.u16(quote, 20);
        return "part of " + Ipv4.format(ip.source()) + ":" + port + " > " + Ipv4.format(ip.destination()) + ":"
                + Bytes.u16(quote, 22);
    }

    long count(String name) {
        return counters.get("nat." + name).value();
    }

    private void assertBalance() {
        long refused = counters.entrySet().stream().filter(one -> one.getKey().startsWith("nat.refused"))
                .mapToLong(one -> one.getValue().value()).sum();
        assertEquals(count("seen"), count("outTranslated") + count("inTranslated") + count("errorsTranslated")
                + count("passed") + refused);
    }

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(place + "." + name, key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        throw new AssertionError("drops are counted by IP");
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long nextOrder() {
        return 0;
    }

    @Override
    public Timer timer(Runnable action) {
        throw new AssertionError("it needs no timer");
    }

    @Override
    public void post(Runnable task) {
        task.run();
    }
}
