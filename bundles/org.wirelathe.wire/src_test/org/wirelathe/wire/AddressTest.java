package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void ipv4ReadsAndWrites() {
        assertEquals(0x0A000101, Ipv4.parse("10.0.1.1"));
        assertEquals(0, Ipv4.parse("0.0.0.0"));
        assertEquals(-1, Ipv4.parse("255.255.255.255"));
        assertEquals(0xC0A800C7, Ipv4.parse("192.168.0.199"));
        for (String text : new String[] {"0.0.0.0", "1.2.3.4", "127.0.0.1", "200.100.10.9", "255.255.255.255"}) {
            assertEquals(text, Ipv4.format(Ipv4.parse(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1", "1.2.3", "1.2.3.", ".1.2.3", "1..2.3", "1.2.3.4.", "1.2.3.4.5", "256.1.1.1",
        "1.2.3.256", "1.2.3.1000", "01.2.3.4", "1.2.3.00", "-1.2.3.4", "+1.2.3.4", "1.2.3.4 ", " 1.2.3.4", "1,2,3,4",
        "a.b.c.d", "0x1.2.3.4", "1.2.3.4/24", "99999999999.1.1.1", "\u0661.2.3.4", "localhost"})
    void ipv4RefusesWithASentence(String text) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> Ipv4.parse(text));
        assertEquals("'" + text + "' is not an IPv4 address; write four numbers from 0 to 255, as in 10.0.1.1",
                failure.getMessage());
    }

    @Test
    void prefixes() {
        assertEquals(0, Ipv4.mask(0));
        assertEquals(0x80000000, Ipv4.mask(1));
        assertEquals(0xFFFFFF00, Ipv4.mask(24));
        assertEquals(-1, Ipv4.mask(32));
        assertTrue(Ipv4.inPrefix(0x0A0001FF, 0x0A000100, 24));
        assertFalse(Ipv4.inPrefix(0x0A000200, 0x0A000100, 24));
        assertTrue(Ipv4.inPrefix(0x12345678, 0, 0));
        assertFalse(Ipv4.inPrefix(1, 0, 32));
    }

    @Test // RFC 1122 §3.2.1.3
    void whatIsNoSingleHost() {
        for (String text : new String[] {"0.0.0.0", "0.1.2.3", "255.255.255.255", "224.0.0.1", "239.255.255.255",
            "240.0.0.1", "127.0.0.1", "127.255.255.255"}) {
            assertFalse(Ipv4.isUnicast(Ipv4.parse(text)), text);
        }
        for (String text : new String[] {"1.0.0.0", "10.0.0.255", "126.255.255.255", "128.0.0.1", "223.255.255.255"}) {
            assertTrue(Ipv4.isUnicast(Ipv4.parse(text)), text);
        }
        assertTrue(Ipv4.isMulticast(Ipv4.parse("224.0.0.0")));
        assertTrue(Ipv4.isMulticast(Ipv4.parse("239.255.255.255")));
        assertFalse(Ipv4.isMulticast(Ipv4.parse("240.0.0.0")));
        assertFalse(Ipv4.isMulticast(Ipv4.parse("223.255.255.255")));
        assertTrue(Ipv4.isLoopback(Ipv4.parse("127.1.2.3")));
        assertFalse(Ipv4.isLoopback(Ipv4.parse("128.0.0.1")));
    }

    @Test
    void macReadsAndWrites() {
        assertEquals(0x0200_0000_0001L, Mac.parse("02:00:00:00:00:01"));
        assertEquals(Mac.BROADCAST, Mac.parse("FF:ff:Ff:fF:ff:FF"));
        assertEquals("02:00:00:00:00:2a", Mac.format(Mac.local(42)));
        assertEquals("ff:ff:ff:ff:ff:ff", Mac.format(Mac.BROADCAST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "02:00:00:00:00", "02:00:00:00:00:01:02", "2:0:0:0:0:1", "02-00-00-00-00-01",
        "020000000001", "02:00:00:00:00:0g", "02:00:00:00:00:001", "02:00:00:00:00:", ":02:00:00:00:00:01"})
    void macRefusesWithASentence(String text) {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, () -> Mac.parse(text));
        assertEquals("'" + text + "' is not a MAC address; write six hexadecimal octets, as in 02:00:00:00:00:01",
                failure.getMessage());
    }

    @Test // IEEE 802 §8.2: the least bit of the first octet
    void macGroups() {
        assertTrue(Mac.isGroup(Mac.BROADCAST));
        assertTrue(Mac.isGroup(Mac.parse("01:00:5e:00:00:01")));
        assertFalse(Mac.isGroup(Mac.local(1)));
        assertFalse(Mac.isGroup(Mac.parse("00:ff:ff:ff:ff:ff")));
    }

    @Test // RFC 1112 §6.4: the low 23 bits, so that 32 groups share an address
    void groupsHaveAddressesOfTheirOwn() {
        assertEquals("01:00:5e:00:00:01", Mac.format(Mac.ofGroup(Ipv4.parse("224.0.0.1"))));
        assertEquals("01:00:5e:7f:ff:fa", Mac.format(Mac.ofGroup(Ipv4.parse("239.255.255.250"))));
        assertEquals(Mac.ofGroup(Ipv4.parse("224.0.0.5")), Mac.ofGroup(Ipv4.parse("239.128.0.5")));
    }
}
