package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** Row 35: half a million seeded datagrams, mutated and cut, into ports that open and close: all are accounted for. */
class HostileUdpTest {
    private static final int DATAGRAMS = 500_000;
    private static final List<String> V4 = List.of("10.0.2.1", "10.0.1.7", "224.0.0.1", "255.255.255.255", "10.0.1.1");
    private static final List<String> V6 = List.of("2001:db8:2::1", "ff02::1", "2001:db8:1::1", "::");

    private final FakeNetwork net = new FakeNetwork();
    private final Random random = new Random(35);
    private final Mailbox box = new Mailbox();

    private String any(List<String> addresses) {
        return addresses.get(random.nextInt(addresses.size()));
    }

    private Datagram datagram() {
        boolean v4 = random.nextBoolean();
        Datagram datagram = new Datagram(any(v4 ? V4 : V6), random.nextInt(8), any(v4 ? V4 : V6), random.nextInt(8),
                "x".repeat(random.nextInt(40)));
        for (int n = random.nextInt(4) - 2; n > 0; n--) {
            datagram.bytes[random.nextInt(datagram.bytes.length)] = (byte) random.nextInt();
        }
        if (random.nextInt(4) == 0) {
            datagram.with(6, 0);
        }
        if (random.nextInt(8) == 0) {
            datagram.resized(random.nextInt(60));
        }
        return random.nextInt(8) == 0 ? datagram.verifiedByCard() : datagram;
    }

    private void open() {
        Endpoint at = new Endpoint(IpAddress.parse(random.nextBoolean() ? "::" : "10.0.1.1"), 1 + random.nextInt(7));
        try {
            DatagramPort port = random.nextBoolean() ? net.udp.share(at, box) : net.udp.open(at, box);
            if (random.nextBoolean()) {
                port.connect(new Endpoint(IpAddress.parse(any(random.nextBoolean() ? V4 : V6)), random.nextInt(8)));
            }
        } catch (TransportException e) {
            List<DatagramPort> ports = net.udp.ports();
            if (!ports.isEmpty()) {
                ports.get(random.nextInt(ports.size())).close();
            }
        }
    }

    @Test
    void halfAMillionDatagramsBalance() {
        for (int i = 0; i < DATAGRAMS; i++) {
            if (i % 32 == 0) {
                open();
                box.room = random.nextInt(20);
                box.got.clear();
                net.refused.clear();
            }
            if (i % 64 == 0) {
                net.udp.failed(new NetworkError(NetworkError.Kind.PORT_UNREACHABLE, FakeNetwork.V4, FakeNetwork.V4,
                        IpAddress.parse(any(V4)), random.nextLong() & 0x0007_0007_FFFF_FFFFL, 0));
            }
            datagram().arriveAt(net);
        }
        assertEquals(DATAGRAMS, net.count("inPackets"));
        for (String walked : List.of("inDatagrams", "inCopies", "noPorts", "ignoredMulti", "inCsumErrors",
                "inLengthErrors", "inAddressErrors", "rcvbufErrors", "reported", "strayErrors")) {
            assertTrue(net.count(walked) > 100, walked + " " + net.count(walked));
        }
        net.close();
    }
}
