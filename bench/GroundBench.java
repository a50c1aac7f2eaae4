import java.lang.management.ManagementFactory;

import com.sun.management.ThreadMXBean;
import java.util.List;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.net.Path;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicSpec;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.queue.QueueSpec;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.api.time.Timer;
import org.wirelathe.ethernet.EthernetLayer;
import org.wirelathe.ip.IpLayer;
import org.wirelathe.nic.CardModel;
import org.wirelathe.nic.RingDriver;
import org.wirelathe.queue.FifoDiscipline;
import org.wirelathe.sim.Cables;
import org.wirelathe.sim.EventLoops;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Mac;

/**
 * Two hosts and a router, frames of 1514 bytes one way: frame-hops per second of the thread's CPU, and bytes allocated
 * per frame-hop. On a built tree, with a JDK 25:
 *
 * <pre>
 * java -XX:+UseSerialGC \
 *   -cp "$(printf %s: bundles/org.wirelathe.{wire,api,sim,nic,queue,ethernet,ip}/target/classes)" \
 *   bench/GroundBench.java 400
 * </pre>
 *
 * <p>The argument is the number of rounds; a round is a tenth of a virtual second, 16,254 frame-hops.
 */
public final class GroundBench {
    private static final int PROTOCOL = 253; // RFC 3692: for experiments
    private static final long ROUND = 100_000_000;

    private final EventLoop loop = new EventLoops().virtual();
    private final PacketPool pool = new PacketPool();
    private final Counters counters = new Counters() {
        @Override
        public Counter counter(String place, String name) {
            return new Counter(name);
        }

        @Override
        public Counter drop(String place, String reason) {
            return new Counter(reason);
        }
    };
    private long macs;
    private long hops;
    private long received;

    private final Cable left = cable("left");
    private final Cable right = cable("right");
    private final Network alice = network("alice");
    private final Network router = network("r1");
    private final Network bob = network("bob");

    private Cable cable(String name) {
        return new Cables().create(loop, new CableSpec(name, 1_000_000_000, 1_000_000, 0), 1,
                (direction, start, arrival, frame) -> hops++);
    }

    private NodeContext node(String name) {
        return new NodeContext(name, 1, loop, pool, counters, null);
    }

    private Network network(String name) {
        return new IpLayer().create(node(name), NetworkSettings.DEFAULT);
    }

    private void plug(Network network, LinePort port, String address) {
        NodeContext node = node(address);
        NetworkInterface nic = new CardModel().create(node, new NicSpec("eth0", Mac.local(++macs), 1500, 256, 256),
                port, new RingDriver(), new FifoDiscipline().create(node, new QueueSpec("eth0", 1000)));
        Link link = new EthernetLayer().attach(node, nic);
        network.addInterface(link, InterfaceSettings.of(List.of(new InterfaceAddress(IpAddress.parse(address), 24))));
    }

    private void build() {
        plug(alice, left.a(), "10.0.1.1");
        plug(router, left.b(), "10.0.1.254");
        plug(router, right.a(), "10.0.2.254");
        plug(bob, right.b(), "10.0.2.1");
        router.settings(NetworkSettings.DEFAULT.forwarding(true));
        alice.addRoute(RouteEntry.via(IpPrefix.DEFAULT_V4, IpAddress.parse("10.0.1.254")));
        bob.addRoute(RouteEntry.via(IpPrefix.DEFAULT_V4, IpAddress.parse("10.0.2.254")));
        bob.handler(PROTOCOL, new ProtocolHandler() {
            @Override
            public void received(Packet packet, Arrival arrival) {
                received++;
                packet.release();
            }

            @Override
            public void failed(NetworkError error) {
                throw new IllegalStateException(error.toString());
            }
        });
    }

    /** Sends 64 frames in the time that 64 frames take, again and again: the line never idles, nothing is dropped. */
    private void load() {
        Path path = alice.path(null, IpAddress.parse("10.0.2.1"));
        Timer[] timer = new Timer[1];
        timer[0] = loop.timer(() -> {
            for (int i = 0; i < 64; i++) {
                Packet packet = pool.take();
                packet.put(1480);
                if (alice.send(packet, path, PROTOCOL, SendOptions.DEFAULT) != Sent.YES) {
                    throw new IllegalStateException("dropped at " + loop.now());
                }
            }
            timer[0].armAt(loop.now() + 64 * 12304);
        });
        timer[0].armAt(0);
    }

    public static void main(String[] args) {
        GroundBench bench = new GroundBench();
        bench.build();
        bench.load();
        long spent = 0;
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().threadId();
        for (int i = 1, report = 1; i <= rounds; i++) {
            long hops = bench.hops;
            long events = bench.loop.events();
            long allocated = threads.getThreadAllocatedBytes(thread);
            long cpu = threads.getCurrentThreadCpuTime();
            bench.loop.runUntil(i * ROUND);
            cpu = threads.getCurrentThreadCpuTime() - cpu;
            allocated = threads.getThreadAllocatedBytes(thread) - allocated;
            hops = bench.hops - hops;
            spent += cpu;
            if (i == report || i == rounds) {
                System.out.printf("round %4d: %6.2f M frame-hops/s of CPU, %6.2f B allocated and %.2f events a hop%n",
                        i, hops * 1e3 / cpu, (double) allocated / hops,
                        (double) (bench.loop.events() - events) / hops);
                report *= 2;
            }
        }
        System.out.printf("%d frame-hops, %d packets received, %d ms of CPU on the run's thread%n", bench.hops,
                bench.received, spent / 1_000_000);
    }
}
