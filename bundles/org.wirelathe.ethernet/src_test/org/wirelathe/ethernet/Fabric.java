package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Mac;

/** Switches, the stations on them, and cables of 1 Gbit/s, 5 us and 100 frames of queue. */
final class Fabric {
    static final long SECOND = Station.SECOND;
    private static final long DELAY = 5_000;
    private static final int QUEUE = 100;

    final ManualTime time = new ManualTime();
    final PacketPool pool = new PacketPool();
    final List<String> journal = new ArrayList<>();
    final Map<String, Plug> plugs = new LinkedHashMap<>();
    final Map<String, Bridge> bridges = new LinkedHashMap<>();
    final Map<String, TestCounters> counters = new LinkedHashMap<>();
    Probes probes = Probes.OFF;
    private int macs = 0x100;
    /** Frames that cables have carried. */
    long carried;

    /** An interface and the end of a cable. */
    final class Plug {
        final String name;
        final long mac = Mac.local(++macs);
        final Deque<byte[]> got = new ArrayDeque<>();
        FrameReceiver receiver = this::keep;
        Plug peer;
        boolean carrier = true;
        boolean keeps = true;
        /** Frames sent are released at once: nothing is on the way. */
        boolean sink;
        /** So many of the next frames are lost on the cable. */
        int toLose;
        int mtu = 1500;
        long received;
        private long busyUntil;

        Plug(String name) {
            this.name = name;
        }

        private void keep(Packet frame) {
            received++;
            if (keeps) {
                got.add(Arrays.copyOfRange(frame.bytes, frame.head, frame.tail));
            }
            frame.release();
        }

        boolean send(Packet frame) {
            if (toLose > 0) {
                toLose--;
                frame.release();
                return true;
            }
            if (sink || peer == null || !carrier || busyUntil - time.now() > QUEUE * 12_000L) {
                frame.release();
                return false;
            }
            busyUntil = Math.max(busyUntil, time.now()) + 8L * (frame.length() + EthernetHeader.LINE_OVERHEAD);
            carried++;
            time.timer(() -> peer.receiver.received(frame)).armAt(busyUntil + DELAY);
            return true;
        }

        NetworkInterface nic() {
            return (NetworkInterface) Proxy.newProxyInstance(NetworkInterface.class.getClassLoader(),
                    new Class<?>[] {NetworkInterface.class}, (proxy, method, arguments) -> switch (method.getName()) {
                        case "name" -> name;
                        case "mac" -> mac;
                        case "mtu" -> mtu;
                        case "carrier" -> carrier && peer != null;
                        case "receiver" -> {
                            receiver = (FrameReceiver) arguments[0];
                            yield null;
                        }
                        case "send" -> send((Packet) arguments[0]);
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }
    }

    /** A switch with ports eth0, eth1 and so on; later ones have higher addresses. */
    Bridge bridge(String name, int ports, SwitchSettings settings) {
        List<NetworkInterface> nics = new ArrayList<>();
        for (int i = 0; i < ports; i++) {
            Plug plug = new Plug("eth" + i);
            plugs.put(name + ":eth" + i, plug);
            nics.add(plug.nic());
        }
        counters.put(name, new TestCounters());
        Bridge bridge = new LearningSwitch().create(new NodeContext(name, 1, time, pool, counters.get(name),
                (kind, subject, detail) -> journal.add(kind + " " + subject + ": " + detail), probes,
                new Cpu(time, CpuCosts.NONE)), nics, settings);
        bridges.put(name, bridge);
        return bridge;
    }

    Bridge bridge(String name, int ports) {
        return bridge(name, ports, SwitchSettings.DEFAULT);
    }

    /** A station on a port. */
    Plug station(String name, String port) {
        plugs.put(name, new Plug(name));
        join(name, port);
        return plugs.get(name);
    }

    void join(String a, String b) {
        plugs.get(a).peer = plugs.get(b);
        plugs.get(b).peer = plugs.get(a);
    }

    void carrier(String a, boolean carries) {
        plugs.get(a).carrier = carries;
        plugs.get(a).peer.carrier = carries;
    }

    /** A station sends a frame of 60 bytes whose payload begins with a mark. */
    void send(String from, long destination, int mark) {
        plugs.get(from).send(frame(destination, plugs.get(from).mac, mark));
    }

    void send(String from, String to, int mark) {
        send(from, plugs.get(to).mac, mark);
    }

    Packet frame(long destination, long source, int mark) {
        Packet frame = pool.take();
        int at = frame.put(60);
        Arrays.fill(frame.bytes, at, frame.tail, (byte) 0);
        new EthernetHeader(frame.bytes, at).write(destination, source, 0x88B5); // for local experiments
        frame.bytes[at + EthernetHeader.LENGTH] = (byte) mark;
        return frame;
    }

    void run(long ns) {
        time.runUntil(time.now() + ns);
    }

    /** The marks of what a station got since the last call; loop frames are {@code loop}. */
    String got(String station) {
        List<String> marks = new ArrayList<>();
        for (byte[] frame : plugs.get(station).got) {
            boolean loop = new EthernetHeader(frame, 0).etherType() == 0x9000;
            marks.add(loop ? "loop" : "" + frame[EthernetHeader.LENGTH]);
        }
        plugs.get(station).got.clear();
        return String.join(" ", marks);
    }

    /** In and made are out, taken and dropped; and nothing is left in the pool. */
    void close() {
        bridges.values().forEach(Bridge::close);
        time.runUntil(time.now() + SECOND);
        counters.forEach((name, counter) -> {
            long in = counter.value("switch.copies") + counter.value("switch.loopFramesOut");
            long out = counter.value("switch.loopFramesIn") + counter.drops();
            for (int i = 0; plugs.containsKey(name + ":eth" + i); i++) {
                in += counter.value("eth" + i + ".switchIn");
                out += counter.value("eth" + i + ".switchOut");
            }
            assertEquals(in, out, name + ": frames in, and out or dropped");
        });
        assertEquals(0, pool.inUse(), "packets not back in the pool");
    }
}
