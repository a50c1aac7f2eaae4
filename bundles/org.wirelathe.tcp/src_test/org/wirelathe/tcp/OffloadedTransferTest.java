package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.TcpHeader;

/**
 * B13: the same bytes over the same bad network, with cards that cut and put together and with cards that do not. On
 * the wire, every segment carries what its sequence number says, and none is longer than the MSS.
 */
class OffloadedTransferTest {
    private static final IpAddress A = IpAddress.parse("10.0.0.1");
    private static final IpAddress B = IpAddress.parse("10.0.0.2");
    private static final int MSS = 1000;
    private static final int SIZE = 400_000;

    @Test
    void b13SameBytesWithAndWithout() throws Exception {
        long cut = 0;
        long joined = 0;
        for (long seed = 1; seed <= 60; seed++) {
            Transfer plain = new Transfer(seed, false);
            Transfer large = new Transfer(seed, true);
            plain.run();
            large.run();
            assertEquals(plain.read, large.read);
            assertEquals(SIZE, large.read, "seed " + seed);
            assertEquals(plain.sequenceSpan(), large.sequenceSpan(), "SYN, bytes, FIN");
            cut += large.sender.card.cut;
            joined += large.receiver.card.joined;
        }
        assertTrue(cut > 1000 && joined > 1000, cut + " cut, " + joined + " put together");
    }

    /** Without loss it is the same segments, sent at the same times, with fewer packets above the card. */
    @Test
    void b13SameSegmentsWithoutLoss() throws Exception {
        Transfer plain = new Transfer(1, false);
        Transfer large = new Transfer(1, true);
        plain.world.loss = 0;
        large.world.loss = 0;
        plain.run();
        large.run();
        ConnectionReport report = large.client.report();
        assertEquals(plain.client.report().dataSegments(), report.dataSegments());
        assertEquals(SIZE / MSS, report.dataSegments());
        assertEquals(0, report.retransmits());
        assertTrue(large.world.packets * 3 < plain.world.packets * 2,
                large.world.packets + " packets, " + plain.world.packets + " without");
    }

    private static final class Transfer implements ConnectionListener, ListenHandler {
        private final VirtualTime time = new VirtualTime(1_000_000_000);
        final World world;
        final World.Host sender;
        final World.Host receiver;
        private final StreamBuffer send = new StreamBuffer(1 << 20);
        private final StreamBuffer receive = new StreamBuffer(1 << 18);
        private final byte[] taken = new byte[SIZE];
        private final Map<Integer, Integer> initial = new TreeMap<>();
        private long furthest;
        private Connection server;
        Connection client;
        long read;

        Transfer(long seed, boolean offloads) throws Exception {
            world = new World(time, seed, name -> null);
            world.loss = 1 + seed % 30;
            world.jitter = seed % 3 == 0 ? 30_000 : 0;
            world.wire = this::onTheWire;
            sender = world.host("a", A, MSS + 40);
            receiver = world.host("b", B, MSS + 40);
            if (offloads) {
                sender.offload();
                receiver.offload();
            }
        }

        void run() throws Exception {
            receiver.transport.listen(new Endpoint(IpAddress.ANY, 7), this);
            client = sender.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(B, 7),
                    new ConnectionConfig(send, new StreamBuffer(1000), "reno", this));
            while (time.step()) {
                // until both are gone
            }
            assertEquals(0, world.pool.inUse());
        }

        long sequenceSpan() {
            return furthest;
        }

        private void onTheWire(Packet packet) {
            TcpHeader header = new TcpHeader(packet.bytes, packet.head);
            if ((header.flags() & TcpHeader.SYN) != 0) {
                initial.put(header.sourcePort(), header.sequence());
                return;
            }
            int text = packet.length() - header.headerLength();
            long position = (header.sequence() - initial.get(header.sourcePort()) & 0xFFFF_FFFFL) - 1;
            assertTrue(text <= MSS);
            Pattern.check(packet.bytes, packet.tail - text, text, position);
            if (header.destinationPort() == 7) {
                furthest = Math.max(furthest, position + text + (header.flags() & TcpHeader.FIN));
            }
            assertEquals(0, Bytes.u16(packet.bytes, packet.head + 18), "no urgent pointer");
        }

        @Override
        public ConnectionConfig configure() {
            return new ConnectionConfig(new StreamBuffer(1000), receive, "reno", new ConnectionListener() {
                @Override
                public void established() {
                }

                @Override
                public void received() {
                    int length = receive.take(taken, 0, SIZE);
                    Pattern.check(taken, 0, length, read);
                    read += length;
                    server.consumed();
                }

                @Override
                public void acknowledged() {
                }

                @Override
                public void finished() {
                    server.release();
                }

                @Override
                public void closed() {
                }

                @Override
                public void failed(Failure failure) {
                    throw new AssertionError(failure);
                }
            });
        }

        @Override
        public boolean hasRoom() {
            return true;
        }

        @Override
        public void completed(Connection connection, ConnectionConfig config) {
            server = connection;
        }

        @Override
        public void established() {
            send.append(Pattern.bytes(0, SIZE), 0, SIZE);
            client.written();
            client.finish();
        }

        @Override
        public void received() {
        }

        @Override
        public void acknowledged() {
        }

        @Override
        public void finished() {
            client.release();
        }

        @Override
        public void closed() {
        }

        @Override
        public void failed(Failure failure) {
            throw new AssertionError(failure);
        }
    }
}
