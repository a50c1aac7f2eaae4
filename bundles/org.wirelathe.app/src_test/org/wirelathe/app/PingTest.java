package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.wire.IpAddress;

class PingTest {
    private static final long MS = 1_000_000;
    private static final IpAddress BOB = IpAddress.parse("10.0.2.1");

    private final FakeHost host = new FakeHost();

    private AppProcess ping(Map<String, Object> parameters) throws ParameterException {
        AppProcess ping = new PingApplication().create(host, new Given(parameters));
        ping.start();
        return ping;
    }

    private void reply(int sequence) {
        host.network.listener.replied(BOB, sequence, 56, 62);
    }

    @Test
    void fourRequestsASecondApart() throws ParameterException {
        ping(Map.of("to", BOB));
        host.clock.turnTo(2_999 * MS);
        assertEquals(3, host.network.requests.size());
        host.clock.turnTo(3_000 * MS);
        assertEquals(4, host.network.requests.size());
        FakeEcho.Request first = host.network.requests.getFirst();
        assertEquals(new FakeEcho.Request(BOB, first.identifier(), 1, 56, SendOptions.DATAGRAM), first);
        assertEquals(4, host.network.requests.getLast().sequence());
    }

    @Test
    void summaryAsPingWritesIt() throws ParameterException {
        AppProcess ping = ping(Map.of("to", BOB, "count", 2L, "interval", 100 * MS));
        host.clock.turnTo(20 * MS);
        reply(1);
        host.clock.turnTo(130 * MS);
        reply(2);
        assertFalse(ping.isBusy());
        assertEquals(1, host.rested);
        assertTrue(ping.result().ok());
        assertEquals("2 packets transmitted, 2 received, 0.0 % loss, rtt min/avg/max 20.000 ms / 25.000 ms / 30.000 ms",
                ping.result().summary());
    }

    @Test
    void aDuplicateAnswerCountsOnce() throws ParameterException {
        AppProcess ping = ping(Map.of("to", BOB, "count", 2L));
        host.clock.turnTo(20 * MS);
        reply(1);
        reply(1);
        assertEquals(1, ping.result().values().get("received"));
        assertTrue(ping.isBusy());
    }

    @Test
    void silenceEndsAfterTenSeconds() throws ParameterException {
        AppProcess ping = ping(Map.of("to", BOB, "count", 1L));
        host.clock.turnTo(9_999 * MS);
        assertTrue(ping.isBusy());
        host.clock.turnTo(10_000 * MS);
        assertFalse(ping.isBusy());
        assertFalse(ping.result().ok());
        assertEquals("1 packet transmitted, 0 received, 100.0 % loss", ping.result().summary());
    }

    @Test
    void anIcmpErrorIsAnAnswerOfAKind() throws ParameterException {
        AppProcess ping = ping(Map.of("to", BOB, "count", 1L));
        host.network.listener.failed(1, new NetworkError(NetworkError.Kind.HOST_UNREACHABLE,
                IpAddress.parse("10.0.1.254"), FakeHost.LOCAL.address(), BOB, 0, 0));
        assertFalse(ping.isBusy());
        assertEquals("1 packet transmitted, 0 received, 100.0 % loss; Destination Host Unreachable, says 10.0.1.254",
                ping.result().summary());
    }

    @Test
    void withoutARouteItSaysSo() throws ParameterException {
        host.network.answer = Sent.NO_ROUTE;
        AppProcess ping = ping(Map.of("to", BOB, "count", 2L));
        assertTrue(ping.isBusy());
        host.clock.turnTo(1_000 * MS);
        assertFalse(ping.isBusy());
        assertEquals("2 packets transmitted, 0 received, 100.0 % loss; Network is unreachable", ping.result().summary());
    }

    @Test // RFC 6724 §6: of a name with several addresses the preferred one is asked
    void asksThePreferredAddress() throws ParameterException {
        IpAddress six = IpAddress.parse("2001:db8:2::1");
        AppProcess ping = ping(Map.of("to", List.of(BOB, six), "size", 65_527L));
        assertEquals(six, host.network.requests.getFirst().destination());
        assertEquals(65_527, host.network.requests.getFirst().size());
        assertEquals("2001:db8:2::1", ping.result().values().get("to"));
    }

    @Test
    void theHeaderThatTheLabFileAsksFor() throws ParameterException {
        ping(Map.of("to", BOB, "ttl", 3L, "tos", 0xB8L, "dont-fragment", "true"));
        assertEquals(new SendOptions(0xB8, 3, SendOptions.Discovery.DO, SendOptions.AUTO_FLOW_LABEL),
                host.network.requests.getFirst().options());
        ping(Map.of("to", BOB, "dont-fragment", "false"));
        assertEquals(SendOptions.Discovery.DONT, host.network.requests.getLast().options().discovery());
    }

    @Test // asked at once, two hosts or one host twice: neither ping hears of the other's echoes
    void eachPingHasAnIdentifierOfItsOwn() throws ParameterException {
        ping(Map.of("to", BOB));
        ping(Map.of("to", IpAddress.parse("10.0.2.2")));
        ping(Map.of("to", BOB));
        assertNotEquals(host.network.requests.get(0).identifier(), host.network.requests.get(1).identifier());
        assertNotEquals(host.network.requests.get(0).identifier(), host.network.requests.get(2).identifier());
    }

    @Test
    void rangesAreChecked() {
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "ttl", 0L)));
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "ttl", 256L)));
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "tos", 256L)));
        assertThrows(ParameterException.class,
                () -> ping(Map.of("to", IpAddress.parse("2001:db8:2::1"), "size", 65_528L)));
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "count", 0L)));
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "interval", 0L)));
        assertThrows(ParameterException.class, () -> ping(Map.of("to", BOB, "size", 65_508L)));
    }
}
