package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.NetworkError.Kind;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** RFC 1122 §4.1.3.3: ICMP errors go to the port whose datagram they quote, and to no other. */
class UdpErrorsTest {
    private final FakeNetwork net = new FakeNetwork();
    private final Mailbox box = new Mailbox();

    @AfterEach
    void close() {
        net.close();
    }

    private static NetworkError error(String source, int sourcePort, String destination, int destinationPort) {
        return new NetworkError(Kind.PORT_UNREACHABLE, IpAddress.parse(destination), IpAddress.parse(source),
                IpAddress.parse(destination), (long) sourcePort << 48 | (long) destinationPort << 32 | 10 << 16, 0);
    }

    @Test
    void rfc1122AnErrorGoesToThePortThatSent() throws TransportException {
        net.udp.open(new Endpoint(IpAddress.ANY, 5000), box);
        NetworkError four = error("10.0.1.1", 5000, "10.0.2.1", 53);
        NetworkError six = error("2001:db8:1::1", 5000, "2001:db8:2::1", 53);
        net.udp.failed(four);
        net.udp.failed(six);
        assertEquals(List.of(four, six), box.errors);
        assertEquals(2, net.count("reported"));
    }

    @Test // RFC 5927 §4
    void rfc1122TheQuotedPortsMustMatch() throws TransportException {
        DatagramPort port = net.udp.open(new Endpoint(IpAddress.ANY, 40_000), box);
        port.connect(new Endpoint(IpAddress.parse("10.0.2.1"), 53));
        net.udp.failed(error("10.0.1.1", 40_001, "10.0.2.1", 53));
        net.udp.failed(error("10.0.1.1", 40_000, "10.0.2.1", 54));
        net.udp.failed(error("10.0.1.1", 40_000, "10.0.2.2", 53));
        net.udp.failed(error("2001:db8:1::1", 40_000, "2001:db8:2::1", 53));
        assertEquals(List.of(), box.errors);
        assertEquals(4, net.count("strayErrors"));
        net.udp.failed(error("10.0.1.1", 40_000, "10.0.2.1", 53));
        assertEquals(1, box.errors.size());
    }
}
