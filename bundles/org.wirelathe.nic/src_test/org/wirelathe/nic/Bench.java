package org.wirelathe.nic;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.queue.PacketQueue;

/** One interface on a line of 1 Gbit/s, and what went up from it, with times. */
final class Bench {
    /** Nanoseconds of a byte. */
    static final long BYTE = 8;

    final ManualTime time = new ManualTime();
    final PacketPool pool = new PacketPool();
    final Frames frames = new Frames(pool);
    final TestCounters counters = new TestCounters();
    final FakeLine line = new FakeLine(time);
    final List<Packet> up = new ArrayList<>();
    final List<Long> when = new ArrayList<>();
    NicSpec spec = new NicSpec("eth0", 0x0200_0000_0001L, 1500, 16, 16);
    CpuCosts costs = CpuCosts.NONE;
    Probes probes = Probes.OFF;
    NicDriver driver = new RingDriver();
    PacketQueue queue = new TestQueue(1000);
    NetworkInterface nic;

    Bench() {
        line.lasts = frame -> BYTE * (24 + Math.max(60, frame.length()));
    }

    Bench rings(int tx, int rx) {
        spec = new NicSpec("eth0", spec.mac(), spec.mtu(), tx, rx, spec.coalescing(), spec.offloads(), spec.pause(),
                spec.cardBuffer());
        return this;
    }

    Bench coalescing(int frames, long time) {
        spec = new NicSpec("eth0", spec.mac(), spec.mtu(), spec.txRing(), spec.rxRing(), new Coalescing(frames, time),
                spec.offloads(), spec.pause(), spec.cardBuffer());
        return this;
    }

    Bench offloads(Offloads offloads) {
        spec = new NicSpec("eth0", spec.mac(), spec.mtu(), spec.txRing(), spec.rxRing(), spec.coalescing(), offloads,
                spec.pause(), spec.cardBuffer());
        return this;
    }

    Bench buffer(boolean pause, int bytes) {
        spec = new NicSpec("eth0", spec.mac(), spec.mtu(), spec.txRing(), spec.rxRing(), spec.coalescing(),
                spec.offloads(), pause, bytes);
        return this;
    }

    Bench build() {
        NodeContext node = new NodeContext("n", 1, time, pool, counters, null, probes, new Cpu(time, costs));
        nic = new CardModel().create(node, spec, line, driver, queue);
        nic.receiver(frame -> {
            up.add(frame);
            when.add(time.now());
        });
        return this;
    }

    /** Takes the changed fitting while the card runs. */
    void refit() {
        nic.refit(spec);
    }

    void arriveAt(long at, Packet frame) {
        time.runUntil(at);
        line.card.received(frame);
    }

    long count(String name) {
        return counters.value("eth0." + name);
    }

    List<Integer> marksUp() {
        return up.stream().map(frame -> frame.bytes[frame.head] & 0xFF).toList();
    }

    /** Ends the run; returns how many packets are still out. */
    long close() {
        nic.close();
        line.clear();
        up.forEach(Packet::release);
        up.clear();
        return pool.inUse();
    }
}
