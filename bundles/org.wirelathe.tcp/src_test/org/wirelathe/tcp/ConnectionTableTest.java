package org.wirelathe.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionConfig;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.ListenHandler;
import org.wirelathe.api.transport.StreamBuffer;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** Demultiplexing and ports (B28, B29, B30, B38; MUST-41 to MUST-45). */
class ConnectionTableTest {
    private static ConnectionConfig config(Drill t) {
        return new ConnectionConfig(new StreamBuffer(1), new StreamBuffer(1), "reno", t.ear);
    }

    /** Random adding and removing: whoever is in the table is found, whoever is not is not. */
    @Test
    void addAndRemove() throws TransportException {
        try (Drill t = Drill.established()) {
            List<Connection> open = new ArrayList<>();
            Set<Endpoint> used = new HashSet<>();
            RandomStream random = new RandomStream(9, "table");
            for (int i = 0; i < 5000; i++) {
                if (random.below(3) > 0 || open.isEmpty()) {
                    Connection c = t.transport.connect(new Endpoint(IpAddress.ANY, 0), new Endpoint(Drill.REMOTE, 443),
                            config(t));
                    assertTrue(used.add(c.local()), "each local port once");
                    open.add(c);
                } else {
                    Connection c = open.remove((int) random.below(open.size()));
                    used.remove(c.local());
                    c.abort();
                }
            }
            List<Connection> all = t.transport.connections();
            assertSame(t.connection, all.getFirst());
            assertEquals(open, all.subList(1, all.size()));             // in the order in which they were begun
            t.time.settle();
            t.network.close();
            for (Connection c : open) {
                TransportException e = assertThrows(TransportException.class,
                        () -> t.transport.connect(c.local(), c.remote(), config(t)));
                assertEquals(Failure.ADDRESS_IN_USE, e.failure());
            }
        }
    }

    /** B38: 28,232 connections toward one peer use the range up; toward another there are ports again. */
    @Test
    void ephemeralPortsRunOut() throws TransportException {
        try (Drill t = Drill.established()) {
            Endpoint any = new Endpoint(IpAddress.ANY, 0);
            Endpoint peer = new Endpoint(Drill.REMOTE, 443);
            int range = EphemeralPorts.LAST - EphemeralPorts.FIRST + 1;
            for (int i = 0; i < range; i++) {
                t.transport.connect(any, peer, config(t));
                t.network.close();
            }
            TransportException e = assertThrows(TransportException.class,
                    () -> t.transport.connect(any, peer, config(t)));
            assertEquals(Failure.ADDRESS_NOT_AVAILABLE, e.failure());
            t.transport.connect(any, new Endpoint(Drill.REMOTE, 444), config(t));
            t.network.close();
        }
    }

    /** RFC 6056: within the range, and not one after the other. */
    @Test
    void ephemeralPortsLookRandom() {
        EphemeralPorts ports = new EphemeralPorts(new RandomStream(1, "a/tcp.ports"));
        Set<Integer> first = new HashSet<>();
        for (int peer = 0; peer < 100; peer++) {
            int port = ports.at(ports.begin(IpAddress.ofV4(1), IpAddress.ofV4(peer), 80));
            assertTrue(port >= EphemeralPorts.FIRST && port <= EphemeralPorts.LAST);
            first.add(port / 1000);
        }
        assertTrue(first.size() > 20, "spread over the range");
    }

    /** B29: host 10.1.2.3 / 192.168.3.2 with listeners on port 99: the one with the fewest wildcards takes the SYN. */
    @Test
    void fewestWildcards() throws TransportException {
        Listeners listeners = new Listeners();
        IpAddress one = IpAddress.parse("10.1.2.3");
        IpAddress two = IpAddress.parse("192.168.3.2");
        TcpListener any = new TcpListener(null, new Endpoint(IpAddress.ANY, 99), null);
        listeners.add(any);
        assertSame(any, listeners.find(one.high(), one.low(), 99));
        assertNull(listeners.find(one.high(), one.low(), 98));
        assertTrue(listeners.conflicts(new Endpoint(one, 99)));
        listeners.remove(any);
        assertNull(listeners.find(one.high(), one.low(), 99));
        TcpListener exact = new TcpListener(null, new Endpoint(one, 99), null);
        listeners.add(exact);
        assertTrue(listeners.conflicts(new Endpoint(IpAddress.ANY, 99)));
        assertTrue(!listeners.conflicts(new Endpoint(two, 99)));
        listeners.add(any);                                             // as after SO_REUSEADDR
        assertSame(exact, listeners.find(one.high(), one.low(), 99));
        assertSame(any, listeners.find(two.high(), two.low(), 99));
    }

    /** RFC 3493 §3.7: :: listens for both families, 0.0.0.0 for IPv4 only, and the narrower one wins. */
    @Test
    void wildcardsOfBothFamilies() {
        Listeners listeners = new Listeners();
        IpAddress four = IpAddress.parse("10.1.2.3");
        IpAddress six = IpAddress.parse("2001:db8::1");
        TcpListener both = new TcpListener(null, new Endpoint(IpAddress.ANY, 99), null);
        TcpListener v4 = new TcpListener(null, new Endpoint(IpAddress.ANY_V4, 99), null);
        listeners.add(v4);
        assertSame(v4, listeners.find(four.high(), four.low(), 99));
        assertNull(listeners.find(six.high(), six.low(), 99));
        assertTrue(listeners.conflicts(new Endpoint(IpAddress.ANY, 99)));
        assertTrue(!listeners.conflicts(new Endpoint(six, 99)));
        listeners.add(both);
        assertSame(v4, listeners.find(four.high(), four.low(), 99));
        assertSame(both, listeners.find(six.high(), six.low(), 99));
        listeners.remove(v4);
        assertSame(both, listeners.find(four.high(), four.low(), 99));
        assertTrue(listeners.conflicts(new Endpoint(four, 99)));
    }

    /** MUST-41, MUST-42: listening on a port disturbs no connection of that port, and the other way round. */
    @Test
    void listenBesideConnections() throws TransportException {
        try (Drill t = Drill.established("mss=1000")) {
            t.listener.close();
            t.write(1000).out("1:1001").in("ack 1001");
            ListenHandler handler = new ListenHandler() {
                @Override
                public ConnectionConfig configure() {
                    return config(t);
                }

                @Override
                public boolean hasRoom() {
                    return true;
                }

                @Override
                public void completed(Connection connection, ConnectionConfig config) {
                    throw new AssertionError("nobody connected");
                }
            };
            t.transport.listen(new Endpoint(IpAddress.ANY, Drill.SERVER_PORT), handler);
            TransportException e = assertThrows(TransportException.class,
                    () -> t.transport.listen(new Endpoint(Drill.LOCAL, Drill.SERVER_PORT), handler));
            assertEquals(Failure.ADDRESS_IN_USE, e.failure());
            t.write(1000).out("1001:2001").in("ack 2001");
        }
    }
}
