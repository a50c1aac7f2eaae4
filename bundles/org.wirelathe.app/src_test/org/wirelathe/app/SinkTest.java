package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.socket.Errno;

class SinkTest {
    private final FakeHost host = new FakeHost();
    private AppProcess sink;

    @BeforeEach
    void make() {
        sink = new SinkApplication().create(host, new Given(Map.of("port", 5001L, "save", "got.bin")));
        sink.start();
    }

    @Test
    void savesWhatArrives() {
        FakeStream guest = host.guest(40000);
        guest.arrive(new byte[] {1, 2, 3});
        guest.end();
        assertArrayEquals(new byte[] {1, 2, 3}, host.saved.get("got.bin").toByteArray());
        assertTrue(guest.closed);
        assertTrue(sink.result().ok());
        assertEquals("received 3 B on 1 connection", sink.result().summary());
    }

    @Test
    void isBusyUntilSomebodyCameAndAllHaveLeft() {
        assertTrue(sink.isBusy());
        FakeStream first = host.guest(40000);
        FakeStream second = host.guest(40001);
        first.end();
        assertTrue(sink.isBusy());
        assertEquals(0, host.rested);
        second.end();
        assertFalse(sink.isBusy());
        assertEquals(1, host.rested);
    }

    @Test
    void severalConnectionsAreSavedApart() {
        FakeStream first = host.guest(40000);
        FakeStream second = host.guest(40001);
        second.arrive(new byte[] {9});
        first.arrive(new byte[] {1, 2});
        first.end();
        second.end();
        assertArrayEquals(new byte[] {1, 2}, host.saved.get("got.bin").toByteArray());
        assertArrayEquals(new byte[] {9}, host.saved.get("got.bin.2").toByteArray());
        assertEquals(List.of(
                Map.of("local", "10.0.1.1:5001", "remote", "10.0.2.1:40000", "bytes", 2L, "sha256", "hash of 2"),
                Map.of("local", "10.0.1.1:5001", "remote", "10.0.2.1:40001", "bytes", 1L, "sha256", "hash of 1")),
                sink.result().values().get("received"));
    }

    @Test
    void aStreamThatGoesOnHasNoHashYet() {
        host.guest(40000).arrive(new byte[2]);
        Map<?, ?> stream = (Map<?, ?>) ((List<?>) sink.result().values().get("received")).getFirst();
        assertTrue(stream.containsKey("sha256"));
        assertEquals(null, stream.get("sha256"));
        assertFalse(sink.result().ok());
        assertEquals("received 2 B on 1 connection, 1 of them still open when the run ended",
                sink.result().summary());
    }

    @Test
    void b43ResetIsNotDone() {
        FakeStream guest = host.guest(40000);
        guest.arrive(new byte[4]);
        guest.failSilently(Errno.ECONNRESET);
        guest.arrive(new byte[0]);
        assertFalse(sink.isBusy());
        assertFalse(sink.result().ok());
        assertEquals("10.0.2.1:40000: Connection reset by peer, after 4 B", sink.result().summary());
    }

    @Test
    void b30PortTaken() {
        host.refusal = Errno.EADDRINUSE;
        AppProcess second = new SinkApplication().create(host, new Given(Map.of("port", 5001L)));
        second.start();
        assertFalse(second.isBusy());
        assertFalse(second.result().ok());
        assertEquals("port 5001: Address already in use", second.result().summary());
    }

    @Test
    void withoutANameItOnlyHashes() {
        AppProcess plain = new SinkApplication().create(host, new Given(Map.of("port", 5001L)));
        plain.start();
        host.guest(40000).arrive(new byte[7]);
        assertEquals(7, host.saved.get(null).size());
    }

    @Test
    void aNameThatCannotBeSavedIsSaid() {
        AppProcess wrong = new SinkApplication().create(host, new Given(Map.of("port", 5001L, "save", "../escape")));
        wrong.start();
        host.guest(40000).end();
        assertFalse(wrong.result().ok());
        assertEquals("outside", wrong.result().summary());
    }

    @Test
    void nobodyCameIsNoFailure() {
        assertTrue(sink.result().ok());
        assertEquals("nobody connected to port 5001", sink.result().summary());
    }
}
