package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.api.transport.Transport;
import org.wirelathe.wire.IpAddress;

/**
 * Two TCPs and a wire with a rate, a delay and a queue, which allocates nothing: for measuring what TCP itself costs.
 */
final class Pipe implements Scheduler {
    static final IpAddress A = IpAddress.parse("10.0.0.1");
    static final IpAddress B = IpAddress.parse("10.0.0.2");

    private final List<Deadline> timers = new ArrayList<>();
    final PacketPool pool = new PacketPool();
    final End a = new End(A);
    final End b = new End(B);
    long delivered;
    private final long nanosPerByte;
    private final long delay;
    private final int queueLimit;
    private long now;
    private long orders;

    Pipe(long nanosPerByte, long delay, int queueLimit) {
        this.nanosPerByte = nanosPerByte;
        this.delay = delay;
        this.queueLimit = queueLimit;
        a.other = b;
        b.other = a;
        a.start();
        b.start();
    }

    /** Runs the next event. */
    boolean step() {
        Deadline due = null;
        for (int i = 0; i < timers.size(); i++) {
            Deadline d = timers.get(i);
            if (d.armed && (due == null || d.at < due.at || d.at == due.at && d.order < due.order)) {
                due = d;
            }
        }
        if (due == null) {
            return false;
        }
        now = due.at;
        due.armed = false;
        due.action.run();
        return true;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public long nextOrder() {
        return orders++;
    }

    @Override
    public Timer timer(Runnable action) {
        Deadline timer = new Deadline(action);
        timers.add(timer);
        return timer;
    }

    @Override
    public void post(Runnable task) {
        throw new UnsupportedOperationException();
    }

    private final class Deadline implements Timer {
        private final Runnable action;
        private boolean armed;
        private long at;
        private long order;

        Deadline(Runnable action) {
            this.action = action;
        }

        @Override
        public void armAt(long deadline) {
            armAt(deadline, nextOrder());
        }

        @Override
        public void armAt(long deadline, long place) {
            at = Math.max(deadline, now);
            order = place;
            armed = true;
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
            return at;
        }
    }

    /** One end: a TCP and its transmitter. */
    final class End extends TestNetwork {
        final FakeCounters counters = new FakeCounters();
        final IpAddress address;
        Transport transport;
        private End other;
        private Packet first;
        private Packet last;
        private int queued;
        private long lineFree;
        private final Timer arrival = timer(this::arrive);

        End(IpAddress address) {
            this.address = address;
        }

        private void start() {
            transport = new TcpLayer().create(new NodeContext("host" + address, 1, Pipe.this, pool, counters,
                    (kind, subject, detail) -> { }), this, name -> null);
        }

        @Override
        Sent send(Packet packet, IpAddress source, IpAddress destination, int protocol) {
            if (queued == queueLimit) {
                packet.release();
                return Sent.YES;
            }
            lineFree = Math.max(lineFree, now) + (packet.length() + 58) * nanosPerByte;
            packet.time = lineFree + delay;
            packet.next = null;
            if (queued++ == 0) {
                first = packet;
                arrival.armAt(packet.time);
            } else {
                last.next = packet;
            }
            last = packet;
            return Sent.YES;
        }

        private void arrive() {
            Packet packet = first;
            first = packet.next;
            queued--;
            if (first != null) {
                arrival.armAt(first.time);
            }
            delivered++;
            other.deliver(packet, address, other.address);
        }

        @Override
        IpAddress address() {
            return address;
        }

        @Override
        int mtu() {
            return 1500;
        }

        @Override
        Offloads offloads() {
            return Offloads.NONE;
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
