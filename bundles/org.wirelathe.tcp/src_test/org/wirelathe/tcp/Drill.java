package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.congestion.Lease;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.Listener;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.api.transport.TransportSettings;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.TcpHeader;

/**
 * The test language: one TCP against a peer that the test plays, segment by segment, in virtual time.
 *
 * <pre>{@code
 * try (var t = Drill.established("mss=1000", "cwnd=4000")) {
 *   t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
 *   t.after(ms(100)).in("ack 1001").window(5000);
 * }
 * }</pre>
 *
 * <p>{@link #out} names every segment that was sent since the last look, no more and no fewer; {@link #close} fails on
 * any segment that nobody asked about, on a packet that was not given back, on a timer that outlives the transport, and
 * on a segment that came in and was not counted exactly once as taken or dropped.
 * Payload is a pattern of stream positions in both directions and is checked at both ends. Segments are written as
 * {@link SegmentText} says; what {@code out} does not mention is not compared, except that SYN, FIN and RST must be
 * mentioned, and that a segment without a range must be without text. What {@code in} does not mention is what a
 * well-behaved peer would say.
 *
 * <p>Settings: {@code mss=} of the peer (1460), {@code win=} its window in bytes (65535), {@code ws=} its window scale,
 * {@code mtu=} of the first hop, {@code sndbuf=}, {@code rcvbuf=}, {@code rtt=} of the handshake in ms (100), {@code
 * isn=} and {@code irs=} the two initial sequence numbers, {@code cc=} the algorithm, {@code cwnd=} and {@code
 * ssthresh=} in bytes, {@code active} for an active open, {@code reading} for an application that reads at once, {@code
 * quickack} for a host that delays no acknowledgment, {@code tso} for a card with all offloads, {@code
 * traced} for a run that somebody follows.
 */
final class Drill implements AutoCloseable {
    static final IpAddress LOCAL = IpAddress.parse("10.0.0.1");
    static final IpAddress REMOTE = IpAddress.parse("10.0.0.2");
    static final int SERVER_PORT = 80;
    static final int CLIENT_PORT = 4711;

    private static final String PRESET = "drill-preset";

    final VirtualTime time;
    final FakeNetwork network = new FakeNetwork(LOCAL);
    final FakeCounters counters = new FakeCounters();
    final PacketPool pool = new PacketPool();
    final List<String> journal = new ArrayList<>();
    final Transport transport;
    final List<String> news = new ArrayList<>();
    /** What probes heard, with {@code traced}. */
    final List<String> probed = new ArrayList<>();
    private final Map<String, Runnable> reactions = new TreeMap<>();
    final ConnectionListener ear = new Ear(this::hear);
    /** Algorithms that the registry has, by name; see {@link FakeLease}. */
    final Map<String, FakeLease> algorithms = new TreeMap<>();
    /** Whether the accept queue has room. */
    boolean hasRoom = true;
    Connection connection;
    Listener listener;

    private final Map<String, String> settings = new TreeMap<>();
    private final StreamBuffer send;
    private final StreamBuffer receive;
    private final boolean isActive;
    private long written;
    private long read;
    private final DrillPeer peer;

    private Drill(long start, String... given) {
        for (String setting : given) {
            int equals = setting.indexOf('=');
            settings.put(equals < 0 ? setting : setting.substring(0, equals), setting.substring(equals + 1));
        }
        time = new VirtualTime(start);
        network.mtu = (int) number("mtu", 1500);
        network.offloads = settings.containsKey("tso") ? Offloads.ALL : Offloads.NONE;
        send = new StreamBuffer((int) number("sndbuf", 1 << 20));
        receive = new StreamBuffer((int) number("rcvbuf", 65535));
        isActive = settings.containsKey("active");
        peer = new DrillPeer((int) number("irs", 0x7000_0000L), number("win", 65535), settings.containsKey("ws"));
        peer.remotePort = isActive ? SERVER_PORT : CLIENT_PORT;
        peer.localPort = SERVER_PORT;
        transport = new TcpLayer().create(node(), network, this::lease,
                new TransportSettings(!settings.containsKey("quickack")));
    }

    private NodeContext node() {
        return new NodeContext("host", 1, time, pool, counters,
                (kind, subject, detail) -> journal.add(kind + " " + detail),
                settings.containsKey("traced") ? new NotedProbes(probed) : Probes.OFF,
                new Cpu(time, CpuCosts.NONE));
    }

    private Lease lease(String name) {
        FakeLease lease = algorithms.get(name);
        return lease != null && lease.isLive() ? lease : null;
    }

    // ---- beginnings ----

    /** A listener on port 80. */
    static Drill listening(String... settings) {
        Drill t = new Drill(startFor(settings), settings);
        t.listen();
        return t;
    }

    /** An active open whose SYN has not been looked at. */
    static Drill connecting(String... settings) {
        String[] active = Arrays.copyOf(settings, settings.length + 1);
        active[settings.length] = "active";
        Drill t = new Drill(startFor(active), active);
        t.connect();
        return t;
    }

    /** A connection that has just been established. */
    static Drill established(String... settings) {
        Drill t = new Drill(startFor(settings), settings);
        if (t.isActive) {
            t.connect();
            t.next("S");
            t.after(ms(t.number("rtt", 100)));
            t.in("S. 0:0 ack 1 " + t.synOptions());
            t.out("ack 1");
        } else {
            t.listen();
            t.in("S 0:0 " + t.synOptions());
            t.next("S. ack 1");
            t.after(ms(t.number("rtt", 100)));
            t.in("ack 1");
        }
        t.preset();
        t.state(ConnectionState.ESTABLISHED);
        t.news.clear();
        return t;
    }

    private String synOptions() {
        String scale = settings.containsKey("ws") ? " ws " + number("ws", 0) : "";
        return "mss " + number("mss", 1460) + scale + " win " + Math.min(65535, number("win", 65535));
    }

    /** A window that Reno did not grow itself: a passing algorithm answers it and hands it over. */
    private void preset() {
        if (settings.containsKey("cwnd") || settings.containsKey("ssthresh")) {
            long cwnd = number("cwnd", 10 * number("mss", 1460));
            long threshold = number("ssthresh", Long.MAX_VALUE);
            algorithms.put(PRESET, new FakeLease(PRESET, new FixedWindow(PRESET, cwnd, threshold)));
            connection.congestion(PRESET);
            connection.congestion(settings.getOrDefault("cc", "reno"));
            algorithms.remove(PRESET);
            journal.clear();
        }
    }

    /** The time at which the clock behind initial sequence numbers makes the one that is asked for (RFC 6528). */
    private static long startFor(String... given) {
        for (String setting : given) {
            if (setting.startsWith("isn=")) {
                try (Drill scout = new Drill(0, given)) {
                    if (scout.isActive) {
                        scout.connect();
                    } else {
                        scout.listen();
                        scout.in("S 0:0");
                    }
                    scout.next(scout.isActive ? "S" : "S.");
                    long wanted = Long.decode(setting.substring(4));
                    return (wanted - scout.peer.iss & 0xFFFF_FFFFL) * 4000;
                }
            }
        }
        return 0;
    }

    private ConnectionConfig config() {
        return new ConnectionConfig(send, receive, settings.getOrDefault("cc", "reno"), ear);
    }

    private void listen() {
        ListenHandler handler = new ListenHandler() {
            @Override
            public ConnectionConfig configure() {
                return config();
            }

            @Override
            public boolean hasRoom() {
                return hasRoom;
            }

            @Override
            public void completed(Connection completed, ConnectionConfig config) {
                connection = completed;
                hear("completed");
            }
        };
        try {
            listener = transport.listen(new Endpoint(IpAddress.ANY, SERVER_PORT), handler);
        } catch (TransportException e) {
            throw new AssertionError(e);
        }
    }

    private void connect() {
        try {
            connection = transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(REMOTE, SERVER_PORT), config());
            peer.localPort = connection.local().port();
        } catch (TransportException e) {
            throw new AssertionError(e);
        }
    }

    static long ms(long milliseconds) {
        return milliseconds * 1_000_000;
    }

    static long seconds(long seconds) {
        return seconds * 1_000_000_000;
    }

    private long number(String name, long otherwise) {
        return settings.containsKey(name) ? Long.decode(settings.get(name)) : otherwise;
    }

    // ---- what the application does ----

    Drill write(int bytes) {
        int taken = send.append(Pattern.bytes(written, bytes), 0, bytes);
        if (taken < bytes) {
            throw new AssertionError("send buffer took " + taken + " of " + bytes + " bytes");
        }
        written += bytes;
        connection.written();
        return this;
    }

    /** Reads so many bytes and checks them. */
    Drill read(int bytes) {
        byte[] taken = new byte[bytes];
        int length = receive.take(taken, 0, bytes);
        if (length < bytes) {
            throw new AssertionError("only " + length + " of " + bytes + " bytes to read");
        }
        Pattern.check(taken, 0, length, read);
        read += length;
        connection.consumed();
        return this;
    }

    Drill finish() {
        connection.finish();
        time.settle();
        return this;
    }

    Drill release() {
        connection.release();
        time.settle();
        return this;
    }

    Drill abort() {
        connection.abort();
        time.settle();
        return this;
    }

    /** What the application does when it hears of {@code event}. */
    Drill on(String event, Runnable reaction) {
        reactions.put(event, reaction);
        return this;
    }

    private void hear(String event) {
        news.add(event);
        if (event.equals("received") && settings.containsKey("reading")) {
            read(receive.length());
        }
        reactions.getOrDefault(event.split(" ")[0], () -> { }).run();
    }

    // ---- the network and the clock ----

    /** Lets time pass; timers run. */
    Drill after(long nanoseconds) {
        time.advance(nanoseconds);
        return this;
    }

    /** The device refuses the next segments. */
    Drill refuseNext(int segments) {
        for (int i = 0; i < segments; i++) {
            network.answers.addLast(Sent.DROPPED);
        }
        return this;
    }

    /** An ICMP error about a segment of ours with this relative number. */
    Drill icmp(NetworkError.Kind kind, long sequence) {
        return icmp(kind, sequence, 0);
    }

    /** As above, with the MTU that a router says the next link has. */
    Drill icmp(NetworkError.Kind kind, long sequence, int mtu) {
        long number = peer.iss + (int) sequence & 0xFFFF_FFFFL;
        long quoted = (long) peer.localPort << 48 | (long) peer.remotePort << 32 | number;
        network.handler.failed(new NetworkError(kind, IpAddress.parse("10.0.0.254"), LOCAL, REMOTE, quoted, mtu));
        return this;
    }

    /** Segments from the peer, at this moment. */
    Drill in(String... segments) {
        for (String text : segments) {
            network.deliver(peer.build(new SegmentText(text), pool), REMOTE, LOCAL);
        }
        return this;
    }

    /** What the peer will say where a segment does not: its next number, and what it acknowledges. */
    Drill peer(long next, long ack) {
        peer.says(next, ack);
        return this;
    }

    /** A whole packet from the peer, as it stands. */
    Drill inRaw(byte[] bytes, IpAddress source, IpAddress destination) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        network.deliver(packet, source, destination);
        return this;
    }

    /** The bytes of a segment from the peer, checksum included. */
    byte[] bytes(String text) {
        Packet packet = peer.build(new SegmentText(text), pool);
        byte[] bytes = Arrays.copyOfRange(packet.bytes, packet.head, packet.tail);
        packet.release();
        return bytes;
    }

    // ---- what is looked at ----

    /** Exactly these segments have been sent since the last look. */
    Drill out(String... expected) {
        for (String text : expected) {
            next(text);
        }
        nothing();
        return this;
    }

    /** Nothing has been sent since the last look. */
    Drill out() {
        nothing();
        return this;
    }

    /** The next segment sent; more may follow. */
    Drill next(String text) {
        FakeNetwork.Datagram datagram = network.sent.pollFirst();
        if (datagram == null) {
            throw new AssertionError("expected [" + text + "], but nothing was sent");
        }
        Packet packet = datagram.packet();
        TcpHeader header = new TcpHeader(packet.bytes, packet.head);
        if (network.offloads.txChecksum()) {
            datagram.complete();
        }
        if (!header.verifies(datagram.source().v4(), datagram.destination().v4(), packet.tail)) {
            throw new AssertionError("the checksum of a segment sent does not verify");
        }
        if ((header.flags() & TcpHeader.SYN) != 0) {
            peer.iss = header.sequence();
        }
        String problem = peer.compare(new SegmentText(text), header, packet);
        String seen = peer.describe(header, packet);
        packet.release();
        if (problem != null) {
            throw new AssertionError("expected [" + text + "], sent [" + seen + "]: " + problem);
        }
        return this;
    }

    private void nothing() {
        FakeNetwork.Datagram datagram = network.sent.pollFirst();
        if (datagram != null) {
            Packet packet = datagram.packet();
            String seen = peer.describe(new TcpHeader(packet.bytes, packet.head), packet);
            packet.release();
            throw new AssertionError("nobody asked for [" + seen + "]");
        }
    }

    /** The congestion window in bytes. */
    Drill window(long bytes) {
        return gauge("cwnd", bytes);
    }

    /** A value that the connection shows. */
    Drill gauge(String name, long value) {
        Map<String, Long> seen = gauges();
        if (!Long.valueOf(value).equals(seen.get(name))) {
            throw new AssertionError(name + " is " + seen.get(name) + ", not " + value);
        }
        return this;
    }

    Map<String, Long> gauges() {
        Map<String, Long> seen = new TreeMap<>();
        connection.gauges(seen::put);
        return seen;
    }

    Drill state(ConnectionState state) {
        if (connection.state() != state) {
            throw new AssertionError("state is " + connection.state() + ", not " + state);
        }
        return this;
    }

    /** A counter's value. */
    Drill count(String counter, long value) {
        if (counters.value(counter) != value) {
            throw new AssertionError(counter + " is " + counters.value(counter) + ", not " + value);
        }
        return this;
    }

    /** What the listener was told since the last look, in order. */
    Drill told(String... expected) {
        if (!news.equals(List.of(expected))) {
            throw new AssertionError("the socket heard " + news + ", not " + List.of(expected));
        }
        news.clear();
        return this;
    }

    /** No timer is armed but these. */
    Drill timers(TcpTimer... expected) {
        List<TcpTimer> armed = new ArrayList<>();
        for (TcpTimer timer : TcpTimer.ALL) {
            if (((TcpConnection) connection).timers.isArmed(timer)) {
                armed.add(timer);
            }
        }
        if (!armed.equals(List.of(expected)) || time.armed() != expected.length) {
            throw new AssertionError("armed are " + armed + ", " + time.armed() + " in all, not " + List.of(expected));
        }
        return this;
    }

    /** Forgets what the listener was told. */
    Drill hush() {
        news.clear();
        return this;
    }

    /** How many bytes wait to be read. */
    int readable() {
        return receive.length();
    }

    @Override
    public void close() {
        nothing();
        transport.close();
        network.close();
        if (pool.inUse() != 0) {
            throw new AssertionError(pool.inUse() + " packets were not given back");
        }
        if (time.armed() != 0) {
            throw new AssertionError(time.armed() + " timers outlive the transport");
        }
        counters.requireBalance();
    }
}
