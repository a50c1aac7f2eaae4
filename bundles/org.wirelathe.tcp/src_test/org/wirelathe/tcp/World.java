package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.wire.IpAddress;

/** Hosts with a real TCP each, on a network that delays, loses, repeats and reorders packets as a seed says. */
final class World {
    final Scheduler scheduler;
    final PacketPool pool = new PacketPool();
    final List<String> journal = new ArrayList<>();
    final Map<IpAddress, Host> hosts = new TreeMap<>();
    final RandomStream random;
    private final long seed;
    /** Looks at every segment that goes on the line. */
    Consumer<Packet> wire = packet -> { };
    /** What every host can choose from beside Reno. */
    final Algorithms algorithms;

    /** The network's manners; rates are chances in 1000. */
    long delay = 10_000_000;
    long jitter;
    long loss;
    long duplication;
    long corruption;
    long refusal;
    /** From then on nothing arrives any more. */
    long cutAt = Long.MAX_VALUE;
    long packets;

    World(Scheduler scheduler, long seed, Algorithms algorithms) {
        this.scheduler = scheduler;
        this.algorithms = algorithms;
        this.seed = seed;
        this.random = new RandomStream(seed, "world");
    }

    Host host(String name, IpAddress address, int mtu) {
        Host host = new Host(name, address, mtu);
        hosts.put(address, host);
        return host;
    }

    private boolean happens(long chance) {
        return chance > 0 && random.below(1000) < chance;
    }

    /** One node: its TCP, and the end of the network that it is plugged into. */
    final class Host extends TestNetwork {
        final IpAddress address;
        final FakeCounters counters = new FakeCounters();
        final Transport transport;
        private final int mtu;
        /** {@code null} for a card that does nothing in TCP's place. */
        Card card;

        Host(String name, IpAddress address, int mtu) {
            this.address = address;
            this.mtu = mtu;
            Journal events = (kind, subject, detail) ->
                    journal.add(scheduler.now() + " " + subject + " " + kind + " " + detail);
            NodeContext node = new NodeContext(name, seed, scheduler, pool, counters, events);
            this.transport = new TcpLayer().create(node, this, algorithms);
        }

        /** Fits the host with a card that has all offloads. */
        void offload() {
            card = new Card(scheduler, pool,
                    (packet, source) -> deliver(packet, source, address));
        }

        @Override
        Sent send(Packet packet, IpAddress source, IpAddress destination, int protocol) {
            packets++;
            if (happens(refusal)) {
                packet.release();
                return Sent.DROPPED;
            }
            if (card == null) {
                transmit(packet, source, destination);
            } else {
                card.send(packet, source, destination, segment -> transmit(segment, source, destination));
            }
            return Sent.YES;
        }

        private void transmit(Packet packet, IpAddress source, IpAddress destination) {
            if (packet.checksum != Packet.CHECKSUM_NONE || packet.segmentSize != 0) {
                throw new AssertionError("no wire carries marks");
            }
            wire.accept(packet);
            if (scheduler.now() >= cutAt || happens(loss)) {
                packet.release();
                return;
            }
            if (happens(duplication)) {
                Packet copy = pool.take(packet.head);
                System.arraycopy(packet.bytes, packet.head, copy.bytes, copy.put(packet.length()), packet.length());
                carry(copy, source, destination);
            }
            if (happens(corruption)) {
                packet.bytes[packet.head + (int) random.below(packet.length())] ^= (byte) (1 << random.below(8));
            }
            carry(packet, source, destination);
        }

        private void carry(Packet packet, IpAddress source, IpAddress destination) {
            long wait = delay + (jitter > 0 ? random.below(jitter) : 0);
            scheduler.timer(() -> hosts.get(destination).arrived(packet, source)).armAt(scheduler.now() + wait);
        }

        private void arrived(Packet packet, IpAddress source) {
            if (card == null) {
                deliver(packet, source, address);
            } else {
                card.receive(packet, source, address);
            }
        }

        @Override
        IpAddress address() {
            return address;
        }

        @Override
        int mtu() {
            return mtu;
        }

        @Override
        Offloads offloads() {
            return card == null ? Offloads.NONE : Offloads.ALL;
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
