package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

/** B18: the most specific route is taken (RFC 1812 §5.2.4.3). */
class PrefixTrieTest {
    private final PrefixTrie<String> four = PrefixTrie.v4();
    private final PrefixTrie<String> six = PrefixTrie.v6();

    private void put(String... prefixes) {
        for (String prefix : prefixes) {
            IpPrefix parsed = IpPrefix.parse(prefix);
            (parsed.isV4() ? four : six).put(parsed, prefix);
        }
    }

    private String find(String address) {
        IpAddress parsed = IpAddress.parse(address);
        return (parsed.isV4() ? four : six).find(parsed.high(), parsed.low());
    }

    private static List<String> all(PrefixTrie<String> table) {
        List<String> all = new ArrayList<>();
        table.forEach((prefix, value) -> {
            assertEquals(IpPrefix.parse(value), prefix);
            all.add(prefix.toString());
        });
        return all;
    }

    @Test
    void b18LongestPrefixWins() {
        put("0.0.0.0/0", "10.0.0.0/8", "10.1.2.0/24", "10.1.2.128/25", "10.1.2.200/32");
        assertEquals("0.0.0.0/0", find("11.0.0.1"));
        assertEquals("10.0.0.0/8", find("10.1.3.1"));
        assertEquals("10.1.2.0/24", find("10.1.2.127"));
        assertEquals("10.1.2.128/25", find("10.1.2.128"));
        assertEquals("10.1.2.128/25", find("10.1.2.201"));
        assertEquals("10.1.2.200/32", find("10.1.2.200"));
        assertEquals("10.1.2.200/32", four.find(Ipv4.parse("10.1.2.200")));
    }

    @Test
    void b18LongestPrefixWinsForIpv6() {
        put("::/0", "2001:db8::/32", "2001:db8:1::/48", "2001:db8:1:2::/64", "2001:db8:1:2::/65", "2001:db8:1:2::7/128");
        assertEquals("::/0", find("2001:db9::1"));
        assertEquals("2001:db8::/32", find("2001:db8:2::1"));
        assertEquals("2001:db8:1::/48", find("2001:db8:1:3::7"));
        assertEquals("2001:db8:1:2::/64", find("2001:db8:1:2:8000::"));
        assertEquals("2001:db8:1:2::/65", find("2001:db8:1:2:7fff::"));
        assertEquals("2001:db8:1:2::/65", find("2001:db8:1:2::6"));
        assertEquals("2001:db8:1:2::7/128", find("2001:db8:1:2::7"));
    }

    @Test
    void withoutADefaultThereMayBeNoRoute() {
        assertNull(find("10.0.0.1"));
        assertNull(find("2001:db8::1"));
        put("10.0.0.0/8", "2001:db8::/32");
        assertNull(find("11.0.0.1"));
        assertNull(find("2001:db9::1"));
    }

    @Test
    void topBitsAreNoSigns() {
        put("0.0.0.0/1", "128.0.0.0/1", "255.255.255.255/32", "127.255.255.255/32", "128.0.0.0/32");
        assertEquals("0.0.0.0/1", find("127.255.255.254"));
        assertEquals("127.255.255.255/32", find("127.255.255.255"));
        assertEquals("128.0.0.0/32", find("128.0.0.0"));
        assertEquals("128.0.0.0/1", find("128.0.0.1"));
        assertEquals("128.0.0.0/1", find("255.255.255.254"));
        assertEquals("255.255.255.255/32", find("255.255.255.255"));
        assertEquals(List.of("0.0.0.0/1", "127.255.255.255/32", "128.0.0.0/1", "128.0.0.0/32", "255.255.255.255/32"),
                all(four));
        put("8000::/1", "::/1", "8000::/128", "2001:db8:0:0:8000::/65", "2001:db8::/65");
        assertEquals("8000::/1", find("ffff::1"));
        assertEquals("8000::/128", find("8000::"));
        assertEquals("2001:db8:0:0:8000::/65", find("2001:db8::ffff:ffff:ffff:ffff"));
        assertEquals("2001:db8::/65", find("2001:db8::7fff:ffff:ffff:ffff"));
        assertEquals(List.of("::/1", "2001:db8::/65", "2001:db8:0:0:8000::/65", "8000::/1", "8000::/128"), all(six));
    }

    @Test
    void sameBitsWithAnotherLengthAreAnotherPrefix() {
        for (int length = 0; length <= 32; length++) {
            put("0.0.0.0/" + length);
        }
        for (int length = 0; length <= 128; length++) {
            put("::/" + length);
        }
        assertEquals(33, four.size());
        assertEquals(129, six.size());
        for (int bit = 0; bit < 32; bit++) {
            assertEquals("0.0.0.0/" + bit, four.find(Integer.MIN_VALUE >>> bit));
        }
        for (int bit = 0; bit < 128; bit++) {
            long one = Long.MIN_VALUE >>> bit;
            assertEquals("::/" + bit, bit < 64 ? six.find(one, 0) : six.find(0, one));
        }
        assertEquals("0.0.0.0/32", four.find(0));
        assertEquals("::/128", six.find(0, 0));
    }

    @Test
    void removalUncoversWhatIsShorter() {
        put("10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24");
        assertEquals("10.1.0.0/16", four.remove(IpPrefix.parse("10.1.0.0/16")));
        assertNull(four.remove(IpPrefix.parse("10.1.0.0/16")));
        assertNull(four.remove(IpPrefix.parse("10.1.2.0/25")));
        assertNull(four.remove(IpPrefix.parse("11.1.2.0/24")));
        assertEquals("10.0.0.0/8", find("10.1.3.1"));
        assertEquals("10.1.2.0/24", find("10.1.2.1"));
        assertEquals(2, four.size());
        put("10.1.0.0/16");
        assertEquals("10.1.0.0/16", find("10.1.3.1"));
    }

    @Test
    void putReplacesAndSaysWhatWasThere() {
        IpPrefix prefix = IpPrefix.parse("192.0.2.0/24");
        String first = new String("a");
        String second = new String("a");
        assertNull(four.put(prefix, first));
        assertSame(first, four.exact(prefix));
        assertSame(first, four.put(prefix, second));
        assertSame(second, four.exact(prefix));
        assertEquals(1, four.size());
        assertNull(four.exact(IpPrefix.parse("192.0.2.0/25")));
        assertNull(four.exact(IpPrefix.parse("192.0.0.0/22")));
        assertNull(four.exact(IpPrefix.parse("192.0.3.0/24")));
    }

    @Test
    void orderIsThatOfTheNetworksWhateverTheOrderOfChanges() {
        List<String> sorted = List.of("0.0.0.0/0", "10.0.0.0/7", "10.0.0.0/8", "10.0.0.0/24", "10.0.0.128/25",
                "10.0.1.0/24", "11.0.0.0/8", "200.0.0.0/5", "200.1.0.0/32");
        List<String> shuffled = new ArrayList<>(sorted);
        Collections.reverse(shuffled);
        put(shuffled.toArray(String[]::new));
        assertEquals(sorted, all(four));
        List<String> others = List.of("::/0", "2001:db8::/32", "2001:db8::/128", "2001:db8::1/128",
                "2001:db8:0:0:4000::/66", "fe80::/10");
        put(others.reversed().toArray(String[]::new));
        assertEquals(others, all(six));
    }

    @Test
    void eachTableTakesItsFamilyOnly() {
        assertThrows(IllegalArgumentException.class, () -> four.put(IpPrefix.DEFAULT_V6, "x"));
        assertThrows(IllegalArgumentException.class, () -> six.remove(IpPrefix.DEFAULT_V4));
        assertThrows(IllegalArgumentException.class, () -> six.exact(IpPrefix.DEFAULT_V4));
        assertThrows(NullPointerException.class, () -> four.put(IpPrefix.DEFAULT_V4, null));
        assertTrue(all(four).isEmpty());
    }
}
