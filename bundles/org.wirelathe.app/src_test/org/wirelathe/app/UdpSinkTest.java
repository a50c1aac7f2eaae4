package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

class UdpSinkTest {
    private static final long MS = 1_000_000;
    private static final Endpoint ALICE = new Endpoint(IpAddress.parse("10.0.2.1"), 40_000);

    private final FakeHost host = new FakeHost();
    private AppProcess sink;

    private FakeDatagramSocket start(Map<String, Object> parameters) throws ParameterException {
        sink = new UdpSinkApplication().create(host, new Given(parameters));
        sink.start();
        return host.bound.isEmpty() ? null : host.bound.getLast();
    }

    /** A datagram of 1000 bytes that was sent at a time and comes at another, both in ms. */
    private void arrive(FakeDatagramSocket socket, int of, int number, long sentAt, long at) {
        byte[] data = new byte[1000];
        Numbered.write(data, of, number, sentAt * MS);
        host.clock.turnTo(at * MS);
        socket.arrive(data, ALICE);
    }

    private Object value(String name) {
        return ((Map<?, ?>) ((List<?>) sink.result().values().get("senders")).getFirst()).get(name);
    }

    @Test
    void allThatWasAnnouncedHasCome() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        assertTrue(sink.isBusy());
        assertEquals("nothing came to port 5001", sink.result().summary());
        for (int i = 0; i < 3; i++) {
            assertTrue(sink.isBusy());
            arrive(socket, 3, i, 10 * i, 10 * i + 5);
        }
        assertFalse(sink.isBusy());
        assertEquals(1, host.rested);
        assertTrue(sink.result().ok());
        assertEquals("received 3 datagrams, 2.9 KiB; lost 0 of 3, 0 out of order, jitter 0.000 ms",
                sink.result().summary());
        assertEquals(0.005, value("delayMin"));
        assertEquals(0.005, value("delayMax"));
    }

    @Test
    void lossOrderAndDuplicates() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        for (int number : new int[] {0, 1, 4, 2, 4, 2, 7, 0}) {
            arrive(socket, 10, number, 0, 5);
        }
        assertEquals(5L, value("lost"));
        assertEquals(1L, value("reordered"));
        assertEquals(3L, value("duplicates"));
        assertEquals(8L, value("datagrams"));
    }

    @Test // RFC 3550 §6.4.1: J = J + (|D| - J)/16; D is 16 ms, then 16 again, then 0
    void rfc3550Jitter() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        arrive(socket, 9, 0, 0, 5);
        arrive(socket, 9, 1, 10, 31);
        assertEquals(0.001, value("jitter"));
        arrive(socket, 9, 2, 40, 45);
        assertEquals(0.0019375, value("jitter"));
        arrive(socket, 9, 3, 60, 65);
        assertEquals(0.001816406, value("jitter"));
    }

    @Test
    void silenceEndsIt() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L, "idle", 500 * MS));
        arrive(socket, 10, 0, 0, 5);
        arrive(socket, 10, 1, 0, 400);
        host.clock.turnTo(899 * MS);
        assertTrue(sink.isBusy());
        host.clock.turnTo(900 * MS);
        assertFalse(sink.isBusy());
        arrive(socket, 10, 2, 0, 1000);
        assertTrue(sink.isBusy(), "it is served again");
        assertEquals(7L, value("lost"));
    }

    @Test // B52: 1000 bytes are 8000 bits; at 80 kbit/s it reads one in 100 ms
    void b52ReadsSlowly() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L, "rate", 80_000L));
        for (int i = 0; i < 5; i++) {
            arrive(socket, 5, i, 0, 0);
        }
        assertEquals(4, socket.waiting());
        host.clock.turnTo(99 * MS);
        assertEquals(4, socket.waiting());
        host.clock.turnTo(100 * MS);
        assertEquals(3, socket.waiting());
        host.clock.turnTo(2000 * MS);
        assertEquals(0, socket.waiting());
        assertFalse(sink.isBusy());
        socket.drops = 7;
        assertTrue(sink.result().summary().endsWith("; 7 dropped at the full socket buffer"));
        assertEquals(7L, sink.result().values().get("socketDrops"));
        arrive(socket, 5, 0, 0, 3000);
        assertEquals(0, socket.waiting(), "it reads again at once");
    }

    @Test
    void whatIsNotNumberedIsOnlyCounted() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        socket.arrive(new byte[0], ALICE);
        socket.arrive(new byte[100], ALICE);
        byte[] beyond = new byte[24];
        Numbered.write(beyond, 5, 5, 0);
        socket.arrive(beyond, ALICE);
        assertEquals("received 3 datagrams, 124 B", sink.result().summary());
    }

    @Test // a hostile head: numbers far apart, times that cannot be
    void strangeNumbersAreCounted() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        for (int number : new int[] {Integer.MAX_VALUE - 1, 0, 1 << 30}) {
            byte[] data = new byte[24];
            Numbered.write(data, Integer.MAX_VALUE, number, Long.MIN_VALUE);
            socket.arrive(data, ALICE);
        }
        assertEquals(2L, value("reordered"));
        assertEquals(Integer.MAX_VALUE - 3L, value("lost"));
    }

    @Test
    void sendersAreToldApartUpToALimit() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L));
        for (int i = 0; i < 5000; i++) {
            socket.arrive(new byte[1], new Endpoint(ALICE.address(), i + 1));
        }
        assertEquals(4096, ((List<?>) sink.result().values().get("senders")).size());
        assertEquals(5000L, sink.result().values().get("datagrams"));
    }

    @Test
    void joinsAGroup() throws ParameterException {
        FakeDatagramSocket socket = start(Map.of("port", 5001L, "group", IpAddress.parse("239.1.1.1")));
        assertTrue(socket.shared);
        assertEquals(List.of("eth7 239.1.1.1"), socket.joined);
        assertEquals(List.of("eth1 239.1.1.1"), start(Map.of("port", 5001L, "group", IpAddress.parse("239.1.1.1"),
                "interface", "eth1")).joined);
        assertThrows(ParameterException.class, () -> start(Map.of("port", 5001L, "group", ALICE.address())));
        assertThrows(ParameterException.class, () -> start(Map.of("port", 5001L, "interface", "eth1")));
    }

    @Test
    void whereThereIsNoGroupToJoin() throws ParameterException {
        start(Map.of("port", 5001L, "group", IpAddress.parse("239.1.1.1"), "interface", "nowhere"));
        assertEquals("port 5001: there is no interface nowhere", sink.result().summary());
        start(Map.of("port", 5001L, "group", IpAddress.parse("ff15::1")));
        assertFalse(sink.isBusy());
        assertEquals("port 5001: no interface has an address of the family of ff15::1", sink.result().summary());
    }

    @Test // B30
    void b30PortTaken() throws ParameterException {
        host.refusal = Errno.EADDRINUSE;
        start(Map.of("port", 5001L));
        assertFalse(sink.isBusy());
        assertFalse(sink.result().ok());
        assertEquals("port 5001: Address already in use", sink.result().summary());
    }

    @Test
    void rangesAreChecked() {
        assertThrows(ParameterException.class, () -> start(Map.of("port", 5001L, "rate", 0L)));
        assertThrows(ParameterException.class, () -> start(Map.of("port", 5001L, "idle", 0L)));
    }
}
