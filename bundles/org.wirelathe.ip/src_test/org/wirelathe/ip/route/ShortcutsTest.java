package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;
import org.wirelathe.wire.Ipv4;

class ShortcutsTest {
    private static int depthAt(PrefixTrie<Object> table, String address) {
        long entry = table.shortcuts().entries[Ipv4.parse(address) >>> 32 - Shortcuts.BITS];
        return table.trie().depth((int) entry / NodeBlocks.V4_WORDS);
    }

    @Test
    void leadToTheDeepestNodeForTheirBits() {
        PrefixTrie<Object> table = new PrefixTrie<>(true, 1);
        for (String prefix : new String[] {"0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "20.1.2.3/32"}) {
            table.put(IpPrefix.parse(prefix), prefix);
        }
        assertEquals(NodeBlocks.ROOT_DEPTH, depthAt(table, "200.0.0.1"));
        assertEquals(7, depthAt(table, "10.200.0.1"));
        assertEquals(13, depthAt(table, "10.1.200.1"));
        assertEquals(19, depthAt(table, "10.1.2.1"));
        assertEquals(1, depthAt(table, "20.1.2.3"), "the next node on the way is deeper than shortcuts go");
    }

    @Test
    void comeAndGoWithTheSize() {
        PrefixTrie<Object> table = new PrefixTrie<>(true, 4);
        List<IpPrefix> prefixes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            assertNull(table.shortcuts());
            prefixes.add(new IpPrefix(IpAddress.ofV4(i << 24), 8));
            table.put(prefixes.get(i), this);
        }
        assertNotNull(table.shortcuts());
        table.remove(prefixes.get(0));
        table.remove(prefixes.get(1));
        assertNotNull(table.shortcuts(), "not so near: else one route that flaps would build them again and again");
        table.remove(prefixes.get(2));
        assertNull(table.shortcuts());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void followEveryChangeAsIfMadeAnew(long seed) {
        Random random = new Random(seed);
        PrefixTrie<Object> table = new PrefixTrie<>(true, 1);
        List<IpPrefix> prefixes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            prefixes.add(new IpPrefix(IpAddress.ofV4(random.nextInt() & 0x1F07_1FFF), random.nextInt(33)));
        }
        for (int step = 0; step < 400; step++) {
            IpPrefix prefix = prefixes.get(random.nextInt(prefixes.size()));
            if (table.remove(prefix) == null) {
                table.put(prefix, prefix);
            }
            if (table.size() > 0) {
                assertArrayEquals(new Shortcuts(table.trie()).entries, table.shortcuts().entries);
            }
        }
    }
}
