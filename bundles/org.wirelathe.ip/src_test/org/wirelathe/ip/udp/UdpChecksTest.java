package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** What a datagram must be to be taken; row 35 of the hostile inputs. Whatever it is not, it is dropped in silence. */
class UdpChecksTest {
    private final FakeNetwork net = new FakeNetwork();
    private final Mailbox box = new Mailbox();

    @BeforeEach
    void open() throws TransportException {
        net.udp.open(new Endpoint(IpAddress.ANY, 53), box);
    }

    @AfterEach
    void close() {
        assertEquals(List.of(), net.refused);
        net.close();
    }

    private static Datagram v4(String text) {
        return new Datagram("10.0.2.1", 5000, "10.0.1.1", 53, text);
    }

    private static Datagram v6(String text) {
        return new Datagram("2001:db8:2::1", 5000, "2001:db8:1::1", 53, text);
    }

    @Test // RFC 768: row 35
    void row35ShorterThanItsHeader() {
        for (int length = 0; length < 8; length++) {
            v4("").resized(length).arriveAt(net);
            v6("").resized(length).arriveAt(net);
            v4("text").with(4, length).with(6, 0).arriveAt(net);
        }
        assertEquals(24, net.count("inLengthErrors"));
        assertEquals(0, net.count("inDatagrams"));
    }

    @Test // RFC 768, RFC 8200: row 35
    void row35LongerThanThePacket() {
        v4("text").with(4, 13).with(6, 0).arriveAt(net);
        v4("text").resized(11).arriveAt(net);
        v6("text").with(4, 0xFFFF).arriveAt(net);
        assertEquals(3, net.count("inLengthErrors"));
    }

    @Test // RFC 2675 is not for this node: a length of 0 is an error over IPv6 too
    void row35LengthZeroIsNoJumbogram() {
        v6("text").with(4, 0).arriveAt(net);
        assertEquals(1, net.count("inLengthErrors"));
    }

    @Test // rows 35 and 36: bytes behind the datagram are trimmed, and no part of the checksum
    void row35TrailingBytesAreTrimmed() {
        Datagram datagram = v4("text").resized(40);
        datagram.bytes[20] = 77;
        datagram.arriveAt(net);
        assertEquals(List.of("10.0.2.1:5000 text"), box.read());
    }

    @Test // row 35
    void row35EmptyDatagram() {
        v4("").arriveAt(net);
        v6("").arriveAt(net);
        assertEquals(List.of("10.0.2.1:5000 ", "2001:db8:2::1:5000 "), box.read());
    }

    @Test // row 35: source port 0 says that no answer is wanted (RFC 768)
    void row35SourcePortZeroIsLegal() {
        new Datagram("10.0.2.1", 0, "10.0.1.1", 53, "text").arriveAt(net);
        assertEquals(List.of("10.0.2.1:0 text"), box.read());
    }

    @Test // row 35: nobody can have port 0
    void row35DestinationPortZeroIsRefused() {
        new Datagram("10.0.2.1", 5000, "10.0.1.1", 0, "text").arriveAt(net);
        assertEquals(1, net.refused.size());
        net.refused.clear();
        assertEquals(1, net.count("noPorts"));
    }

    @Test // row 35: most that a packet can hold
    void row35LargestDatagram() {
        v4("x".repeat(65_507)).arriveAt(net);
        v6("x".repeat(65_527)).arriveAt(net);
        assertEquals(2, net.count("inDatagrams"));
        assertEquals(65_507 + "10.0.2.1:5000 ".length(), box.read().getFirst().length());
    }

    @Test // RFC 1122 §4.1.3.6: row 35
    void row35SourceThatIsForMany() {
        for (String source : List.of("224.0.0.1", "239.255.255.255", "255.255.255.255")) {
            new Datagram(source, 5000, "10.0.1.1", 53, "text").arriveAt(net);
        }
        new Datagram("ff02::1", 5000, "2001:db8:1::1", 53, "text").arriveAt(net);
        new Datagram("ff02::1", 5000, "2001:db8:1::1", 99, "text").arriveAt(net);
        assertEquals(5, net.count("inAddressErrors"));
    }

    @Test // RFC 1122 §4.1.3.4: row 2
    void rfc1122BadChecksumIsDroppedInSilence() {
        for (int bit = 0; bit < 16; bit++) {
            Datagram datagram = v4("text");
            datagram.with(8, (datagram.bytes[8] << 8 | datagram.bytes[9]) ^ 1 << bit).arriveAt(net);
            Datagram six = v6("text");
            six.with(8, (six.bytes[8] << 8 | six.bytes[9]) ^ 1 << bit).arriveAt(net);
        }
        new Datagram("10.0.2.1", 5000, "10.0.1.1", 99, "text").with(8, 0).arriveAt(net);
        assertEquals(33, net.count("inCsumErrors"));
        assertEquals(33, net.count("inErrors"));
    }

    @Test // RFC 768: row 2
    void rfc768NoChecksumIsLegalOverIpv4() {
        v4("text").with(6, 0).arriveAt(net);
        assertEquals(List.of("10.0.2.1:5000 text"), box.read());
    }

    @Test // RFC 8200 §8.1: row 2
    void rfc8200NoChecksumIsDroppedOverIpv6() {
        v6("text").with(6, 0).arriveAt(net);
        v6("text").with(6, 0).verifiedByCard().arriveAt(net);
        assertEquals(2, net.count("inCsumErrors"));
    }

    @Test // B13
    void b13TheCardHasVerifiedIt() {
        v4("text").with(6, 1).verifiedByCard().arriveAt(net);
        assertEquals(List.of("10.0.2.1:5000 text"), box.read());
    }
}
