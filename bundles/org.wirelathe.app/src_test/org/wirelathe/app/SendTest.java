package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

class SendTest {
    private static final Endpoint BOB = new Endpoint(IpAddress.parse("10.0.2.1"), 5001);

    private final FakeHost host = new FakeHost();
    private AppProcess send;

    @BeforeEach
    void make() throws ParameterException {
        send = new SendApplication().create(host, new Given(Map.of("to", BOB, "bytes", 5L)));
    }

    private FakeStream start() {
        send.start();
        return host.connected.getFirst();
    }

    @Test
    void b33WritesAsTheSocketTakes() {
        FakeStream socket = start();
        socket.room(2);
        assertArrayEquals(new byte[] {0, 1}, socket.written.toByteArray());
        assertFalse(socket.outputShut);
        socket.room(10);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 4}, socket.written.toByteArray());
    }

    @Test
    void writesInBursts() throws ParameterException {
        send = new SendApplication().create(host, new Given(Map.of("to", BOB, "bytes", 5L, "burst", 2L, "every", 100L)));
        host.clock.turnTo(1000);
        FakeStream socket = start();
        host.clock.turnTo(1500);
        socket.room(10); // connected: the first burst goes, the second 100 ns later
        assertArrayEquals(new byte[] {0, 1}, socket.written.toByteArray());
        host.clock.turnTo(1599);
        assertEquals(2, socket.written.size());
        host.clock.turnTo(1600);
        assertArrayEquals(new byte[] {0, 1, 2, 3}, socket.written.toByteArray());
        assertFalse(socket.outputShut);
        host.clock.turnTo(1700);
        assertArrayEquals(new byte[] {0, 1, 2, 3, 4}, socket.written.toByteArray());
        assertTrue(socket.outputShut);
    }

    @Test
    void aBurstThatTheSocketRefusesIsNotForgotten() throws ParameterException {
        send = new SendApplication().create(host, new Given(Map.of("to", BOB, "bytes", 5L, "burst", 2L, "every", 100L)));
        FakeStream socket = start();
        socket.room(1);
        host.clock.turnTo(100);
        assertEquals(1, socket.written.size());
        socket.room(10);
        assertEquals(4, socket.written.size());
    }

    @Test
    void burstsHaveASizeAndATime() {
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(Map.of("every", 5L), Map.of("burst", 0L),
                Map.of("burst", 1L, "every", 0L))) {
            Map<String, Object> given = new HashMap<>(wrong);
            given.putAll(Map.of("to", BOB, "bytes", 5L));
            assertThrows(ParameterException.class, () -> new SendApplication().create(host, new Given(given)));
        }
    }

    @Test
    void b44ShutsItsDirectionThenWaitsForTheOtherEnd() {
        FakeStream socket = start();
        socket.room(5);
        assertTrue(socket.outputShut);
        assertTrue(send.isBusy());
        socket.end();
        assertFalse(send.isBusy());
        assertTrue(socket.closed);
        assertEquals(1, host.rested);
        assertTrue(send.result().ok());
    }

    @Test
    void saysWhatItSentAndHowLongItTook() {
        FakeStream socket = start();
        socket.room(5);
        host.clock.turnTo(1_500_000_000L);
        socket.end();
        send.close();
        assertEquals("sent 5 B to 10.0.2.1:5001 in 1.500 s", send.result().summary());
        assertEquals(1.5, send.result().values().get("seconds"));
        assertEquals(List.of(Map.of("local", "10.0.1.1:49152", "remote", "10.0.2.1:5001", "bytes", 5L, "sha256",
                "hash of 5")), send.result().values().get("sent"));
    }

    @Test
    void anEmptyFileIsSentToo() throws ParameterException {
        send = new SendApplication().create(host, new Given(Map.of("to", BOB, "file", "")));
        FakeStream socket = start();
        socket.room(100);
        assertTrue(socket.outputShut);
        socket.end();
        assertTrue(send.result().ok());
    }

    @Test
    void anEndThatStillTalksIsHeardOut() {
        FakeStream socket = start();
        socket.arrive(new byte[5000]);
        assertTrue(send.isBusy());
        assertEquals(0, socket.available());
    }

    @Test
    void b44HalfCloseOfTheOtherEndStopsNothing() {
        FakeStream socket = start();
        socket.end();
        assertTrue(send.isBusy());
        socket.room(5);
        assertFalse(send.isBusy());
        assertTrue(send.result().ok());
    }

    @Test
    void b37ErrorsHaveTheirWords() {
        FakeStream socket = start();
        socket.fail(Errno.ECONNREFUSED);
        assertFalse(send.isBusy());
        assertFalse(send.result().ok());
        assertEquals("10.0.2.1:5001: Connection refused, after 0 B of 5 B", send.result().summary());
        assertEquals("ECONNREFUSED", send.result().values().get("error"));
        assertEquals(1, host.rested);
    }

    @Test
    void b43ResetInTheMiddle() {
        FakeStream socket = start();
        socket.room(3);
        socket.fail(Errno.ECONNRESET);
        assertEquals("10.0.2.1:5001: Connection reset by peer, after 3 B of 5 B", send.result().summary());
    }

    @Test
    void connectThatCannotBegin() {
        host.refusal = Errno.ENETUNREACH;
        send.start();
        assertFalse(send.isBusy());
        assertEquals("10.0.2.1:5001: Network is unreachable, after 0 B of 5 B", send.result().summary());
    }

    @Test // RFC 6724 §6, RFC 1123 §6.1.3.4: the next address of a name when one does not answer
    void triesTheAddressesOfANameInTheirOrder() throws ParameterException {
        Endpoint six = new Endpoint(IpAddress.parse("2001:db8:2::1"), 5001);
        send = new SendApplication().create(host, new Given(Map.of("to", List.of(BOB, six), "bytes", 5L)));
        FakeStream first = start();
        assertEquals(six, first.remote());
        first.fail(Errno.ECONNREFUSED);
        assertTrue(first.closed);
        assertTrue(send.isBusy());
        FakeStream second = host.connected.getLast();
        assertEquals(BOB, second.remote());
        second.room(5);
        second.end();
        assertEquals("sent 5 B to 10.0.2.1:5001 in 0.000 ms", send.result().summary());
    }

    @Test
    void theLastAddressHasTheLastWord() throws ParameterException {
        Endpoint six = new Endpoint(IpAddress.parse("2001:db8:2::1"), 5001);
        send = new SendApplication().create(host, new Given(Map.of("to", List.of(BOB, six), "bytes", 5L)));
        start().fail(Errno.ETIMEDOUT);
        host.connected.getLast().fail(Errno.ECONNREFUSED);
        assertEquals(2, host.connected.size());
        assertEquals("10.0.2.1:5001: Connection refused, after 0 B of 5 B", send.result().summary());
    }

    @Test
    void aConnectionThatWasThereIsNotTriedElsewhere() throws ParameterException {
        Endpoint six = new Endpoint(IpAddress.parse("2001:db8:2::1"), 5001);
        send = new SendApplication().create(host, new Given(Map.of("to", List.of(BOB, six), "bytes", 5L)));
        FakeStream socket = start();
        socket.room(3);
        socket.fail(Errno.ECONNRESET);
        assertEquals(1, host.connected.size());
        assertFalse(send.isBusy());
    }

    @Test
    void isBusyBeforeItBegins() {
        assertTrue(send.isBusy());
        assertEquals("had not begun to send when the run ended", send.result().summary());
    }

    @Test
    void cutOffByTheEndOfTheRun() {
        start().room(2);
        send.close();
        assertFalse(send.result().ok());
        assertEquals("was not done sending to 10.0.2.1:5001 when the run ended, after 2 B of 5 B",
                send.result().summary());
        assertFalse(send.result().values().containsKey("sent"));
    }

    @Test
    void eitherFileOrBytes() {
        assertThrows(ParameterException.class,
                () -> new SendApplication().create(host, new Given(Map.of("to", BOB))));
        assertThrows(ParameterException.class,
                () -> new SendApplication().create(host, new Given(Map.of("to", BOB, "file", "a", "bytes", 1L))));
    }
}
