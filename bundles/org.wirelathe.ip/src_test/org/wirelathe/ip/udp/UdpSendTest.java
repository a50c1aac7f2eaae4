package org.wirelathe.ip.udp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.IpAddress;

/** What goes out. Datagrams in hexadecimal were made by hand with another implementation of the checksum. */
class UdpSendTest {
    private static final Endpoint BOB = at("10.0.2.1", 53);
    private static final Endpoint BOB6 = at("2001:db8:2::1", 53);

    private final FakeNetwork net = new FakeNetwork();
    private DatagramPort port;

    private static Endpoint at(String address, int port) {
        return new Endpoint(IpAddress.parse(address), port);
    }

    @BeforeEach
    void open() throws TransportException {
        port = net.udp.open(at("::", 5000), new Mailbox());
    }

    @AfterEach
    void close() {
        net.close();
    }

    private Sent send(String text, Endpoint to) throws TransportException {
        byte[] bytes = ("--" + text).getBytes(StandardCharsets.ISO_8859_1);
        return port.send(bytes, 2, text.length(), to, SendOptions.DATAGRAM);
    }

    private void fails(Failure failure, Endpoint to) {
        assertEquals(failure, assertThrows(TransportException.class, () -> send("x", to)).failure());
    }

    @Test // RFC 768
    void rfc768OverIpv4() throws TransportException {
        assertEquals(Sent.YES, send("hi", BOB));
        assertEquals("13880035000a6cb26869", net.out.getFirst().hex());
        assertEquals(FakeNetwork.V4, net.out.getFirst().source());
        assertEquals(SendOptions.DATAGRAM, net.out.getFirst().options());
        assertEquals(1, net.count("outDatagrams"));
    }

    @Test // RFC 8200 §8.1
    void rfc8200OverIpv6() throws TransportException {
        send("hi", BOB6);
        assertEquals("13880035000a283d6869", net.out.getFirst().hex());
        assertEquals(FakeNetwork.V6, net.out.getFirst().source());
    }

    @Test // RFC 768, RFC 8200 §8.1: a sum of zero goes out as all ones
    void rfc768ZeroResultIsSentAsAllOnes() throws TransportException {
        send("\u00d5\u001b", BOB);
        send("\u0090\u00a6", BOB6);
        assertEquals("13880035000affffd51b", net.out.get(0).hex());
        assertEquals("13880035000affff90a6", net.out.get(1).hex());
    }

    @Test // B13: 10.0 + 1.1 + 10.0 + 2.1 + 17 + 10 = 0x171d
    void b13TheCardAddsTheRest() throws TransportException {
        net.offloads = new Offloads(true, false, false, false);
        send("hi", BOB);
        assertEquals("13880035000a171d6869", net.out.getFirst().hex());
        assertEquals(Packet.CHECKSUM_PARTIAL, net.out.getFirst().checksum());
    }

    @Test // B13: a card sees one fragment at a time
    void b13WhatWillBeCutHasItsChecksumBefore() throws TransportException {
        net.offloads = new Offloads(true, false, false, false);
        send("x".repeat(1472), BOB);
        send("x".repeat(1473), BOB);
        send("x".repeat(1452), BOB6);
        send("x".repeat(1453), BOB6);
        assertEquals(Packet.CHECKSUM_PARTIAL, net.out.get(0).checksum());
        assertEquals(Packet.CHECKSUM_NONE, net.out.get(1).checksum());
        assertEquals(Packet.CHECKSUM_PARTIAL, net.out.get(2).checksum());
        assertEquals(Packet.CHECKSUM_NONE, net.out.get(3).checksum());
    }

    @Test // row 35: 65,535 less the headers
    void row35LargestDatagram() throws TransportException {
        assertEquals(Sent.YES, send("x".repeat(65_507), BOB));
        assertEquals(Sent.TOO_BIG, send("x".repeat(65_508), BOB));
        assertEquals(Sent.YES, send("x".repeat(65_527), BOB6));
        assertEquals(Sent.TOO_BIG, send("x".repeat(65_528), BOB6));
        assertEquals(65_515, net.out.get(0).bytes().length);
        assertEquals(65_535, net.out.get(1).bytes().length);
        assertEquals(2, net.count("outDatagrams"));
    }

    @Test
    void toThePeer() throws TransportException {
        port.connect(BOB);
        send("hi", null);
        send("hi", BOB6);
        assertEquals(BOB.address(), net.out.get(0).destination());
        assertEquals(BOB6.address(), net.out.get(1).destination());
    }

    @Test
    void fromTheAddressThatThePortIsAt() throws TransportException {
        port.close();
        port = net.udp.open(at("10.0.1.1", 5000), new Mailbox());
        send("hi", at("127.0.0.1", 53));
        assertEquals(FakeNetwork.V4, net.out.getFirst().source());
    }

    @Test
    void withoutARoute() {
        fails(Failure.NETWORK_UNREACHABLE, at("192.0.2.1", 53));
        assertEquals(Failure.NETWORK_UNREACHABLE,
                assertThrows(TransportException.class, () -> port.connect(at("192.0.2.1", 53))).failure());
    }

    @Test
    void anIpv4PortKnowsNoIpv6() throws TransportException {
        port.close();
        port = net.udp.open(at("0.0.0.0", 5000), new Mailbox());
        fails(Failure.NETWORK_UNREACHABLE, BOB6);
        assertThrows(TransportException.class, () -> port.connect(BOB6));
    }

    @Test // RFC 8085 §3, SO_BROADCAST
    void allStationsOnlyWhenAllowed() throws TransportException {
        for (String all : new String[] {"255.255.255.255", "10.0.1.255"}) {
            port.broadcast(false);
            fails(Failure.PROHIBITED, at(all, 53));
            assertThrows(TransportException.class, () -> port.connect(at(all, 53)));
            port.broadcast(true);
            assertEquals(Sent.YES, send("x", at(all, 53)));
        }
        port.broadcast(false);
        assertEquals(Sent.YES, send("x", at("10.0.2.255", 53)), "nobody here knows that subnet");
    }

    @Test
    void aFullDeviceIsCounted() throws TransportException {
        net.answer = Sent.DROPPED;
        assertEquals(Sent.DROPPED, send("x", BOB));
        assertEquals(1, net.count("sndbufErrors"));
    }

    @Test
    void thePathIsChosenOnceASecondAsLongAsTheyGoToTheSame() throws TransportException {
        for (int i = 0; i < 100; i++) {
            net.now = i * 10_000_000L;
            send("x", BOB);
        }
        assertEquals(1, net.paths);
        net.now = 1_000_000_000L;
        send("x", BOB);
        assertEquals(2, net.paths);
        send("x", BOB6);
        assertEquals(3, net.paths);
    }

    @Test
    void theBytesOfTheSenderStayHis() throws TransportException {
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) 1);
        port.send(bytes, 50, 50, BOB, SendOptions.DATAGRAM);
        for (byte each : bytes) {
            assertEquals(1, each);
        }
    }
}
