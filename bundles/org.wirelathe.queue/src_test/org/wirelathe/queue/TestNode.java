package org.wirelathe.queue;

import java.util.Map;
import java.util.TreeMap;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv4Header;

/** A node with a clock turned by hand, a pool, counters, and frames to send. */
final class TestNode implements Counters {
    static final long MS = 1_000_000;
    static final long SECOND = 1_000_000_000;
    static final int UDP = 17;

    final TestClock clock = new TestClock();
    final PacketPool pool = new PacketPool();
    final NodeContext context;
    private final Map<String, Counter> counters = new TreeMap<>();
    private final Map<String, Counter> drops = new TreeMap<>();

    TestNode() {
        this(1);
    }

    TestNode(long seed) {
        context = new NodeContext("r1", seed, clock, pool, this, (kind, subject, detail) -> { });
    }

    @Override
    public Counter counter(String place, String name) {
        return counters.computeIfAbsent(name, Counter::new);
    }

    @Override
    public Counter drop(String place, String reason) {
        return drops.computeIfAbsent(reason, Counter::new);
    }

    /** A plain counter's value; 0 when there is none. */
    long count(String name) {
        return counters.containsKey(name) ? counters.get(name).value() : 0;
    }

    /** A drop counter's value; 0 when there is none. */
    long dropped(String reason) {
        return drops.containsKey(reason) ? drops.get(reason).value() : 0;
    }

    /** All drops that the queue itself made. */
    long dropped() {
        return drops.values().stream().mapToLong(Counter::value).sum();
    }

    /** A queue of 1000 frames on a line of 10 Mbit/s; settings alternate name and value. */
    PacketQueue queue(QueueDiscipline discipline, Object... settings) {
        return limited(discipline, 1000, Long.MAX_VALUE, 10_000_000, settings);
    }

    PacketQueue limited(QueueDiscipline discipline, int packets, long bytes, long rate, Object... settings) {
        Map<String, Long> values = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put((String) settings[i], ((Number) settings[i + 1]).longValue());
        }
        return discipline.create(context, new QueueSpec("eth0", packets, bytes, rate, values));
    }

    /** A frame of {@code length} bytes that is no IP. */
    Packet frame(int length) {
        Packet frame = pool.takeFor(length);
        frame.put(length);
        Bytes.u48(frame.bytes, frame.head, 0x02_00_00_00_00_02L);
        Bytes.u48(frame.bytes, frame.head + 6, 0x02_00_00_00_00_01L);
        Bytes.u16(frame.bytes, frame.head + 12, 0x88B5);
        return frame;
    }

    /** A UDP datagram over IPv4 in a frame of {@code length} bytes, 42 at least. */
    Packet ipv4(int length, int tos, int sourcePort) {
        Packet frame = frame(length);
        int at = frame.head + 14;
        Bytes.u16(frame.bytes, at - 2, Frames.IPV4);
        new Ipv4Header(frame.bytes, at).write(tos, length - 14, 0, 0, 64, UDP, 0x0A000101, 0x0A000201);
        Bytes.u16(frame.bytes, at + 20, sourcePort);
        Bytes.u16(frame.bytes, at + 22, 5001);
        return frame;
    }

    /** A UDP datagram over IPv6 with a flow label in a frame of {@code length} bytes, 62 at least. */
    Packet ipv6(int length, int trafficClass, int sourcePort) {
        return ipv6(length, trafficClass, 0x12345, sourcePort);
    }

    /** The same with any flow label, or none. */
    Packet ipv6(int length, int trafficClass, int flowLabel, int sourcePort) {
        Packet frame = frame(length);
        int at = frame.head + 14;
        Bytes.u16(frame.bytes, at - 2, Frames.IPV6);
        Bytes.i32(frame.bytes, at, 6 << 28 | trafficClass << 20 | flowLabel);
        Bytes.u16(frame.bytes, at + 4, length - 54);
        Bytes.u16(frame.bytes, at + 6, UDP << 8 | 64);
        for (int i = 8; i < 40; i++) {
            frame.bytes[at + i] = (byte) i;
        }
        Bytes.u16(frame.bytes, at + 40, sourcePort);
        Bytes.u16(frame.bytes, at + 42, 5001);
        return frame;
    }

    /** Puts an IEEE 802.1Q tag behind the addresses. */
    static Packet tagged(Packet frame, int tagType) {
        frame.push(4);
        System.arraycopy(frame.bytes, frame.head + 4, frame.bytes, frame.head, 12);
        Bytes.u16(frame.bytes, frame.head + 12, tagType);
        Bytes.u16(frame.bytes, frame.head + 14, 7);
        return frame;
    }
}
