package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tcp.Drill.ms;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;

/** The place of the congestion controller: swaps, leases, plug-ins that misbehave (B59; H4, H6, H7, H8, H13, H16). */
class CongestionSlotTest {
    /** Makes {@link FakeController}s and keeps them and what they were started from. */
    private static final class Factory implements CongestionAlgorithm {
        final List<FakeController> made = new ArrayList<>();
        final List<CongestionState> started = new ArrayList<>();
        RuntimeException bomb;

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public CongestionController create(FlowInfo flow, CongestionState start) {
            if (bomb != null) {
                throw bomb;
            }
            started.add(start);
            made.add(new FakeController(start.window(), start.threshold()));
            return made.getLast();
        }

        FakeController last() {
            return made.getLast();
        }
    }

    private final Factory factory = new Factory();
    private final FakeLease lease = new FakeLease("fake", factory);

    private Drill withFake(String... settings) {
        Drill t = Drill.established(settings);
        t.algorithms.put("fake", lease);
        t.connection.congestion("fake");
        t.journal.clear();
        return t;
    }

    /**
     * An algorithm that the configuration names begins with the initial window, no threshold, and the handshake's RTT.
     */
    @Test
    void fromTheBeginning() {
        try (Drill t = Drill.listening("cc=fake")) {
            t.algorithms.put("fake", lease);
            t.in("S 0:0 mss 1000").next("S.").after(ms(30)).in("ack 1");
            assertEquals("fake", t.connection.congestion());
            assertEquals(new CongestionState(10_000, Long.MAX_VALUE, ms(30), false), factory.started.getFirst());
            assertEquals(List.of(), t.journal);
        }
    }

    /** What is not there is Reno until it comes; then connections that asked for it by name have it. */
    @Test
    void comesAndGoesAndComesBack() {
        try (Drill t = Drill.established("cc=fake", "mss=1000")) {
            assertEquals("reno", t.connection.congestion());
            t.algorithms.put("fake", lease);
            t.transport.algorithmsChanged();
            assertEquals("fake", t.connection.congestion());
            factory.last().window = 7000;
            factory.last().threshold = 5000;
            t.write(1000).out("1:1001").after(ms(100)).in("ack 1001").window(7000);
            lease.phase = FakeLease.Phase.DRAINING;
            t.transport.algorithmsChanged();
            assertEquals("reno", t.connection.congestion());
            t.window(7000).gauge("ssthresh", 5000);
            FakeLease next = new FakeLease("fake", factory);
            t.algorithms.put("fake", next);
            t.transport.algorithmsChanged();
            assertEquals("fake", t.connection.congestion());
            assertEquals(new CongestionState(7000, 5000, ms(100), false), factory.started.getLast());
            assertEquals(List.of("swap from reno to fake: providers changed",
                    "swap from fake to reno: providers changed",
                    "swap from reno to fake: providers changed"), t.journal);
            assertEquals(0, lease.inside);
        }
    }

    /** Nobody told the connection that the provider is leaving: the next event notices, fetches the state and moves. */
    @Test
    void leavingIsNoticedAtTheNextEvent() {
        try (Drill t = withFake("mss=1000")) {
            t.write(1000).out("1:1001");
            factory.last().window = 6000;
            lease.phase = FakeLease.Phase.DRAINING;
            t.after(ms(50)).in("ack 1001").window(6000);
            assertEquals("reno", t.connection.congestion());
            assertEquals(0, factory.last().acked.size());
        }
    }

    /** A provider that is gone altogether is not called; the checkpoint serves. */
    @Test
    void expiredProviderIsNotCalled() {
        try (Drill t = withFake("mss=1000")) {
            t.write(3000).out("1:1001", "1001:2001", "2001:3001");
            factory.last().window = 6000;
            factory.last().threshold = 4000;
            t.in("ack 1001");
            int entered = lease.entered;
            factory.last().window = 9999;
            lease.phase = FakeLease.Phase.EXPIRED;
            t.in("ack 2001").window(6000);
            assertEquals(entered, lease.entered);
            assertEquals("reno", t.connection.congestion());
            t.in("ack 3001");
        }
    }

    /** H6: whatever is thrown, from whichever call: the connection goes on with Reno from the checkpoint. */
    @ParameterizedTest
    @ValueSource(strings = {"ack", "loss", "create", "state"})
    void throwing(String where) {
        for (Throwable bomb : List.of(new IllegalStateException("bang"), new StackOverflowError(),
                new NoClassDefFoundError("gone/Class"))) {
            FakeLease own = new FakeLease("fake", factory);
            try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
                factory.bomb = where.equals("create") ? new IllegalStateException("bang") : null;
                t.algorithms.put("fake", own);
                t.connection.congestion("fake");
                t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001");
                if (!where.equals("create")) {
                    factory.last().bomb = bomb;
                }
                switch (where) {
                    case "loss" -> t.in("ack 1", "ack 1", "ack 1").out("1:1001");
                    case "state" -> t.connection.congestion("reno");
                    default -> t.in("ack 1001").out();
                }
                assertEquals("reno", t.connection.congestion());
                assertEquals(where.equals("state") ? 0 : 1, own.retired.size());
                assertEquals(0, own.inside);
                t.in("ack 4001").window(4000);
                t.write(1000).out("4001:5001").in("ack 5001");
            }
        }
    }

    /** H7: a window of nothing or less is a defect; one beyond reason is clamped, one below a segment raised. */
    @Test
    void lying() {
        try (Drill t = withFake("mss=1000", "win=60000")) {
            t.write(1000).out("1:1001");
            factory.last().window = Long.MAX_VALUE;
            t.in("ack 1001").window(1 << 30);
            factory.last().window = 1;
            t.write(1000).out("1001:2001").in("ack 2001").window(1000);
            t.write(3000).out("2001:3001");
            factory.last().window = 0;
            t.in("ack 3001").out("3001:4001").window(1000);
            assertEquals("reno", t.connection.congestion());
            assertEquals(List.of("host:80>10.0.0.2:4711 answered a window of 0 bytes"), lease.retired);
            assertEquals(1, t.journal.size());
            t.in("ack 4001").hush();
            while (!t.network.sent.isEmpty()) {
                t.next("4001:5001").in("ack 5001");
            }
        }
    }

    /** A swap sends nothing by itself, and asking for what is there does nothing at all. */
    @Test
    void askingForTheSameAgain() {
        try (Drill t = Drill.established("mss=1000", "cwnd=2000")) {
            t.write(5000).out("1:1001", "1001:2001");
            t.connection.congestion("reno");
            t.transport.algorithmsChanged();
            assertEquals(List.of(), t.journal);
            t.algorithms.put("fake", lease);
            t.connection.congestion("fake");
            t.connection.congestion("fake");
            t.transport.algorithmsChanged();
            assertEquals(1, factory.made.size());
            assertEquals(List.of("swap from reno to fake: asked for"), t.journal);
            t.out().in("ack 2001").out("2001:3001", "3001:4001").in("ack 4001").out("4001:5001").in("ack 5001");
        }
    }

    /** Asking for what is not there changes nothing now; it comes when it comes. */
    @Test
    void askingForWhatIsNotThere() {
        try (Drill t = withFake("mss=1000")) {
            t.connection.congestion("none");
            assertEquals("fake", t.connection.congestion());
            assertEquals(List.of("swap stays with fake: there is no none now"), t.journal);
            t.transport.algorithmsChanged();
            assertEquals("fake", t.connection.congestion());
            lease.phase = FakeLease.Phase.DRAINING;
            t.transport.algorithmsChanged();
            assertEquals("reno", t.connection.congestion());
        }
    }

    /**
     * H8: in the middle of recovery the successor learns so, is not told of the same loss again, and is told no bytes.
     */
    @Test
    void swapInRecovery() {
        try (Drill t = Drill.established("mss=1000", "cwnd=8000")) {
            t.write(8000);
            for (int i = 0; i < 8; i++) {
                t.next(1 + 1000 * i + ":" + (1001 + 1000 * i));
            }
            t.after(ms(100)).in("ack 1", "ack 1", "ack 1").out("1:1001").window(4000);
            t.algorithms.put("fake", lease);
            t.connection.congestion("fake");
            assertEquals(new CongestionState(4000, 4000, ms(100), true), factory.started.getFirst());
            t.in("ack 1", "ack 1").in("ack 4001").out("4001:5001").in("ack 8001");
            assertEquals(List.of(), factory.last().lost);
            assertEquals(List.of(), factory.last().acked);
            t.write(1000).out("8001:9001").in("ack 9001");
            assertEquals(1, factory.last().acked.size());
        }
    }

    /** H8: while the retransmission timer backs off. */
    @Test
    void swapInBackOff() {
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(4000).out("1:1001", "1001:2001", "2001:3001", "3001:4001").after(ms(300)).out("1:1001");
            t.algorithms.put("fake", lease);
            t.connection.congestion("fake");
            assertEquals(new CongestionState(1000, 2000, ms(100), false), factory.started.getFirst());
            t.after(ms(600)).out("1:1001");
            assertEquals(List.of(new Lost(t.time.now(), Lost.Cause.TIMEOUT, 1000, true)), factory.last().lost);
            t.in("ack 4001");
        }
    }

    /** H16: swapping to the same algorithm leaves the trace as it is. */
    @Test
    void sameToSameIsTransparent() {
        List<String> without = trace(false);
        assertFalse(without.isEmpty());
        assertEquals(without, trace(true));
    }

    private static List<String> trace(boolean swapping) {
        List<String> trace = new ArrayList<>();
        try (Drill t = Drill.established("mss=1000", "cwnd=4000")) {
            t.write(100_000);
            long acked = 1;
            for (int round = 0; round < 60 && acked < 100_001; round++) {
                if (swapping) {
                    t.connection.congestion("reno");
                }
                t.after(ms(20));
                long end = acked;
                while (!t.network.sent.isEmpty()) {
                    FakeNetwork.Datagram d = t.network.sent.removeFirst();
                    long length = d.packet().length() - 20;
                    trace.add(t.time.now() + " " + HexFormat.of().formatHex(d.packet().bytes, d.packet().head,
                            d.packet().head + 20));
                    end += length;
                    d.packet().release();
                }
                String ack = "ack " + acked;
                switch (round % 7) {
                    case 3 -> t.in(ack, ack, ack);
                    case 5 -> t.after(ms(700));
                    default -> {
                        acked = Math.min(acked + Math.max(0, end - acked), 100_001);
                        t.in("ack " + acked);
                    }
                }
            }
            while (!t.network.sent.isEmpty()) {
                t.network.sent.removeFirst().packet().release();
            }
        }
        return trace;
    }

    /** What a controller is told, with figures by hand. */
    @Test
    void whatControllersAreTold() {
        try (Drill t = withFake("mss=1000")) {
            factory.last().window = 3000;
            long start = t.time.now();
            t.write(1000).out("1:1001").after(ms(100)).in("ack 1001");          // the window was not what held us back
            t.write(7000).out("1001:2001", "2001:3001", "3001:4001");           // now it is
            t.after(ms(60)).in("ack 2001").out("4001:5001");
            t.after(ms(10)).in("ack 4001").out("5001:6001", "6001:7001");
            t.after(ms(60)).in("ack 5001").out("7001:8001").in("ack 8001");
            List<Acked> told = factory.last().acked;
            assertEquals(new Acked(start + ms(100), 1000, 0, ms(100), ms(100), false, true), told.get(0));
            assertEquals(new Acked(start + ms(160), 1000, 2000, ms(60), ms(60), true, true), told.get(1));
            assertEquals(new Acked(start + ms(170), 2000, 1000, ms(70), ms(60), true, false), told.get(2));
            // 4001:5001 was sent after the second round began, at 160 ms
            assertEquals(new Acked(start + ms(230), 1000, 2000, ms(70), ms(60), true, true), told.get(3));
            assertEquals(new Acked(start + ms(230), 3000, 0, 0, 0, true, true), told.get(4));
        }
    }

    /** Karn: what was sent again measures nothing. */
    @Test
    void noSampleFromRetransmissions() {
        try (Drill t = withFake("mss=1000")) {
            t.write(1000).out("1:1001").after(ms(300)).out("1:1001").after(ms(10)).in("ack 1001");
            assertEquals(-1, factory.last().acked.getFirst().rtt());
        }
    }

    /** A plug-in that asks for another algorithm from inside a call, as a mischievous one might, does no harm. */
    @Test
    void reentrantSwap() {
        try (Drill t = Drill.established("mss=1000")) {
            CongestionAlgorithm mischief = new CongestionAlgorithm() {
                @Override
                public String name() {
                    return "mischief";
                }

                @Override
                public CongestionController create(FlowInfo flow, CongestionState start) {
                    return new CongestionController() {
                        @Override
                        public long window() {
                            return start.window();
                        }

                        @Override
                        public void onAck(Acked ack) {
                            t.connection.congestion("reno");
                        }

                        @Override
                        public void onLoss(Lost loss) {
                            t.connection.abort();
                        }

                        @Override
                        public CongestionState state() {
                            return start;
                        }
                    };
                }
            };
            FakeLease own = new FakeLease("mischief", mischief);
            t.algorithms.put("mischief", own);
            t.connection.congestion("mischief");
            t.write(1000).out("1:1001").in("ack 1001").window(10_000);
            assertEquals("reno", t.connection.congestion());
            assertTrue(own.isLive());
            assertEquals(0, own.inside);
        }
    }
}
