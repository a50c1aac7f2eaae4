package org.wirelathe.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
    /** RFC 5952 §§1, 2, 4, 5: each way of writing, and the one that is recommended. */
    @ParameterizedTest
    @CsvSource({
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8::0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:DB8::1, 2001:db8::1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:db8::1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "2001:db8:0:0:1:0:0:0, 2001:db8:0:0:1::",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "1:0:0:0:0:0:0:0, 1::",
        "fe80::1234, fe80::1234",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "::ffff:10.0.1.1, 10.0.1.1",
        "10.0.1.1, 10.0.1.1",
    })
    void isWrittenAsRfc5952Says(String text, String canonical) {
        assertEquals(canonical, IpAddress.parse(text).toString());
        assertEquals(IpAddress.parse(text), IpAddress.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", ":::", "1::2::3", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4::5:6:7:8", "12345::",
        "g::", "::1.2.3", "::1.2.3.4.5", "1.2.3.4::", "fe80::1%eth0", "1:", ":1", "::-1", "٣::"})
    void isRefusedWhenMalformed(String text) {
        assertThrows(IllegalArgumentException.class, () -> IpAddress.parse(text));
    }

    @Test
    void knowsItsBits() {
        assertEquals(new IpAddress(0x2001_0DB8_0000_0000L, 1), IpAddress.parse("2001:db8::1"));
        assertEquals(0x0A000101, IpAddress.parse("10.0.1.1").v4());
        byte[] bytes = new byte[18];
        IpAddress.parse("102:304:506:708:90a:b0c:d0e:f10").write(bytes, 1);
        for (int i = 1; i <= 16; i++) {
            assertEquals(i, bytes[i]);
        }
        assertEquals("102:304:506:708:90a:b0c:d0e:f10", IpAddress.read(bytes, 1).toString());
    }

    /** RFC 4291 §2.4 and RFC 1122 §3.2.1.3. */
    @Test
    void knowsItsKind() {
        assertTrue(IpAddress.parse("ff02::1").isMulticast() && IpAddress.parse("224.0.0.1").isMulticast());
        assertTrue(IpAddress.parse("fe80::1").isLinkLocal() && IpAddress.parse("febf::1").isLinkLocal());
        assertFalse(IpAddress.parse("fec0::1").isLinkLocal());
        assertTrue(IpAddress.parse("::1").isLoopback() && IpAddress.parse("127.3.2.1").isLoopback());
        assertTrue(IpAddress.parse("2001:db8::1").isUnicast());
        assertFalse(IpAddress.ANY.isUnicast() || IpAddress.LOOPBACK.isUnicast() || IpAddress.ALL_NODES.isUnicast());
        assertFalse(IpAddress.ANY.isV4());
        assertTrue(IpAddress.ANY_V4.isV4() && IpAddress.ANY_V4.isAny());
    }

    /** RFC 4291 §2.7.1, its own example. */
    @Test
    void hasASolicitedNodeGroup() {
        assertEquals("ff02::1:ff0e:8c6c", IpAddress.parse("4037::1:800:200e:8c6c").solicitedNode().toString());
    }

    @Test
    void prefixesHoldTheirAddresses() {
        IpPrefix four = IpPrefix.parse("10.1.2.3/8");
        assertEquals("10.0.0.0/8", four.toString());
        assertTrue(four.contains(IpAddress.parse("10.255.0.1")));
        assertFalse(four.contains(IpAddress.parse("11.0.0.0")));
        IpPrefix six = IpPrefix.parse("2001:db8:ffff::/33");
        assertEquals("2001:db8:8000::/33", six.toString());
        assertTrue(six.contains(IpAddress.parse("2001:db8:8000::1")));
        assertFalse(six.contains(IpAddress.parse("2001:db8::1")));
        assertEquals("2001:db8::40/122", IpPrefix.parse("2001:db8::7f/122").toString());
        assertTrue(IpPrefix.DEFAULT_V6.contains(IpAddress.parse("ff::")));
        assertFalse(IpPrefix.DEFAULT_V6.contains(IpAddress.parse("10.0.0.1")));
        assertTrue(IpPrefix.DEFAULT_V4.contains(IpAddress.parse("10.0.0.1")));
        for (String bad : new String[] {"10.0.0.0/33", "::/129", "::/", "::/x", "10.0.0.0/-1"}) {
            assertThrows(IllegalArgumentException.class, () -> IpPrefix.parse(bad), bad);
        }
    }
}
