package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** B18: whatever is added and removed, the table says what a walk over all prefixes says. */
class PrefixTrieModelTest {
    private static final Comparator<IpPrefix> ORDER =
            Comparator.comparing(IpPrefix::network).thenComparingInt(IpPrefix::length);

    private final TreeMap<IpPrefix, Object> model = new TreeMap<>(ORDER);

    private static Object longest(Map<IpPrefix, Object> routes, IpAddress address) {
        Object best = null;
        int length = -1;
        for (Map.Entry<IpPrefix, Object> route : routes.entrySet()) {
            if (route.getKey().length() > length && route.getKey().contains(address)) {
                best = route.getValue();
                length = route.getKey().length();
            }
        }
        return best;
    }

    private static IpAddress random(Random random, boolean v4) {
        return v4 ? IpAddress.ofV4(random.nextInt()) : new IpAddress(random.nextLong(), random.nextLong());
    }

    /** Another address with a random number of first bits in common. */
    private static IpAddress near(IpAddress address, Random random) {
        if (address.isV4()) {
            int common = random.nextInt(33);
            return common == 32 ? address : IpAddress.ofV4(address.v4() ^ random.nextInt() >>> common);
        }
        int common = random.nextInt(128);
        long high = common < 64 ? random.nextLong() >>> common : 0;
        long low = common < 64 ? random.nextLong() : random.nextLong() >>> common - 64;
        return new IpAddress(address.high() ^ high, address.low() ^ low);
    }

    /** A prefix near one that is there, so that there are branches at every depth; short, long and host ones. */
    private IpPrefix prefix(Random random, boolean v4, List<IpPrefix> known) {
        IpAddress network = known.isEmpty() || random.nextInt(4) == 0 ? random(random, v4)
                : near(known.get(random.nextInt(known.size())).network(), random);
        int bits = network.bits();
        int length = switch (random.nextInt(8)) {
            case 0 -> bits;
            case 1 -> random.nextInt(4);
            case 2 -> bits * 3 / 4;
            default -> random.nextInt(bits + 1);
        };
        return new IpPrefix(network, length);
    }

    private void compare(PrefixTrie<Object> table, Random random, boolean v4, List<IpPrefix> known) {
        for (int i = 0; i < 40; i++) {
            IpAddress address = known.isEmpty() || i % 8 == 0 ? random(random, v4)
                    : near(known.get(random.nextInt(known.size())).network(), random);
            Object expected = longest(model, address);
            assertSame(expected, table.find(address.high(), address.low()), () -> "at " + address);
            if (v4) {
                assertSame(expected, table.find(address.v4()));
            }
        }
    }

    private void compareAll(PrefixTrie<Object> table) {
        var expected = model.entrySet().iterator();
        table.forEach((prefix, value) -> {
            Map.Entry<IpPrefix, Object> next = expected.next();
            assertEquals(next.getKey(), prefix);
            assertSame(next.getValue(), value);
            assertSame(value, table.exact(prefix));
        });
        assertTrue(!expected.hasNext());
        assertEquals(model.size(), table.size());
    }

    private void run(long seed, boolean v4) {
        Random random = new Random(seed);
        // Every second table takes shortcuts from a few prefixes on, as one does that is large.
        PrefixTrie<Object> table = new PrefixTrie<>(v4, seed % 2 == 0 ? 16 : Integer.MAX_VALUE);
        List<IpPrefix> known = new ArrayList<>();
        int most = 1 << random.nextInt(10);
        for (int step = 0; step < 3000; step++) {
            // Grows to about so many prefixes, then shrinks to none, and so on.
            boolean growing = step / (2 * most) % 2 == 0;
            if (known.isEmpty() || random.nextInt(8) < (growing ? 7 : 1)) {
                IpPrefix prefix = random.nextInt(8) == 0 && !known.isEmpty()
                        ? known.get(random.nextInt(known.size())) : prefix(random, v4, known);
                Object value = new Object();
                Object old = model.put(prefix, value);
                if (old == null) {
                    known.add(prefix);
                }
                assertSame(old, table.put(prefix, value));
            } else if (random.nextInt(8) == 0) {
                IpPrefix prefix = prefix(random, v4, known);
                Object old = model.remove(prefix);
                known.remove(prefix);
                assertSame(old, table.remove(prefix));
            } else {
                int index = random.nextInt(known.size());
                IpPrefix prefix = known.set(index, known.getLast());
                known.removeLast();
                assertSame(model.remove(prefix), table.remove(prefix));
            }
            if (step % 50 == 0 || known.size() < 4) {
                compare(table, random, v4, known);
            }
            if (step % 500 == 0) {
                compareAll(table);
            }
        }
        compareAll(table);
        for (IpPrefix prefix : known) {
            assertSame(model.remove(prefix), table.remove(prefix));
        }
        compareAll(table);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithAWalkOverAllPrefixes(long seed) {
        run(seed, true);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void agreesWithAWalkOverAllIpv6Prefixes(long seed) {
        run(seed, false);
    }
}
