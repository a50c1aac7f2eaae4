package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** A lab has a thousand routers with a few routes each, or one with a million. */
class PrefixTrieSizeTest {
    private static final String[] ROUTES_V4 =
        {"0.0.0.0/0", "10.0.1.0/24", "10.0.1.254/32", "10.0.2.0/24", "10.0.2.254/32"};
    private static final String[] ROUTES_V6 =
        {"::/0", "2001:db8:1::/64", "2001:db8:1::1/128", "2001:db8:2::/64", "2001:db8:2::1/128"};

    private static PrefixTrie<Object> with(PrefixTrie<Object> table, String... routes) {
        for (String route : routes) {
            table.put(IpPrefix.parse(route), route);
        }
        return table;
    }

    @Test // root, one node to branch, and one for each subnet and each host: six nodes of 32 or 40 bytes
    void fiveRoutesAreSmall() {
        assertTrue(PrefixTrie.v4().bytes() <= 40);
        assertTrue(PrefixTrie.v6().bytes() <= 48);
        assertTrue(with(PrefixTrie.v4(), ROUTES_V4).bytes() <= 512);
        assertTrue(with(PrefixTrie.v6(), ROUTES_V6).bytes() <= 640);
    }

    @Test
    void staysSmallHoweverOftenItChanges() {
        PrefixTrie<Object> table = with(PrefixTrie.v4(), ROUTES_V4);
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            IpPrefix prefix = new IpPrefix(IpAddress.ofV4(random.nextInt()), 1 + random.nextInt(32));
            table.put(prefix, prefix);
            table.remove(prefix);
            assertTrue(table.bytes() <= 1024, "at change " + i);
        }
        assertEquals(ROUTES_V4.length, table.size());
    }

    @Test // scattered as here, each takes a node and a value, and 21 bytes of shortcuts; removed, they leave nothing
    void manyRoutesAreCompactAndLeaveNothingBehind() {
        PrefixTrie<Object> table = PrefixTrie.v4();
        Random random = new Random(24);
        List<IpPrefix> prefixes = new ArrayList<>();
        while (table.size() < 200_000) {
            IpPrefix prefix = new IpPrefix(IpAddress.ofV4(random.nextInt()), 24 - random.nextInt(4));
            if (table.put(prefix, this) == null) {
                prefixes.add(prefix);
            }
        }
        assertTrue(table.bytes() < 64 * 200_000, () -> table.bytes() + " bytes");
        for (IpPrefix prefix : prefixes) {
            assertSame(this, table.find(prefix.network().v4() | random.nextInt() >>> prefix.length()));
        }
        for (IpPrefix prefix : prefixes) {
            assertSame(this, table.remove(prefix));
        }
        assertEquals(0, table.size());
        assertTrue(table.bytes() <= 512, () -> table.bytes() + " bytes");
    }
}
