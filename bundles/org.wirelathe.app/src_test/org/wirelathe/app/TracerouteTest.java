package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** traceroute, with the routers played by the test. */
class TracerouteTest {
    private static final long MS = 1_000_000;
    private static final IpAddress BOB = IpAddress.parse("10.0.2.1");
    private static final IpAddress R1 = IpAddress.parse("10.0.1.254");
    private static final IpAddress R2 = IpAddress.parse("10.0.12.2");

    private final FakeHost host = new FakeHost();
    private AppProcess trace;

    private void start(Map<String, Object> parameters) throws ParameterException {
        trace = new TracerouteApplication().create(host, new Given(parameters));
        trace.start();
    }

    private FakeDatagramSocket socket() {
        return host.bound.getLast();
    }

    private FakeDatagramSocket.Out last() {
        return socket().out.getLast();
    }

    private void answer(Kind kind, IpAddress by) {
        answer(kind, by, last().to().port());
    }

    private void answer(Kind kind, IpAddress by, int port) {
        socket().fail(new NetworkError(kind, by, FakeHost.LOCAL.address(), last().to().address(),
                (long) 40_000 << 48 | (long) port << 32, kind == Kind.FRAGMENTATION_NEEDED ? 1400 : 0));
    }

    private void later(long ms) {
        host.clock.turnTo(host.clock.now() + ms * MS);
    }

    @Test
    void threeProbesAHopEachToItsOwnPort() throws ParameterException {
        start(Map.of("to", BOB, "tos", 16L));
        for (int probe = 0; probe < 9; probe++) {
            assertEquals(new Endpoint(BOB, 33_434 + probe), last().to());
            assertEquals(SendOptions.DATAGRAM.hopLimit(probe / 3 + 1).trafficClass(16), last().options());
            assertEquals(32, last().data().length);
            answer(Kind.TIME_EXCEEDED, R1);
        }
        assertEquals(10, socket().out.size());
    }

    @Test
    void endsAtPortUnreachable() throws ParameterException {
        start(Map.of("to", BOB));
        for (int i = 0; i < 3; i++) {
            later(2);
            answer(Kind.TIME_EXCEEDED, R1);
        }
        for (int i = 0; i < 3; i++) {
            later(4);
            answer(Kind.PORT_UNREACHABLE, BOB);
        }
        assertFalse(trace.isBusy());
        assertEquals(1, host.rested);
        assertTrue(socket().closed);
        assertTrue(trace.result().ok());
        assertEquals("10.0.2.1 is 2 hops away: 10.0.1.254, 10.0.2.1", trace.result().summary());
        assertEquals(List.of(" 1  10.0.1.254  2.000 ms  2.000 ms  2.000 ms", " 2  10.0.2.1  4.000 ms  4.000 ms  4.000 ms"),
                trace.result().values().get("lines"));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) trace.result().values().get("hops")).getFirst();
        assertEquals(1, row.get("hop"));
        assertEquals(Map.of("address", "10.0.1.254", "rtt", 0.002, "mark", ""),
                ((List<?>) row.get("probes")).getFirst());
    }

    @Test
    void silenceIsAStarAfterFiveSeconds() throws ParameterException {
        start(Map.of("to", BOB, "max-hops", 1L));
        later(4_999);
        assertEquals(1, socket().out.size());
        later(1);
        assertEquals(2, socket().out.size());
        later(10_000);
        assertFalse(trace.isBusy());
        assertFalse(trace.result().ok());
        assertEquals("10.0.2.1 was not reached: *", trace.result().summary());
        assertEquals(List.of(" 1  * * *"), trace.result().values().get("lines"));
    }

    @Test // Linux: traceroute -w 5,3
    void aHopThatHasAnsweredIsGivenThreeTimesItsTime() throws ParameterException {
        start(Map.of("to", BOB));
        later(10);
        answer(Kind.TIME_EXCEEDED, R1);
        later(29);
        assertEquals(2, socket().out.size());
        later(1);
        assertEquals(3, socket().out.size());
        answer(Kind.TIME_EXCEEDED, R1);
        assertEquals(List.of(" 1  10.0.1.254  10.000 ms *  0.000 ms", " 2"), trace.result().values().get("lines"));
    }

    @Test
    void lateAndStrangeAnswersAreNotHeard() throws ParameterException {
        start(Map.of("to", BOB));
        later(5_000);
        answer(Kind.TIME_EXCEEDED, R1, 33_434);
        answer(Kind.PORT_UNREACHABLE, BOB, 44_444);
        assertEquals(2, socket().out.size());
        socket().arrive(new byte[3], new Endpoint(R1, last().to().port()));
        socket().arrive(new byte[3], new Endpoint(BOB, 1));
        assertEquals(2, socket().out.size());
    }

    @Test
    void severalRoutersAtOneHop() throws ParameterException {
        start(Map.of("to", BOB, "max-hops", 1L));
        answer(Kind.TIME_EXCEEDED, R1);
        answer(Kind.TIME_EXCEEDED, R2);
        answer(Kind.TIME_EXCEEDED, R2);
        assertEquals(List.of(" 1  10.0.1.254  0.000 ms 10.0.12.2  0.000 ms  0.000 ms"),
                trace.result().values().get("lines"));
    }

    @Test
    void whyItGoesNoFurther() throws ParameterException {
        Map<Kind, String> marks = Map.of(Kind.NET_UNREACHABLE, "!N", Kind.HOST_UNREACHABLE, "!H",
                Kind.PROTOCOL_UNREACHABLE, "!P", Kind.PROHIBITED, "!X", Kind.FRAGMENTATION_NEEDED, "!F-1400");
        for (Map.Entry<Kind, String> each : marks.entrySet()) {
            start(Map.of("to", BOB, "probes", 1L));
            answer(each.getKey(), R1);
            assertFalse(trace.isBusy());
            assertFalse(trace.result().ok());
            assertEquals(List.of(" 1  10.0.1.254  0.000 ms " + each.getValue()), trace.result().values().get("lines"));
        }
    }

    @Test
    void whoHasThePortAnswersToo() throws ParameterException {
        start(Map.of("to", BOB, "probes", 1L));
        socket().arrive(new byte[] {1}, last().to());
        assertTrue(trace.result().ok());
        assertEquals("10.0.2.1 is 1 hop away: 10.0.2.1", trace.result().summary());
    }

    @Test
    void overIpv6WhenThatIsPreferred() throws ParameterException {
        IpAddress six = IpAddress.parse("2001:db8:2::1");
        start(Map.of("to", List.of(BOB, six)));
        assertEquals(six, last().to().address());
        answer(Kind.TIME_EXCEEDED, IpAddress.parse("2001:db8:1::fe"));
        assertEquals("was not done when the run ended: 2001:db8:1::fe", trace.result().summary());
    }

    @Test
    void whatCannotBeSentEndsIt() throws ParameterException {
        start(Map.of("to", BOB));
        socket().pending = Errno.ENETUNREACH;
        answer(Kind.TIME_EXCEEDED, R1);
        assertFalse(trace.isBusy());
        assertEquals("10.0.2.1: Network is unreachable", trace.result().summary());
        host.refusal = Errno.EMFILE;
        start(Map.of("to", BOB));
        assertEquals("10.0.2.1: Too many open files", trace.result().summary());
    }

    @Test
    void rangesAreChecked() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("to", BOB, "probes", 0L),
                Map.of("to", BOB, "first-hop", 5L, "max-hops", 4L), Map.of("to", BOB, "wait", 0L),
                Map.of("to", BOB, "port", 65_500L), Map.of("to", BOB, "max-hops", 256L))) {
            assertThrows(ParameterException.class, () -> start(wrong));
        }
        assertNull(trace);
    }
}
