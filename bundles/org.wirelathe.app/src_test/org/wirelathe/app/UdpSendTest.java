package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

class UdpSendTest {
    private static final long MS = 1_000_000;
    private static final Endpoint BOB = new Endpoint(IpAddress.parse("10.0.2.1"), 5001);

    private final FakeHost host = new FakeHost();
    private AppProcess send;

    private FakeDatagramSocket start(Map<String, Object> parameters) throws ParameterException {
        send = new UdpSendApplication().create(host, new Given(parameters));
        send.start();
        return host.bound.isEmpty() ? null : host.bound.getLast();
    }

    @Test // 1250 bytes are 10,000 bits: a millisecond at 10 Mbit/s
    void sendsAtARate() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "size", 1250L, "rate", 10_000_000L, "duration", 100 * MS));
        assertEquals(BOB, socket.peer);
        host.clock.turnTo(1000 * MS);
        assertEquals(100, socket.out.size());
        for (int i = 0; i < 100; i++) {
            assertEquals(i * MS, socket.out.get(i).time());
            assertEquals(1250, socket.out.get(i).data().length);
            assertEquals(i, Numbered.number(socket.out.get(i).data()));
            assertEquals(100, Numbered.of(socket.out.get(i).data()));
            assertEquals(i * MS, Numbered.time(socket.out.get(i).data()));
        }
        assertTrue(send.result().ok());
        assertEquals("sent 100 datagrams, 122.1 KiB, to 10.0.2.1:5001", send.result().summary());
        assertTrue(socket.closed);
    }

    @Test // 24 bytes at 7 bit/s take 192/7 s: no drift from the parts of a nanosecond
    void aRateIsExactInTheLongRun() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "size", 24L, "rate", 7L, "count", 8L));
        host.clock.turnTo(193_000_000_000L);
        assertEquals(27_428_571_428L, socket.out.get(1).time());
        assertEquals(192_000_000_000L, socket.out.get(7).time());
    }

    @Test // a minute at 1 Gbit/s of 1000 bytes: 7.5 million
    void aDurationIsSoManyDatagrams() throws ParameterException {
        start(Map.of("to", BOB, "rate", 1_000_000_000L, "duration", 60_000_000_000L));
        assertEquals(7_500_000, send.result().values().get("of"));
        start(Map.of("to", BOB, "burst", 3L, "every", 10 * MS, "duration", 25 * MS));
        assertEquals(9, send.result().values().get("of"));
        start(Map.of("to", BOB));
        assertEquals(1250, send.result().values().get("of"));
    }

    @Test
    void sendsInBursts() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "burst", 4L, "every", 5 * MS, "count", 10L));
        assertEquals(4, socket.out.size());
        host.clock.turnTo(4_999_999);
        assertEquals(4, socket.out.size());
        host.clock.turnTo(5 * MS);
        assertEquals(8, socket.out.size());
        host.clock.turnTo(10 * MS);
        assertEquals(10, socket.out.size());
        assertFalse(send.isBusy());
    }

    @Test // RFC 1112 §6.1
    void rfc1112ToAGroupOneHopAndWithoutAPeer() throws ParameterException {
        Endpoint group = new Endpoint(IpAddress.parse("239.1.1.1"), 5001);
        FakeDatagramSocket socket = start(Map.of("to", group, "count", 1L));
        assertEquals(group, socket.out.getFirst().to());
        assertEquals(1, socket.out.getFirst().options().hopLimit());
        assertEquals(9, start(Map.of("to", group, "count", 1L, "ttl", 9L)).out.getFirst().options().hopLimit());
        assertTrue(socket.broadcast);
    }

    @Test
    void theHeaderThatTheLabFileAsksFor() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "count", 1L, "tos", 0xB8L, "dont-fragment", "true"));
        assertEquals(new SendOptions(0xB8, 64, SendOptions.Discovery.DO, SendOptions.AUTO_FLOW_LABEL),
                socket.out.getFirst().options());
    }

    @Test
    void errorsAreCountedAndThePaceGoesOn() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "burst", 1L, "count", 3L));
        socket.pending = Errno.ECONNREFUSED;
        host.clock.turnTo(10 * MS);
        assertEquals("10.0.2.1:5001: Connection refused, 1 of 3 datagrams sent", send.result().summary());
        host.clock.turnTo(20 * MS);
        assertTrue(send.result().ok());
        assertEquals("sent 2 datagrams, 2 KiB, to 10.0.2.1:5001; 0 dropped at the device, 1 refused",
                send.result().summary());
    }

    @Test
    void anErrorAtTheEndIsAFailure() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "burst", 1L, "count", 2L));
        socket.pending = Errno.ECONNREFUSED;
        host.clock.turnTo(10 * MS);
        assertFalse(send.isBusy());
        assertFalse(send.result().ok());
        assertEquals("ECONNREFUSED", send.result().values().get("error"));
    }

    @Test
    void aFullDeviceIsCounted() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "burst", 1L, "count", 2L));
        socket.full = true;
        host.clock.turnTo(10 * MS);
        assertEquals(1, send.result().values().get("dropped"));
        assertTrue(send.result().ok());
    }

    @Test
    void answersAreWaitedFor() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("to", BOB, "burst", 2L, "count", 2L, "wait", 1000 * MS));
        host.clock.turnTo(20 * MS);
        socket.arrive(socket.out.get(0).data(), BOB);
        assertTrue(send.isBusy());
        host.clock.turnTo(40 * MS);
        socket.arrive(socket.out.get(1).data(), BOB);
        assertFalse(send.isBusy());
        assertEquals("sent 2 datagrams, 2 KiB, to 10.0.2.1:5001; 2 answers, rtt avg 30.000 ms",
                send.result().summary());
        start(Map.of("to", BOB, "count", 1L, "wait", 1000 * MS));
        host.clock.turnTo(1039 * MS);
        assertTrue(send.isBusy());
        host.clock.turnTo(1040 * MS);
        assertFalse(send.isBusy());
    }

    @Test // RFC 6724 §6
    void theNextAddressWhenOneCannotBeSentTo() throws ParameterException {
        Endpoint six = new Endpoint(IpAddress.parse("2001:db8:2::1"), 5001);
        assertEquals(six, start(Map.of("to", List.of(BOB, six), "count", 1L)).peer);
        host.refusal = Errno.EMFILE;
        start(Map.of("to", BOB, "count", 1L));
        assertFalse(send.isBusy());
        assertEquals("10.0.2.1:5001: Too many open files, 0 of 1 datagrams sent", send.result().summary());
    }

    @Test
    void parametersThatDoNotFit() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("size", 23L), Map.of("size", 65_528L),
                Map.of("rate", 0L), Map.of("burst", 0L), Map.of("every", 5L), Map.of("burst", 1L, "every", 0L),
                Map.of("rate", 5L, "burst", 1L), Map.of("count", 0L), Map.of("count", 1L, "duration", 1L),
                Map.of("duration", 0L), Map.of("rate", 1_000_000_000_000L, "duration", Long.MAX_VALUE))) {
            Map<String, Object> given = new HashMap<>(wrong);
            given.put("to", BOB);
            assertThrows(ParameterException.class, () -> start(given), wrong.toString());
        }
    }
}
