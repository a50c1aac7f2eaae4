package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** Whom a datagram is for (RFC 768, RFC 1122 §4.1.3). */
class UdpDeliveryTest {
    private final FakeNetwork net = new FakeNetwork();
    private final Mailbox box = new Mailbox();
    private final Mailbox other = new Mailbox();

    @AfterEach
    void close() {
        net.close();
    }

    private static Endpoint at(String address, int port) {
        return new Endpoint(IpAddress.parse(address), port);
    }

    private DatagramPort open(String address, int port, Mailbox owner) throws TransportException {
        return net.udp.open(at(address, port), owner);
    }

    private void arrive(String source, int sourcePort, String destination, int port, String text) {
        new Datagram(source, sourcePort, destination, port, text).arriveAt(net);
    }

    private void fails(Failure failure, String address, int port) {
        assertEquals(failure, assertThrows(TransportException.class, () -> open(address, port, other)).failure());
    }

    @Test
    void aWildcardTakesEveryAddressOfItsFamily() throws TransportException {
        open("0.0.0.0", 53, box);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "four");
        arrive("2001:db8:2::1", 4000, "2001:db8:1::1", 53, "six");
        assertEquals(List.of("10.0.2.1:4000 four"), box.read());
        assertEquals(1, net.count("noPorts"));
    }

    @Test // RFC 3493 §3.7
    void theUnspecifiedAddressTakesBothFamilies() throws TransportException {
        open("::", 53, box);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "four");
        arrive("2001:db8:2::1", 4000, "2001:db8:1::1", 53, "six");
        assertEquals(List.of("10.0.2.1:4000 four", "2001:db8:2::1:4000 six"), box.read());
    }

    @Test
    void onlyItsOwnAddressWhenOpenedAtOne() throws TransportException {
        open("10.0.1.1", 53, box);
        open("2001:db8:1::1", 53, other);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "a");
        arrive("2001:db8:2::1", 4000, "2001:db8:1::1", 53, "b");
        assertEquals(List.of("10.0.2.1:4000 a"), box.read());
        assertEquals(List.of("2001:db8:2::1:4000 b"), other.read());
    }

    @Test
    void fewestWildcardsWin() throws TransportException {
        Mailbox connected = new Mailbox();
        Mailbox six = new Mailbox();
        net.udp.share(at("10.0.1.1", 53), connected).connect(at("10.0.2.1", 4000));
        net.udp.share(at("10.0.1.1", 53), box);
        net.udp.share(at("0.0.0.0", 53), other);
        net.udp.share(at("::", 53), six);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "peer");
        arrive("10.0.2.1", 4001, "10.0.1.1", 53, "other port");
        arrive("10.0.2.2", 4000, "10.0.1.1", 53, "other host");
        arrive("10.0.2.1", 4000, "10.0.1.2", 53, "other address");
        arrive("2001:db8:2::1", 4000, "2001:db8:1::1", 53, "other family");
        assertEquals(List.of("10.0.2.1:4000 peer"), connected.read());
        assertEquals(List.of("10.0.2.1:4001 other port", "10.0.2.2:4000 other host"), box.read());
        assertEquals(List.of("10.0.2.1:4000 other address"), other.read());
        assertEquals(List.of("2001:db8:2::1:4000 other family"), six.read());
    }

    @Test
    void aConnectedPortHearsItsPeerOnlyUntilItIsDisconnected() throws TransportException {
        DatagramPort port = open("::", 5000, box);
        port.connect(at("10.0.2.1", 53));
        assertEquals(at("10.0.1.1", 5000), port.local());
        assertEquals(at("10.0.2.1", 53), port.remote());
        arrive("10.0.2.1", 53, "10.0.1.1", 5000, "peer");
        arrive("10.0.2.2", 53, "10.0.1.1", 5000, "stranger");
        assertEquals(List.of("10.0.2.1:53 peer"), box.read());
        assertEquals(1, net.refused.size());
        port.connect(null);
        assertEquals(at("::", 5000), port.local());
        arrive("10.0.2.2", 53, "10.0.1.1", 5000, "stranger");
        assertEquals(List.of("10.0.2.2:53 stranger"), box.read());
    }

    @Test // Linux: SO_REUSEADDR
    void theLastThatSharesAPortHasWhatIsForOne() throws TransportException {
        net.udp.share(at("0.0.0.0", 53), box);
        DatagramPort last = net.udp.share(at("0.0.0.0", 53), other);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "a");
        last.close();
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "b");
        assertEquals(List.of("10.0.2.1:4000 b"), box.read());
        assertEquals(List.of("10.0.2.1:4000 a"), other.read());
    }

    @Test // RFC 1112 §7.1, Linux: IP_MULTICAST_ALL
    void aDatagramForAGroupGoesToEveryPortThatMatches() throws TransportException {
        Mailbox six = new Mailbox();
        Mailbox elsewhere = new Mailbox();
        net.udp.share(at("0.0.0.0", 5000), box);
        net.udp.share(at("239.1.1.1", 5000), other);
        net.udp.share(at("::", 5000), six);
        net.udp.share(at("10.0.1.1", 5000), elsewhere);
        arrive("10.0.1.7", 4000, "239.1.1.1", 5000, "all");
        for (Mailbox each : List.of(box, other, six)) {
            assertEquals(List.of("10.0.1.7:4000 all"), each.read());
        }
        assertEquals(List.of(), elsewhere.read());
        assertEquals(2, net.count("inCopies"));
        assertEquals(3, net.count("inDatagrams"));
    }

    @Test
    void eachCopyIsDroppedForItself() throws TransportException {
        net.udp.share(at("0.0.0.0", 5000), box);
        net.udp.share(at("0.0.0.0", 5000), other);
        box.room = 0;
        arrive("10.0.1.7", 4000, "10.0.1.255", 5000, "all");
        assertEquals(List.of("10.0.1.7:4000 all"), other.read());
        assertEquals(1, net.count("rcvbufErrors"));
    }

    @Test // RFC 1122 §3.2.2: no error about a packet for many
    void nobodyIsRefusedWhenItWasForMany() {
        arrive("10.0.1.7", 4000, "239.1.1.1", 5000, "all");
        arrive("2001:db8:1::7", 4000, "ff02::1", 5000, "all");
        arrive("10.0.1.7", 4000, "255.255.255.255", 5000, "all");
        assertEquals(List.of(), net.refused);
        assertEquals(3, net.count("ignoredMulti"));
    }

    @Test // RFC 1122 §4.1.3.1
    void rfc1122PortUnreachableForAPortThatNobodyHas() {
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "");
        assertEquals(1, net.refused.size());
        assertEquals("10.0.2.1 > 10.0.1.1 0fa000350008",
                net.refused.getFirst().substring(0, "10.0.2.1 > 10.0.1.1 0fa000350008".length()));
        assertEquals(1, net.count("noPorts"));
        assertEquals(0, net.count("inErrors"));
    }

    @Test // B52
    void b52WhatHasNoRoomIsDroppedAndCounted() throws TransportException {
        open("0.0.0.0", 53, box);
        box.room = 2;
        for (int i = 0; i < 5; i++) {
            arrive("10.0.2.1", 4000, "10.0.1.1", 53, "text");
        }
        assertEquals(2, net.count("inDatagrams"));
        assertEquals(3, net.count("rcvbufErrors"));
        assertEquals(List.of(), net.refused);
    }

    @Test
    void aPortIsTakenOnce() throws TransportException {
        open("0.0.0.0", 53, box);
        fails(Failure.ADDRESS_IN_USE, "0.0.0.0", 53);
        fails(Failure.ADDRESS_IN_USE, "10.0.1.1", 53);
        fails(Failure.ADDRESS_IN_USE, "::", 53);
        open("2001:db8:1::1", 53, other).close();
        open("10.0.1.1", 54, other);
        fails(Failure.ADDRESS_IN_USE, "::", 54);
        fails(Failure.ADDRESS_NOT_AVAILABLE, "10.9.9.9", 55);
        assertEquals(Failure.ADDRESS_IN_USE,
                assertThrows(TransportException.class, () -> net.udp.share(at("::", 53), other)).failure());
    }

    @Test
    void aClosedPortIsFreeAgain() throws TransportException {
        open("0.0.0.0", 53, box).close();
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "late");
        assertEquals(1, net.count("noPorts"));
        open("0.0.0.0", 53, box);
        arrive("10.0.2.1", 4000, "10.0.1.1", 53, "again");
        assertEquals(List.of("10.0.2.1:4000 again"), box.read());
    }

    @Test // RFC 6056 §3.3.1: ephemeral ports are spread, and all of them are found
    void rfc6056EphemeralPorts() throws TransportException {
        Set<Integer> seen = new HashSet<>();
        int steps = 0;
        int before = 0;
        for (int i = 0; i < 28_232; i++) {
            int port = open("::", 0, box).local().port();
            steps += i < 1000 && port == before + 1 ? 1 : 0;
            before = port;
            seen.add(port);
        }
        assertEquals(28_232, seen.size());
        assertEquals(0, steps, "a port that follows from the one before");
        fails(Failure.ADDRESS_NOT_AVAILABLE, "::", 0);
    }

    @Test
    void portsInTheOrderInWhichTheyWereOpened() throws TransportException {
        DatagramPort first = open("::", 9000, box);
        DatagramPort second = open("::", 80, box);
        first.connect(at("10.0.2.1", 1));
        assertEquals(List.of(first, second), net.udp.ports());
    }

    @Test
    void groupsAreLeftWithThePort() throws TransportException {
        DatagramPort port = open("::", 9000, box);
        port.join("eth0", IpAddress.parse("ff15::1"));
        port.join("eth0", IpAddress.parse("239.1.1.1"));
        port.leave("eth0", IpAddress.parse("239.1.1.1"));
        port.leave("eth0", IpAddress.parse("239.1.1.1"));
        port.close();
        assertEquals(List.of("join eth0 ff15::1", "join eth0 239.1.1.1", "leave eth0 239.1.1.1", "leave eth0 ff15::1"),
                net.groups);
    }
}
