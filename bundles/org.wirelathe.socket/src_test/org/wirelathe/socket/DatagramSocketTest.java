package org.wirelathe.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.DatagramSocket;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.socket.FakeDatagrams.FakePort;
import org.wirelathe.wire.IpAddress;

/** Datagram sockets over a transport that the test plays (B22, B23, B27, B52). */
class DatagramSocketTest {
    private static final Endpoint ANY = new Endpoint(IpAddress.ANY, 0);
    private static final Endpoint HERE = new Endpoint(IpAddress.ANY, 5000);
    private static final Endpoint PEER = new Endpoint(IpAddress.parse("10.0.0.2"), 53);

    private final FakeScheduler loop = new FakeScheduler();
    private final FakeTransport transport = new FakeTransport();
    private final FakeDatagrams datagrams = new FakeDatagrams();
    private final byte[] bytes = new byte[70_000];
    private final List<String> heard = new ArrayList<>();
    private Sockets sockets;
    private DatagramSocket socket;

    @BeforeEach
    void create() throws SocketException {
        sockets = sockets(100_000);
        socket = listening();
    }

    private Sockets sockets(int receiveBuffer) {
        NodeContext node = new NodeContext("a", 1, loop, datagrams.pool, null, null);
        return new SocketService().create(node, transport, datagrams, new SocketSettings(900, receiveBuffer, "reno"));
    }

    private DatagramSocket listening() throws SocketException {
        DatagramSocket made = sockets.datagram(HERE);
        made.onReadable(() -> heard.add("readable"));
        loop.run();
        return made;
    }

    @AfterEach
    void close() {
        sockets.close();
        assertEquals(0, datagrams.pool.inUse(), "packets not back in the pool");
    }

    private FakePort port() {
        return datagrams.open.getLast();
    }

    private void heard(String... expected) {
        loop.run();
        assertEquals(List.of(expected), heard);
        heard.clear();
    }

    private static void fails(Errno errno, Executable call) {
        assertEquals(errno, assertThrows(SocketException.class, call).errno());
    }

    @Test
    void datagramsAreTakenWholeAndInOrder() throws SocketException {
        port().receive("10.0.0.2", 53, 5, 7);
        port().receive("2001:db8::2", 54, 0, 0);
        port().receive("10.0.0.3", 55, 9, 9);
        assertEquals(14, socket.available());
        assertEquals(5, socket.receive(bytes, 1, 100));
        assertEquals(7, bytes[5]);
        assertEquals(0, bytes[0]);
        assertEquals(PEER, socket.from());
        assertEquals(FakeDatagrams.HERE, socket.to());
        assertEquals(0, socket.receive(bytes, 0, 100));
        assertEquals(new Endpoint(IpAddress.parse("2001:db8::2"), 54), socket.from());
        assertEquals(4, socket.receive(bytes, 0, 4), "what does not fit is lost");
        assertEquals(-1, socket.receive(bytes, 0, 100));
        assertEquals(0, socket.available());
    }

    @Test
    void readableAtTheEdge() throws SocketException {
        heard();
        port().receive("10.0.0.2", 53, 5, 7);
        port().receive("10.0.0.2", 53, 5, 7);
        heard("readable");
        socket.receive(bytes, 0, 100);
        port().receive("10.0.0.2", 53, 5, 7);
        heard();
        socket.receive(bytes, 0, 100);
        socket.receive(bytes, 0, 100);
        port().receive("10.0.0.2", 53, 5, 7);
        heard("readable");
        socket.onReadable(() -> heard.add("again"));
        heard("again");
    }

    @Test // B52: 212,992 bytes hold 278 of the smallest datagrams, or 93 of a full frame, as in Linux
    void b52ASlowApplicationLosesDatagramsAtAFullBuffer() throws SocketException {
        for (int[] each : new int[][] {{1, 278}, {1472, 93}}) {
            sockets.close();
            sockets = sockets(212_992);
            socket = listening();
            int taken = 0;
            for (int i = 0; i < 300; i++) {
                taken += port().receive("10.0.0.2", 53, each[0], i) ? 1 : 0;
            }
            assertEquals(each[1], taken);
            assertEquals(300 - each[1], socket.drops());
            assertEquals(each[0], socket.receive(bytes, 0, 2000));
            assertTrue(port().receive("10.0.0.2", 53, each[0], 0), "room again");
        }
    }

    @Test // B52: TCP keeps what the buffer does not take, and the window says so to the sender
    void b52TcpLosesNothingAtAFullBuffer() throws SocketException {
        StreamSocket stream = sockets.connect(PEER);
        transport.begun.getLast().establish();
        transport.begun.getLast().receive(100_000);
        assertEquals(0, transport.begun.getLast().config.receive().room());
        assertEquals(70_000, stream.read(bytes, 0, 70_000));
        assertTrue(transport.begun.getLast().calls.contains("consumed"), "the window may open");
        transport.begun.getLast().receive(70_000);
        int at = 70_000;
        for (int read = stream.read(bytes, 0, 70_000); read > 0; read = stream.read(bytes, 0, 70_000)) {
            for (int i = 0; i < read; i++) {
                assertEquals((byte) ++at, bytes[i]);
            }
        }
        assertEquals(170_000, at);
    }

    @Test // Linux: truesize of a frame in a buffer of 2048, of a small one in 512, of fragments each for itself
    void memoryThatDatagramsTake() {
        assertEquals(768, DatagramQueue.memory(0));
        assertEquals(768, DatagramQueue.memory(86));
        assertEquals(1280, DatagramQueue.memory(87));
        assertEquals(2304, DatagramQueue.memory(1472));
        assertEquals(2304 + 768, DatagramQueue.memory(1473));
        assertEquals(45 * 2304 + 768, DatagramQueue.memory(45 * 1472 + 10));
    }

    @Test
    void sendsToThePeerOrToWhomItIsTold() throws SocketException {
        bytes[3] = 0x2A;
        fails(Errno.EDESTADDRREQ, () -> socket.send(bytes, 3, 1, null));
        assertTrue(socket.send(bytes, 3, 1, PEER));
        socket.connect(PEER);
        assertTrue(socket.send(bytes, 3, 1, null));
        assertEquals(List.of("2a to 10.0.0.2:53 hops 64", "2a to null hops 64"), port().calls);
        fails(Errno.EINVAL, () -> socket.send(bytes, 3, 1, new Endpoint(PEER.address(), 0)));
    }

    @Test // RFC 1112 §6.1
    void rfc1112ToAGroupOneHopUnlessTold() throws SocketException {
        Endpoint group = new Endpoint(IpAddress.parse("239.1.1.1"), 5000);
        socket.send(bytes, 0, 1, group);
        socket.options(SendOptions.DATAGRAM.hopLimit(9));
        socket.send(bytes, 0, 1, group);
        socket.send(bytes, 0, 1, PEER);
        assertEquals(List.of("00 to 239.1.1.1:5000 hops 1", "00 to 239.1.1.1:5000 hops 9", "00 to 10.0.0.2:53 hops 9"),
                port().calls);
    }

    @Test
    void whatSendingCanAnswer() throws SocketException {
        datagrams.answer = Sent.DROPPED;
        assertFalse(socket.send(bytes, 0, 1, PEER));
        datagrams.answer = Sent.TOO_BIG;
        fails(Errno.EMSGSIZE, () -> socket.send(bytes, 0, 1, PEER));
        datagrams.answer = Sent.NO_ROUTE;
        fails(Errno.ENETUNREACH, () -> socket.send(bytes, 0, 1, PEER));
        datagrams.refusal = Failure.NETWORK_UNREACHABLE;
        fails(Errno.ENETUNREACH, () -> socket.send(bytes, 0, 1, PEER));
        fails(Errno.ENETUNREACH, () -> socket.connect(PEER));
        datagrams.refusal = Failure.PROHIBITED;
        fails(Errno.EACCES, () -> socket.send(bytes, 0, 1, PEER));
        socket.broadcast(true);
        assertEquals("broadcast true", port().calls.getLast());
    }

    /** RFC 1122 §4.1.3.3, Linux icmp_err_convert: what is fatal is the next call's error, once. */
    @ParameterizedTest
    @CsvSource({"PORT_UNREACHABLE, ECONNREFUSED", "PROTOCOL_UNREACHABLE, ENOPROTOOPT", "PROHIBITED, EHOSTUNREACH",
        "PARAMETER_PROBLEM, EPROTO", "FRAGMENTATION_NEEDED, EMSGSIZE"})
    void rfc1122ErrorsOfAConnectedSocket(Kind kind, Errno errno) throws SocketException {
        socket.connect(PEER);
        NetworkError error = port().fail(kind);
        heard("readable");
        fails(errno, () -> socket.receive(bytes, 0, 100));
        assertEquals(-1, socket.receive(bytes, 0, 100));
        port().fail(kind);
        fails(errno, () -> socket.send(bytes, 0, 1, null));
        assertTrue(socket.send(bytes, 0, 1, null));
        assertSame(error, socket.networkError());
    }

    @ParameterizedTest
    @CsvSource({"NET_UNREACHABLE", "HOST_UNREACHABLE", "TIME_EXCEEDED", "REASSEMBLY_TIME_EXCEEDED"})
    void whatMayPassIsOnlyQueued(Kind kind) throws SocketException {
        socket.connect(PEER);
        NetworkError error = port().fail(kind);
        heard("readable");
        assertEquals(-1, socket.receive(bytes, 0, 100));
        assertSame(error, socket.networkError());
        assertNull(socket.networkError());
    }

    @Test
    void withoutAPeerErrorsAreOnlyQueued() throws SocketException {
        NetworkError error = port().fail(Kind.PORT_UNREACHABLE);
        heard("readable");
        assertTrue(socket.send(bytes, 0, 1, PEER));
        assertSame(error, socket.networkError());
        port().fail(Kind.TIME_EXCEEDED);
        heard("readable");
    }

    @Test
    void theErrorQueueHasAnEnd() {
        for (int i = 0; i < 1000; i++) {
            port().fail(Kind.TIME_EXCEEDED);
        }
        int queued = 0;
        while (socket.networkError() != null) {
            queued++;
        }
        assertEquals(DatagramErrors.MOST, queued);
    }

    @Test // B27
    void b27TableSaysWhichProtocol() throws SocketException {
        port().receive("10.0.0.2", 53, 1472, 7);
        sockets.sharedDatagram(ANY).connect(PEER);
        assertEquals(List.of("shared"), port().calls);
        sockets.listen(80, 5);
        assertEquals(List.of(new SocketRow("udp", 3, 2304, 0, HERE, ANY, ConnectionState.CLOSED),
                new SocketRow("udp", 4, 0, 0, ANY, PEER, ConnectionState.ESTABLISHED),
                new SocketRow("tcp", 5, 0, 5, new Endpoint(IpAddress.ANY, 80), ANY, ConnectionState.LISTEN)),
                sockets.table());
    }

    @Test // B23
    void b23NoDescriptorIsLeft() throws SocketException {
        List<DatagramSocket> all = new ArrayList<>();
        for (int fd = 4; fd < 1024; fd++) {
            all.add(sockets.datagram(ANY));
        }
        fails(Errno.EMFILE, () -> sockets.datagram(ANY));
        all.getFirst().close();
        assertEquals(4, sockets.datagram(ANY).fd());
    }

    @ParameterizedTest
    @CsvSource({"ADDRESS_IN_USE, EADDRINUSE", "ADDRESS_NOT_AVAILABLE, EADDRNOTAVAIL"})
    void aPortThatCannotBeHad(Failure failure, Errno errno) throws SocketException {
        datagrams.refusal = failure;
        fails(errno, () -> sockets.datagram(HERE));
        datagrams.refusal = null;
        assertEquals(4, sockets.datagram(HERE).fd(), "it cost no descriptor");
    }

    @Test
    void closedIsClosed() throws SocketException {
        FakePort port = port();
        port.receive("10.0.0.2", 53, 5, 7);
        socket.close();
        socket.close();
        assertEquals(List.of("close"), port.calls);
        assertEquals(-1, socket.fd());
        assertEquals(List.of(), sockets.table());
        fails(Errno.EBADF, () -> socket.receive(bytes, 0, 1));
        fails(Errno.EBADF, () -> socket.send(bytes, 0, 1, PEER));
        assertEquals(0, datagrams.pool.inUse());
    }

    @Test
    void theBufferGrowsRoundItsEnd() throws SocketException {
        for (int i = 0; i < 10; i++) {
            port().receive("10.0.0.2", 1000, 0, 0);
        }
        for (int i = 0; i < 10; i++) {
            socket.receive(bytes, 0, 1);
        }
        for (int i = 0; i < 100; i++) {
            port().receive("10.0.0.2", i, 1, i);
        }
        for (int i = 0; i < 100; i++) {
            assertEquals(1, socket.receive(bytes, 0, 1));
            assertEquals(i, bytes[0]);
            assertEquals(i, socket.from().port());
        }
    }
}
