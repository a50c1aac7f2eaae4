package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.tcp.Drill.ms;
import static org.wirelathe.tcp.Drill.seconds;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.ConnectionListener;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.TcpHeader;

/** Segments as large as the path takes, over both families (B21; RFC 1191, RFC 8201, RFC 4821). */
class PathMtuTest {
    private static final IpAddress A = IpAddress.parse("2001:db8::1");
    private static final IpAddress B = IpAddress.parse("2001:db8::2");

    /** What another connection found out holds for this one too; what is under way already is not sent again. */
    @Test
    void othersFindOut() {
        try (Drill t = Drill.established("mss=1460")) {
            t.write(1460).out("1:1461");
            t.network.mtu = 1400;
            t.in("ack 1461").write(2720).out("1461:2821", "2821:4181");
            t.after(ms(10)).in("ack 4181").count("retransSegs", 0);
        }
    }

    /** RFC 1191 §6.3: when the path takes more again, so do the segments, up to what the peer takes. */
    @Test
    void moreAgain() {
        try (Drill t = Drill.established("mss=1460")) {
            t.write(1460).out("1:1461").icmp(Kind.FRAGMENTATION_NEEDED, 1, 1000).out("1:961", "961:1461");
            t.in("ack 1461").write(960).out("1461:2421").in("ack 2421");
            t.network.mtu = 9000;
            t.write(1460).out("2421:3881").in("ack 3881");
        }
    }

    /**
     * RFC 4821 §7.7 and MUST-20: three timeouts in a row of a full segment, and the network layer hears that its
     * packets of 1500 bytes vanish; what it then takes is sent.
     */
    @Test
    void blackHole() {
        try (Drill t = Drill.established("mss=1460", "cwnd=2920")) {
            t.write(2920).out("1:1461", "1461:2921");
            t.after(ms(300)).out("1:1461").after(ms(600)).out("1:1461");
            assertEquals(List.of(), t.network.blackHoles);
            t.after(ms(1200)).out("1:1025");
            assertEquals(List.of(1500), t.network.blackHoles);
            t.in("ack 1025").out("1025:2049", "2049:2921").in("ack 2921");
        }
    }

    /** The first guess may be too large still: each further timeout halves it, as in Linux (tcp_mtu_probing). */
    @Test
    void narrowerThanTheFirstGuess() {
        try (Drill t = Drill.established("mss=1460", "cwnd=2920")) {
            t.network.narrowest = 68;
            t.write(1460).out("1:1461").after(ms(300)).out("1:1461").after(ms(600)).out("1:1461");
            // The loss window is one segment, of the size that the algorithm was begun with.
            t.after(ms(1200)).out("1:1025").after(ms(2400)).out("1:493", "493:985");
            assertEquals(List.of(1500, 1064), t.network.blackHoles);
            t.in("ack 985").out("985:1461").in("ack 1461");
        }
    }

    /** What is small already does not vanish for its size. */
    @Test
    void smallSegmentsAreNoSignOfABlackHole() {
        try (Drill t = Drill.established("mss=1460")) {
            t.write(100).out("1:101");
            t.after(ms(300)).out("1:101").after(ms(600)).out("1:101").after(ms(1200)).out("1:101");
            t.after(ms(2400)).out("1:101").in("ack 101");
            assertEquals(List.of(), t.network.blackHoles);
        }
    }

    /** RFC 4861 §7.3.1: progress tells that the next hop is there, a duplicate tells nothing. */
    @Test
    void progressConfirmsThePath() {
        try (Drill t = Drill.established("mss=1000")) {
            int before = t.network.confirmations;
            t.write(1000).out("1:1001").in("ack 1").in("ack 1001").after(seconds(1));
            assertEquals(before + 1, t.network.confirmations);
        }
    }

    /** MUST-15: 1220 over IPv6 when the peer does not say; MUST-67: 1440 is announced on Ethernet. */
    @Test
    void sizesOverIpv6() throws Exception {
        List<String> seen = new ArrayList<>();
        VirtualTime time = new VirtualTime(0);
        World world = new World(time, 1, name -> null);
        World.Host a = world.host("a", A, 1500);
        World.Host b = world.host("b", B, 1400);
        world.wire = packet -> {
            TcpHeader header = new TcpHeader(packet.bytes, packet.head);
            int text = packet.length() - header.headerLength();
            if ((header.flags() & TcpHeader.SYN) != 0) {
                TcpOptions options = new TcpOptions();
                options.parse(packet.bytes, packet.head + 20, packet.head + header.headerLength());
                seen.add("mss " + options.mss());
            } else if (text > 0) {
                seen.add("text " + text);
            }
        };
        Quiet client = new Quiet();
        Quiet server = new Quiet();
        b.transport.listen(new Endpoint(IpAddress.ANY, 80), server.handler());
        StreamBuffer send = new StreamBuffer(10_000);
        Connection c = a.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(B, 80),
                new ConnectionConfig(send, new StreamBuffer(1000), "reno", client));
        send.append(new byte[3000], 0, 3000);
        c.written();
        time.advance(seconds(1));
        assertEquals(List.of("mss 1440", "mss 1340", "text 1340", "text 1340", "text 320"), seen);
        assertEquals("[2001:db8::2]:80", c.remote().toString());
        c.abort();
        time.advance(seconds(1));
        assertEquals(0, world.pool.inUse());
    }

    /** Linux tells a filter apart over IPv6 (EACCES), not over IPv4 (EHOSTUNREACH). */
    @Test
    void filteredOnTheWay() throws Exception {
        try (Drill t = Drill.connecting()) {
            t.out("S").icmp(Kind.PROHIBITED, 0).told("failed HOST_UNREACHABLE");
        }
        VirtualTime time = new VirtualTime(0);
        World world = new World(time, 1, name -> null);
        World.Host a = world.host("a", A, 1500);
        world.cutAt = 0;
        int[] number = new int[1];
        world.wire = packet -> number[0] = new TcpHeader(packet.bytes, packet.head).sequence();
        Quiet client = new Quiet();
        Connection c = a.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(B, 80),
                new ConnectionConfig(new StreamBuffer(1000), new StreamBuffer(1000), "reno", client));
        long quoted = (long) c.local().port() << 48 | 80L << 32 | number[0] & 0xFFFF_FFFFL;
        a.handler.failed(new NetworkError(Kind.PROHIBITED, B, A, B, quoted, 0));
        time.advance(1);
        assertEquals(List.of(Failure.PROHIBITED), client.failures);
        time.advance(seconds(1));
        assertEquals(0, world.pool.inUse());
    }

    /** Takes what comes, and notes failures. */
    private static final class Quiet implements ConnectionListener {
        final List<Failure> failures = new ArrayList<>();

        ListenHandler handler() {
            return new ListenHandler() {
                @Override
                public ConnectionConfig configure() {
                    return new ConnectionConfig(new StreamBuffer(1000), new StreamBuffer(10_000), "reno", Quiet.this);
                }

                @Override
                public boolean hasRoom() {
                    return true;
                }

                @Override
                public void completed(Connection connection, ConnectionConfig config) {
                    // It only takes.
                }
            };
        }

        @Override
        public void established() {
            // Nothing to do.
        }

        @Override
        public void received() {
            // It stays in the buffer.
        }

        @Override
        public void acknowledged() {
            // Nothing more to write.
        }

        @Override
        public void finished() {
            // It stays open.
        }

        @Override
        public void closed() {
            // Nothing to do.
        }

        @Override
        public void failed(Failure failure) {
            failures.add(failure);
        }
    }
}
