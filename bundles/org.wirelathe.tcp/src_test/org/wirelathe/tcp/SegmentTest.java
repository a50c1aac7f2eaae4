package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.TcpHeader;

/** Whatever comes in is a segment or a fault (MUST-3; rows 2, 5, 6 and 31 of the hostile inputs). */
class SegmentTest {
    private final PacketPool pool = new PacketPool();
    private final Segment segment = new Segment();

    private static final Arrival FROM_REMOTE = new Arrival();

    static {
        FROM_REMOTE.sourceLow = Drill.REMOTE.low();
        FROM_REMOTE.destinationLow = Drill.LOCAL.low();
    }

    private Fault parse(byte[] bytes) {
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        Fault fault = segment.parse(packet, FROM_REMOTE);
        packet.release();
        return fault;
    }

    private static byte[] sealed(int length, int dataOffset, int flags) {
        byte[] bytes = new byte[length];
        TcpHeader header = new TcpHeader(bytes, 0);
        header.write(1, 2, 3, 4, TcpHeader.LEAST, flags, 5);
        bytes[12] = (byte) (dataOffset << 4);
        header.seal(Drill.REMOTE.v4(), Drill.LOCAL.v4(), length);
        return bytes;
    }

    @Test
    void lengths() {
        for (int length = 0; length < 20; length++) {
            assertEquals(Fault.TRUNCATED, parse(new byte[length]));
        }
        for (int offset = 0; offset < 5; offset++) {
            assertEquals(Fault.HEADER_LENGTH, parse(sealed(40, offset, 0)));
        }
        assertEquals(Fault.NONE, parse(sealed(40, 10, 0)));
        assertEquals(0, segment.textLength());
        assertEquals(Fault.HEADER_LENGTH, parse(sealed(40, 11, 0)));
        assertEquals(Fault.HEADER_LENGTH, parse(sealed(40, 15, 0)));
        assertEquals(Fault.NONE, parse(sealed(20, 5, 0)));
        assertEquals(Fault.NONE, parse(sealed(41, 5, 0)));
        assertEquals(21, segment.textLength());
    }

    /** SEG.LEN counts SYN and FIN. */
    @Test
    void length() {
        assertEquals(Fault.NONE, parse(sealed(30, 5, TcpHeader.SYN | TcpHeader.FIN)));
        assertEquals(12, segment.length());
        assertEquals(Fault.NONE, parse(sealed(30, 5, TcpHeader.FIN)));
        assertEquals(11, segment.length());
        assertEquals(Fault.NONE, parse(sealed(30, 5, 0xFF & ~TcpHeader.SYN & ~TcpHeader.FIN)));
        assertEquals(10, segment.length());
    }

    /** Any single bit that flips on the way is noticed. */
    @Test
    void checksum() {
        byte[] good = sealed(64, 5, TcpHeader.ACK);
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit >> 3] ^= (byte) (1 << (bit & 7));
            Fault fault = parse(bad);
            if (fault == Fault.NONE) {
                throw new AssertionError("bit " + bit + " may flip unseen");
            }
        }
        assertEquals(Fault.NONE, parse(good));
    }

    /** Garbage with a good checksum, into a live connection: no exception, no state but the legal ones, no leak. */
    @Test
    void garbage() {
        RandomStream random = new RandomStream(3, "garbage");
        for (int round = 0; round < 300; round++) {
            try (Drill t = Drill.established("mss=1000")) {
                t.write(5000);
                for (int i = 0; i < 30; i++) {
                    byte[] bytes = new byte[20 + (int) random.below(40)];
                    System.arraycopy(t.bytes("1:1"), 0, bytes, 0, 20);
                    for (long flips = random.below(6); flips >= 0; flips--) {
                        bytes[4 + (int) random.below(bytes.length - 4)] = (byte) random.nextInt();
                    }
                    new TcpHeader(bytes, 0).seal(Drill.REMOTE.v4(), Drill.LOCAL.v4(), bytes.length);
                    t.inRaw(bytes, Drill.REMOTE, Drill.LOCAL);
                    t.after(random.below(Drill.seconds(1)));
                }
                while (!t.network.sent.isEmpty()) {
                    t.network.sent.removeFirst().packet().release();
                }
                ConnectionState state = t.connection.state();
                assertEquals(true, state == ConnectionState.ESTABLISHED || state == ConnectionState.CLOSE_WAIT
                        || state == ConnectionState.CLOSED, () -> "state " + state);
            }
        }
    }
}
