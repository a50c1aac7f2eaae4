package org.wirelathe.ip.fragment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/** Reassembly of both families at one node, its clock and its counters; text is a pattern of positions. */
final class Rig implements Scheduler, Counters, ReassemblyOwner {
    static final int MF = Ipv4Header.MORE_FRAGMENTS;
    static final String ALICE = "10.0.1.1";
    static final String BOB = "10.0.2.1";
    static final IpAddress ALICE6 = IpAddress.parse("2001:db8:1::1");
    static final IpAddress BOB6 = IpAddress.parse("2001:db8:2::1");
    static final int TEST = 253;

    final PacketPool pool = new PacketPool();
    final Map<String, Counter> counters = new TreeMap<>();
    final Map<String, Counter> drops = new TreeMap<>();
    final List<String> expired = new ArrayList<>();
    final Ipv4Reassembly v4;
    final Ipv6Reassembly v6;
    private final Ipv6Extensions walker = new Ipv6Extensions();
    private final List<OneTimer> timers = new ArrayList<>();
    private long now;

    Rig() {
        this(NetworkSettings.DEFAULT);
    }

    /** @param memory bytes in total, and half of it for one source */
    Rig(int memory) {
        this(new NetworkSettings(false, true, memory, memory / 2, 30_000_000_000L, 1000, 50, 600_000_000_000L));
    }

    private Rig(NetworkSettings settings) {
        NodeContext node = new NodeContext("bob", 1, this, pool, this, null);
        v4 = new Ipv4Reassembly(node, "ip", settings, this);
        v6 = new Ipv6Reassembly(node, "ip6", settings, this);
    }

    /** A fragment: {@code length} bytes of text from {@code from}. */
    static byte[] fragment(int id, int from, int length, boolean more) {
        return fragment(ALICE, id, 0, from, length, more);
    }

    static byte[] fragment(String source, int id, int trafficClass, int from, int length, boolean more) {
        byte[] bytes = new byte[Ipv4Header.LEAST + length];
        text(bytes, Ipv4Header.LEAST, from, length);
        new Ipv4Header(bytes, 0).write(trafficClass, bytes.length, id, from >> 3 | (more ? MF : 0), 64, TEST,
                Ipv4.parse(source), Ipv4.parse(BOB));
        return bytes;
    }

    static byte[] fragment6(int id, int from, int length, boolean more) {
        return fragment6(ALICE6, id, 0, from, length, more);
    }

    static byte[] fragment6(IpAddress source, int id, int trafficClass, int from, int length, boolean more) {
        byte[] bytes = new byte[48 + length];
        text(bytes, 48, from, length);
        new Ipv6Header(bytes, 0).write(trafficClass, 0, 8 + length, Protocol.FRAGMENT, 64, source.high(), source.low(),
                BOB6.high(), BOB6.low());
        new FragmentHeader(bytes, 40).write(TEST, from, more, id);
        return bytes;
    }

    static void text(byte[] bytes, int at, int from, int length) {
        for (int i = 0; i < length; i++) {
            bytes[at + i] = pattern(from + i);
        }
    }

    static byte pattern(int position) {
        return (byte) (position * 31 + (position >> 8) + 7);
    }

    Packet packet(byte[] bytes) {
        Packet packet = pool.takeFor(bytes.length);
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        return packet;
    }

    /** The whole packet that a fragment makes, or {@code null}. */
    Packet in(byte[] fragment) {
        return in(fragment, 0);
    }

    /** As IP does: what is not sound does not come to reassembly. */
    Packet in(byte[] fragment, int arrival) {
        Packet packet = packet(fragment);
        if (fragment[0] >>> 4 == 4) {
            return v4.add(packet, arrival);
        }
        Fault fault = walker.walk(new Ipv6Header(packet.bytes, packet.head));
        if (fault != Fault.NONE) {
            packet.release();
            throw new AssertionError("not sound: " + fault);
        }
        return v6.add(packet, walker, arrival);
    }

    /** The packet is that many bytes of the pattern behind sound headers. */
    void assertWhole(int textLength, Packet packet) {
        assertEquals(true, packet != null, "it is not whole");
        int at;
        if (packet.bytes[packet.head] >>> 4 == 4) {
            Ipv4Header ip = new Ipv4Header(packet.bytes, packet.head);
            assertEquals(Fault.NONE, ip.check(packet.tail));
            assertEquals(packet.length(), ip.totalLength());
            assertEquals(0, ip.flagsAndOffset());
            at = packet.head + ip.headerLength();
        } else {
            Ipv6Header ip = new Ipv6Header(packet.bytes, packet.head);
            assertEquals(Fault.NONE, ip.check(packet.tail));
            assertEquals(packet.length(), ip.totalLength());
            assertEquals(Fault.NONE, walker.walk(ip));
            assertEquals(Ipv6Extensions.NONE, walker.fragmentAt());
            assertEquals(TEST, walker.protocol());
            at = walker.at();
        }
        assertEquals(textLength, packet.tail - at);
        for (int i = 0; i < textLength; i++) {
            assertEquals(pattern(i), packet.bytes[at + i], "byte " + i);
        }
        assertEquals(Packet.CHECKSUM_NONE, packet.checksum);
        assertEquals(0, packet.segmentSize);
        packet.release();
    }

    long count(String name) {
        return counters.get(name).value();
    }

    /** Every drop counted so far. */
    Map<String, Long> dropped() {
        Map<String, Long> counted = new TreeMap<>();
        drops.forEach((name, counter) -> {
            if (counter.value() != 0) {
                counted.put(name, counter.value());
            }
        });
        return counted;
    }

    /** The equation of docs/counters.md, at any moment. */
    void assertBalance() {
        for (Reassembly one : List.of(v4, v6)) {
            String place = one == v4 ? "ip." : "ip6.";
            long gone = drops.entrySet().stream().filter(drop -> drop.getKey().startsWith(place))
                    .mapToLong(drop -> drop.getValue().value()).sum();
            assertEquals(count(place + "reasmReqds"), count(place + "reasmFragOKs") + gone + one.fragments());
        }
        assertEquals(v4.fragments() + v6.fragments(), pool.inUse());
    }

    /** Nothing waits, nothing is held, no timer runs. */
    void assertAtRest() {
        assertBalance();
        assertEquals(0, v4.held() + v6.held());
        assertEquals(0, v4.datagrams() + v6.datagrams());
        assertEquals(0, pool.inUse());
        assertEquals(0, timers.stream().filter(Timer::isArmed).count(), "timers that run");
    }

    void runUntil(long seconds) {
        long end = seconds * 1_000_000_000L;
        for (OneTimer timer : timers) {
            while (timer.armed && timer.deadline <= end) {
                now = Math.max(now, timer.deadline);
                timer.armed = false;
                timer.action.run();
            }
        }
        now = end;
    }

    @Override
    public void timedOut(Packet first, int arrival) {
        expired.add(first.length() + " bytes from " + arrival + ", version " + (first.bytes[first.head] >>> 4));
        first.release();
    }

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(place + "." + name, key -> new Counter(name));
    }

    @Override
    public Counter drop(String place, String reason) {
        Counter counter = counter(place, reason);
        drops.put(place + "." + reason, counter);
        return counter;
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
        OneTimer timer = new OneTimer(action);
        timers.add(timer);
        return timer;
    }

    @Override
    public void post(Runnable task) {
        task.run();
    }

    /** Whether a transport checksum behind an IPv4 header verifies. */
    static boolean verifies(byte[] bytes, int at, int length, long pseudoHeader) {
        return Checksum.verifies(Checksum.sum(bytes, at, length) + pseudoHeader);
    }

    private static final class OneTimer implements Timer {
        private final Runnable action;
        private boolean armed;
        private long deadline;

        OneTimer(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            this.deadline = deadline;
            armed = true;
        }

        @Override
        public void armAt(long deadline, long order) {
            armAt(deadline);
        }

        @Override
        public void cancel() {
            armed = false;
        }

        @Override
        public boolean isArmed() {
            return armed;
        }

        @Override
        public long deadline() {
            return deadline;
        }
    }
}
