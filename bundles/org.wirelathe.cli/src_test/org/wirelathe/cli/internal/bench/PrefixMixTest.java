package org.wirelathe.cli.internal.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

class PrefixMixTest {
    private static Map<Integer, Integer> lengths(PrefixMix mix, Set<IpPrefix> all) {
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = 0; i < mix.size(); i++) {
            assertTrue(all.add(mix.get(i)), "each is there once");
            assertEquals(mix.isV4(), mix.get(i).isV4());
            lengths.merge(mix.get(i).length(), 1, Integer::sum);
        }
        return lengths;
    }

    private static double inside(Set<IpPrefix> all) {
        return (double) all.stream().filter(prefix -> {
            for (int length = prefix.length() - 1; length > 0; length--) {
                if (all.contains(new IpPrefix(prefix.network(), length))) {
                    return true;
                }
            }
            return false;
        }).count() / all.size();
    }

    @Test // the shares of a full table: 60 % are /24, more than half lie in another prefix
    void lengthsAreThoseOfTheInternet() {
        Set<IpPrefix> all = new HashSet<>();
        Map<Integer, Integer> lengths = lengths(PrefixMix.v4(20_000), all);
        assertEquals(12_000, lengths.get(24));
        assertEquals(2_320, lengths.get(22));
        assertEquals(20_000, lengths.values().stream().mapToInt(Integer::intValue).sum());
        assertTrue(inside(all) > 0.5 && inside(all) < 0.7, () -> "inside another: " + inside(all));
    }

    @Test // 46 % are /48; the mean length was 42.9 in 2024
    void lengthsAreThoseOfTheInternetOfIpv6() {
        Set<IpPrefix> all = new HashSet<>();
        Map<Integer, Integer> lengths = lengths(PrefixMix.v6(20_000), all);
        assertEquals(9_200, lengths.get(48));
        assertEquals(42.9, all.stream().mapToInt(IpPrefix::length).average().orElseThrow(), 0.05);
        assertTrue(inside(all) > 0.5 && inside(all) < 0.7, () -> "inside another: " + inside(all));
    }

    @Test
    void sameMixEachTime() {
        PrefixMix first = PrefixMix.v4(2000);
        PrefixMix second = PrefixMix.v4(2000);
        RandomStream random = new RandomStream(1, "test");
        for (int i = 0; i < first.size(); i++) {
            assertEquals(first.get(i), second.get(i));
            assertTrue(first.get(i).contains(first.within(i, random)));
        }
    }

    @Test
    void mapWalkFindsTheLongest() {
        TreeMapWalk<String> map = new TreeMapWalk<>();
        for (String prefix : new String[] {"10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24", "10.1.2.128/25", "200.0.0.0/5"}) {
            map.put(IpPrefix.parse(prefix), prefix);
        }
        assertSame("10.1.2.128/25", find(map, "10.1.2.200"));
        assertSame("10.1.2.0/24", find(map, "10.1.2.1"));
        assertSame("10.1.0.0/16", find(map, "10.1.3.1"));
        assertSame("10.0.0.0/8", find(map, "10.255.255.255"));
        assertSame("200.0.0.0/5", find(map, "207.1.1.1"));
        assertNull(find(map, "9.255.255.255"));
        assertNull(find(map, "255.255.255.255"));
    }

    private static String find(TreeMapWalk<String> map, String address) {
        IpAddress parsed = IpAddress.parse(address);
        return map.find(parsed.high(), parsed.low());
    }
}
