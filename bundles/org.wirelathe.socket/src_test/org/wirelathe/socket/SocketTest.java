package org.wirelathe.socket;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.socket.Errno;
import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.socket.FakeTransport.FakeConnection;
import org.wirelathe.socket.FakeTransport.FakeListener;
import org.wirelathe.wire.IpAddress;

/** Sockets over a transport that the test plays (B22 to B27, B33, B36, B37, B40 to B46). */
class SocketTest {
    private static final Endpoint PEER = new Endpoint(IpAddress.parse("10.0.0.2"), 80);

    private final FakeScheduler loop = new FakeScheduler();
    private final FakeTransport transport = new FakeTransport();
    private final List<String> heard = new ArrayList<>();
    private final byte[] bytes = new byte[10_000];
    private Sockets sockets;

    @BeforeEach
    void create() {
        NodeContext node = new NodeContext("a", 1, loop, null, null, null);
        sockets = new SocketService().create(node, transport, null, new SocketSettings(900, 500, "reno"));
    }

    private StreamSocket connecting() throws SocketException {
        StreamSocket socket = sockets.connect(PEER);
        socket.onReadable(() -> heard.add("readable"));
        socket.onWritable(() -> heard.add("writable"));
        loop.run();
        return socket;
    }

    private StreamSocket connected() throws SocketException {
        StreamSocket socket = connecting();
        last().establish();
        heard.clear();
        return socket;
    }

    private FakeConnection last() {
        return transport.begun.getLast();
    }

    private void heard(String... expected) {
        assertEquals(List.of(expected), heard);
        heard.clear();
    }

    private static void fails(Errno errno, Executable call) {
        assertEquals(errno, assertThrows(SocketException.class, call).errno());
    }

    /** B36: connect returns at once; the socket is writable when the handshake is complete. */
    @Test
    void connect() throws SocketException {
        StreamSocket socket = connecting();
        heard();
        assertEquals(0, socket.write(bytes, 0, 10));
        assertEquals(0, socket.read(bytes, 0, 10));
        assertSame(last(), socket.connection());
        last().establish();
        heard("writable");
        assertNull(socket.error());
        assertEquals(10, socket.write(bytes, 0, 10));
        assertEquals(List.of("written"), last().calls);
    }

    /** B37: what became of it is SO_ERROR, told by readiness of both kinds, and taken by asking. */
    @ParameterizedTest
    @CsvSource({"REFUSED, ECONNREFUSED", "TIMED_OUT, ETIMEDOUT", "HOST_UNREACHABLE, EHOSTUNREACH",
        "NETWORK_UNREACHABLE, ENETUNREACH"})
    void connectFails(Failure failure, Errno errno) throws SocketException {
        StreamSocket socket = connecting();
        last().fail(failure);
        heard("readable", "writable");
        assertEquals(errno, socket.error());
        assertNull(socket.error());
        assertTrue(socket.isDone());
        assertEquals(-1, socket.read(bytes, 0, 10));
        fails(Errno.EPIPE, () -> socket.write(bytes, 0, 10));
    }

    /** B37, B38: what cannot be begun is said at once, and costs no descriptor. */
    @ParameterizedTest
    @CsvSource({"NETWORK_UNREACHABLE, ENETUNREACH", "ADDRESS_NOT_AVAILABLE, EADDRNOTAVAIL",
        "ADDRESS_IN_USE, EADDRINUSE"})
    void connectCannotBegin(Failure failure, Errno errno) throws SocketException {
        transport.refusal = failure;
        fails(errno, () -> sockets.connect(PEER));
        fails(errno, () -> sockets.listen(80, 5));
        transport.refusal = null;
        assertEquals(3, sockets.connect(PEER).fd());
    }

    /** B24, B33: write takes what there is room for, then nothing. */
    @Test
    void writeUntilFull() throws SocketException {
        StreamSocket socket = connected();
        assertEquals(600, socket.write(bytes, 0, 600));
        assertEquals(300, socket.write(bytes, 0, 600));
        assertEquals(0, socket.write(bytes, 0, 600));
        assertEquals(List.of("written", "written"), last().calls);
        last().acknowledge(100);
        last().acknowledge(199);
        heard();                                                        // 299 free, 601 used: less than a third
        last().acknowledge(1);
        heard("writable");
        last().acknowledge(100);
        heard();                                                        // the edge, once
        assertEquals(400, socket.write(bytes, 0, 600));
    }

    /** A write that was taken whole does not make the socket unwritable: nothing is told again. */
    @Test
    void edgeOfWritable() throws SocketException {
        StreamSocket socket = connected();
        assertEquals(900, socket.write(bytes, 0, 900));
        last().acknowledge(900);
        heard();
        assertEquals(900, socket.write(bytes, 0, 901));
        last().acknowledge(900);
        heard("writable");
    }

    /** B26: 1000, 2000 and 5000 bytes, read in other pieces: no boundaries are kept. */
    @Test
    void readInOtherPieces() throws SocketException {
        StreamSocket socket = connected();
        last().receive(100);
        heard("readable");
        last().receive(200);
        heard();                                                        // readable still: no edge
        assertEquals(300, socket.available());
        assertEquals(250, socket.read(bytes, 5, 250));
        assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOfRange(bytes, 5, 8));
        assertEquals(50, socket.read(bytes, 0, 250));
        assertEquals((byte) 251, bytes[0]);
        assertEquals(0, socket.read(bytes, 0, 250));
        assertEquals(List.of("consumed", "consumed"), last().calls);
        last().receive(1);
        heard("readable");
    }

    /** Emptied to the last byte without having read a zero: the next byte is an edge all the same. */
    @Test
    void edgeOfReadable() throws SocketException {
        StreamSocket socket = connected();
        last().receive(10);
        socket.read(bytes, 0, 10);
        last().receive(10);
        heard("readable", "readable");
    }

    /** Who registers when it is true already hears of it from the loop, not from inside the call. */
    @Test
    void registeredLate() throws SocketException {
        StreamSocket socket = connected();
        last().receive(10);
        heard.clear();
        socket.onReadable(() -> heard.add("late"));
        heard();
        loop.run();
        heard("late");
        loop.run();
        last().receive(10);
        heard();
        socket.onReadable(null);
        socket.read(bytes, 0, 100);
        last().receive(10);
        heard();
    }

    @Test
    void endOfStream() throws SocketException {
        StreamSocket socket = connected();
        last().receive(10);
        last().finishedByPeer();
        heard("readable");
        assertEquals(10, socket.read(bytes, 0, 100));
        assertEquals(-1, socket.read(bytes, 0, 100));
        assertEquals(-1, socket.read(bytes, 0, 100));
        assertEquals(5, socket.write(bytes, 0, 5));                     // half closed: the other way is open
        assertFalse(socket.isDone());
    }

    /** B43: after RST what came before can be read; then ECONNRESET once, then the end; writing is EPIPE. */
    @Test
    void resetThenRead() throws SocketException {
        StreamSocket socket = connected();
        last().receive(10);
        heard.clear();
        last().fail(Failure.RESET);
        heard("readable", "writable");                                  // an error is news, readable as it was
        assertEquals(10, socket.read(bytes, 0, 100));
        fails(Errno.ECONNRESET, () -> socket.read(bytes, 0, 100));
        assertEquals(-1, socket.read(bytes, 0, 100));
        fails(Errno.EPIPE, () -> socket.write(bytes, 0, 10));
    }

    @Test
    void resetThenWrite() throws SocketException {
        StreamSocket socket = connected();
        last().fail(Failure.RESET);
        heard("readable", "writable");
        fails(Errno.ECONNRESET, () -> socket.write(bytes, 0, 10));
        fails(Errno.EPIPE, () -> socket.write(bytes, 0, 10));
        assertEquals(-1, socket.read(bytes, 0, 100));
    }

    /** B44: shutdown ends writing only. */
    @Test
    void shutdownOutput() throws SocketException {
        StreamSocket socket = connected();
        socket.write(bytes, 0, 10);
        socket.shutdownOutput();
        socket.shutdownOutput();
        assertEquals(List.of("written", "finish"), last().calls);
        fails(Errno.EPIPE, () -> socket.write(bytes, 0, 10));
        last().receive(10);
        assertEquals(10, socket.read(bytes, 0, 100));
    }

    /** B46: close lets go of the descriptor and of the callbacks; the transport does the rest. */
    @Test
    void close() throws SocketException {
        StreamSocket socket = connected();
        socket.write(bytes, 0, 10);
        socket.close();
        socket.close();
        assertEquals(List.of("written", "release"), last().calls);
        fails(Errno.EBADF, () -> socket.read(bytes, 0, 1));
        fails(Errno.EBADF, () -> socket.write(bytes, 0, 1));
        last().acknowledge(10);
        last().end(ConnectionState.TIME_WAIT);
        heard();
        assertTrue(socket.isDone());
        assertEquals(3, sockets.connect(PEER).fd());                    // the lowest free one again
    }

    /** B40: the backlog bounds the accept queue; accept gives descriptors, in the order in which clients came. */
    @Test
    void accept() throws SocketException {
        ListenSocket server = sockets.listen(80, 2);
        server.onAcceptable(() -> heard.add("acceptable"));
        loop.run();
        heard();
        assertNull(server.accept());                                    // B42: EAGAIN
        FakeListener listener = transport.listening.getFirst();
        FakeConnection first = listener.complete();
        heard("acceptable");
        FakeConnection second = listener.complete();
        heard();
        assertNull(listener.complete());
        StreamSocket one = server.accept();
        assertSame(first, one.connection());
        assertEquals(4, one.fd());
        FakeConnection third = listener.complete();
        heard();
        assertSame(second, server.accept().connection());
        assertSame(third, server.accept().connection());
        assertNull(server.accept());
        listener.complete();
        heard("acceptable");
    }

    /** Handshakes overlap: each connection gets the buffers that were made for it. */
    @Test
    void overlappingHandshakes() throws SocketException {
        ListenSocket server = sockets.listen(80, 5);
        FakeListener listener = transport.listening.getFirst();
        FakeConnection slow = listener.halfOpen();
        FakeConnection quick = listener.halfOpen();
        listener.complete(quick);
        quick.receive(7);
        listener.complete(slow);
        StreamSocket one = server.accept();
        assertSame(quick, one.connection());
        assertEquals(7, one.available());
        assertEquals(0, server.accept().available());
    }

    /** Data may have come before the accept; the socket is writable from the start. */
    @Test
    void acceptedSocketIsReady() throws SocketException {
        ListenSocket server = sockets.listen(80, 2);
        FakeConnection connection = transport.listening.getFirst().complete();
        connection.receive(10);
        StreamSocket socket = server.accept();
        socket.onReadable(() -> heard.add("readable"));
        socket.onWritable(() -> heard.add("writable"));
        loop.run();
        heard("readable", "writable");
    }

    /** B42, Linux: a connection that was reset in the queue is accepted, and then fails. */
    @Test
    void resetBeforeAccept() throws SocketException {
        ListenSocket server = sockets.listen(80, 2);
        transport.listening.getFirst().complete().fail(Failure.RESET);
        StreamSocket socket = server.accept();
        fails(Errno.ECONNRESET, () -> socket.read(bytes, 0, 1));
        socket.close();
        assertEquals(1, sockets.table().size());
    }

    @Test
    void closeListener() throws SocketException {
        ListenSocket server = sockets.listen(80, 2);
        FakeConnection waiting = transport.listening.getFirst().complete();
        server.close();
        server.close();
        assertTrue(transport.listening.getFirst().closed);
        assertEquals(List.of("abort"), waiting.calls);
        waiting.fail(Failure.ABORTED);
        assertNull(server.accept());
        assertEquals(List.of(), sockets.table());
        assertEquals(3, sockets.listen(81, 1).fd());
    }

    /** B23: 1024 descriptors with 0, 1 and 2; accept leaves the connection in the queue until one is free. */
    @Test
    void tooManyOpenFiles() throws SocketException {
        ListenSocket server = sockets.listen(80, 5);
        server.onAcceptable(() -> heard.add("acceptable"));
        loop.run();
        List<StreamSocket> open = new ArrayList<>();
        for (int fd = 4; fd < 1024; fd++) {
            open.add(sockets.connect(PEER));
            assertEquals(fd, open.getLast().fd());
        }
        fails(Errno.EMFILE, () -> sockets.connect(PEER));
        fails(Errno.EMFILE, () -> sockets.listen(81, 5));
        transport.listening.getFirst().complete();
        heard();
        assertNull(server.accept());
        open.get(500).close();
        loop.run();
        heard("acceptable");
        assertEquals(504, server.accept().fd());
    }

    /** B27: the rows of netstat. */
    @Test
    void table() throws SocketException {
        ListenSocket server = sockets.listen(80, 5);
        FakeListener listener = transport.listening.getFirst();
        StreamSocket client = connected();
        client.write(bytes, 0, 70);
        last().receive(30);
        FakeConnection mine = last();
        FakeConnection waiting = listener.complete();
        FakeConnection half = listener.halfOpen();
        Endpoint any = new Endpoint(IpAddress.ANY, 0);
        assertEquals(List.of(
                new SocketRow("tcp", 3, 1, 5, new Endpoint(IpAddress.ANY, 80), any, ConnectionState.LISTEN),
                new SocketRow("tcp", 4, 30, 70, mine.local(), PEER, ConnectionState.ESTABLISHED),
                new SocketRow("tcp", -1, 0, 0, waiting.local(), waiting.remote(), ConnectionState.ESTABLISHED),
                new SocketRow("tcp", -1, 0, 0, half.local(), half.remote(), ConnectionState.SYN_RECEIVED)),
                sockets.table());
        assertEquals("*:80", sockets.table().getFirst().local().toString());
        client.close();
        mine.state = ConnectionState.FIN_WAIT_1;
        assertEquals(new SocketRow("tcp", -1, 30, 70, mine.local(), PEER, ConnectionState.FIN_WAIT_1),
                sockets.table().get(1));
        mine.end(ConnectionState.TIME_WAIT);
        assertEquals(new SocketRow("tcp", -1, 0, 0, mine.local(), PEER, ConnectionState.TIME_WAIT),
                sockets.table().get(2));
        mine.state = ConnectionState.CLOSED;
        assertEquals(3, sockets.table().size());
        server.close();
    }
}
