package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.wire.IpAddress;

/**
 * What TCP costs at both ends together: bytes allocated per data packet, and with {@code -Dcost.print=true} the time.
 * Cold at first, warm in the end; nothing is asserted about the speed of a machine that may be busy.
 */
class CostTest {
    private static final long BYTES = 100L << 20;
    private static final long PACKETS = BYTES / 1460;
    private static final boolean PRINT = Boolean.getBoolean("cost.print");

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Once the buffers have grown, one record per acknowledgment is all, 56 bytes, and there is one for two data
     * packets.
     */
    @Test
    void allocation() throws Exception {
        for (int run = 0; run < (PRINT ? 8 : 1); run++) {
            long nanos = threads.getCurrentThreadCpuTime();
            Transfer transfer = new Transfer(BYTES);
            transfer.until(BYTES / 2);
            long bytes = threads.getCurrentThreadAllocatedBytes();
            transfer.until(BYTES);
            long perPacket = (threads.getCurrentThreadAllocatedBytes() - bytes) / (PACKETS / 2);
            nanos = threads.getCurrentThreadCpuTime() - nanos;
            transfer.end();
            assertTrue(perPacket < 40, () -> perPacket + " bytes per data packet");
            if (PRINT) {
                System.out.printf("run %d: %d ns of CPU and %d bytes per data packet, %,d per second%n", run,
                        nanos / PACKETS, perPacket, PACKETS * 1_000_000_000L / nanos);
            }
        }
    }

    private static final class Transfer implements ConnectionListener, ListenHandler {
        private final Pipe pipe = new Pipe(80, 10_000_000, 166);        // 100 Mbit/s, 20 ms, one BDP of queue
        private final StreamBuffer send = new StreamBuffer(1 << 20);
        private final StreamBuffer receive = new StreamBuffer(1 << 20);
        private final byte[] chunk = Pattern.bytes(0, 1 << 16);
        private final long size;
        private long written;
        private long read;
        private final Connection client;
        private Connection server;
        private boolean ended;

        Transfer(long size) throws Exception {
            this.size = size;
            pipe.b.transport.listen(new Endpoint(IpAddress.ANY, 7), this);
            client = pipe.a.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(Pipe.B, 7),
                    new ConnectionConfig(send, new StreamBuffer(1 << 16), "reno", this));
        }

        void until(long position) {
            while (read < position && pipe.step()) {
                // the listener below does the work
            }
            assertEquals(true, read >= position);
        }

        void end() {
            client.finish();
            while (pipe.step()) {
                // TIME-WAIT and all
            }
            assertTrue(ended);
            assertEquals(0, pipe.pool.inUse());
        }

        private void write() {
            while (written < size && send.room() > 0) {
                int taken = send.append(chunk, 0, (int) Math.min(chunk.length, size - written));
                written += taken;
                client.written();
            }
        }

        @Override
        public ConnectionConfig configure() {
            return new ConnectionConfig(new StreamBuffer(1 << 16), receive, "reno", new ConnectionListener() {
                @Override
                public void established() {
                }

                @Override
                public void received() {
                    read += receive.take(chunk, 0, chunk.length);
                    server.consumed();
                }

                @Override
                public void acknowledged() {
                }

                @Override
                public void finished() {
                    server.finish();
                }

                @Override
                public void closed() {
                    ended = true;
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
            write();
        }

        @Override
        public void received() {
        }

        @Override
        public void acknowledged() {
            if (3 * send.room() >= send.limit()) {
                write();
            }
        }

        @Override
        public void finished() {
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
