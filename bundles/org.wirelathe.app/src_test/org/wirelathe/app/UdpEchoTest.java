package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** RFC 862. */
class UdpEchoTest {
    private final FakeHost host = new FakeHost();
    private final AppProcess echo = new UdpEchoApplication().create(host, new Given(Map.of()));

    private static Endpoint client(int port) {
        return new Endpoint(IpAddress.parse("10.0.2.1"), port);
    }

    @Test
    void rfc862DatagramsGoBackAsTheyCame() {
        echo.start();
        FakeDatagramSocket socket = host.bound.getFirst();
        assertEquals(7, socket.local().port());
        assertTrue(echo.isBusy());
        socket.arrive(new byte[] {1, 2, 3}, client(40_000));
        socket.arrive(new byte[0], client(40_001));
        assertArrayEquals(new byte[] {1, 2, 3}, socket.out.get(0).data());
        assertEquals(client(40_000), socket.out.get(0).to());
        assertEquals(client(40_001), socket.out.get(1).to());
        assertFalse(echo.isBusy());
        assertEquals(1, host.rested);
        assertEquals("answered 2 of 2 datagrams, 3 B", echo.result().summary());
    }

    @Test // two echoes would never stop
    void anotherEchoIsNotAnswered() {
        echo.start();
        FakeDatagramSocket socket = host.bound.getFirst();
        socket.arrive(new byte[] {1}, client(7));
        socket.arrive(new byte[] {1}, client(0));
        assertEquals(0, socket.out.size());
        assertEquals("answered 0 of 2 datagrams, 2 B", echo.result().summary());
    }

    @Test
    void whatCannotBeAnsweredStopsNothing() {
        echo.start();
        FakeDatagramSocket socket = host.bound.getFirst();
        socket.full = true;
        socket.arrive(new byte[] {1}, client(40_000));
        socket.full = false;
        socket.arrive(new byte[] {2}, client(40_000));
        assertEquals(1, socket.out.size());
        assertTrue(echo.result().ok());
    }

    @Test // B30
    void b30PortTaken() {
        host.refusal = Errno.EADDRINUSE;
        echo.start();
        assertFalse(echo.isBusy());
        assertEquals("port 7: Address already in use", echo.result().summary());
    }
}
