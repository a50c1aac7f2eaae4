package org.wirelathe.ip.route;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;

/** RFC 2991 and 2992, RFC 6438. */
class NextHopChoiceTest {
    /** 99.9 % of what an even distribution gives lies below, for 1, 2, 3 ... degrees of freedom. */
    private static final double[] CHI_SQUARE = {0, 10.83, 13.82, 16.27, 18.47, 20.52, 22.46, 24.32};
    private static final int FLOWS = 40_000;
    private static final int TCP = 6;

    /** Flows as they are in a lab: neighbouring hosts, one server, ports in a row. */
    private static int flow(FlowHash hash, int i) {
        return hash.of(0, IpAddress.mapped(Ipv4.parse("10.0.0.1") + i % 200), 0,
                IpAddress.mapped(Ipv4.parse("10.9.0.1")), TCP, 32_768 + i / 200 << 16 | 80);
    }

    private static int flowV6(FlowHash hash, int i) {
        return hash.of(0x2001_0DB8_0001_0000L, 1 + i % 200, 0x2001_0DB8_0002_0000L, 1, TCP, i / 200);
    }

    private static void assertShares(int[] weights, int[] counts) {
        double total = Arrays.stream(weights).sum();
        double chiSquare = 0;
        for (int i = 0; i < weights.length; i++) {
            double expected = FLOWS * weights[i] / total;
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        assertTrue(chiSquare < CHI_SQUARE[weights.length - 1], "shares " + Arrays.toString(counts));
    }

    @ParameterizedTest // each next hop gets what its weight says, at a confidence of 99.9 %
    @CsvSource({"1 1, 1", "1 1 1 1, 2", "5 3 2, 3", "1 2 3 4 5 6 7 8, 4", "255 1, 5"})
    void flowsAreSharedByWeight(String text, long key) {
        int[] weights = Arrays.stream(text.split(" ")).mapToInt(Integer::parseInt).toArray();
        NextHopChoice choice = new NextHopChoice(weights);
        FlowHash hash = new FlowHash(key);
        int[] counts = new int[weights.length];
        int[] countsV6 = new int[weights.length];
        for (int i = 0; i < FLOWS; i++) {
            counts[choice.of(flow(hash, i))]++;
            countsV6[choice.of(flowV6(hash, i))]++;
        }
        assertShares(weights, counts);
        assertShares(weights, countsV6);
    }

    @Test // RFC 2992 §1: equal regions in order; 2^31 numbers divided by four
    void regionsAreEqualAndInOrder() {
        NextHopChoice choice = new NextHopChoice(1, 1, 1, 1);
        assertEquals(0, choice.of(0));
        assertEquals(0, choice.of(0x3FFF_FFFF));
        assertEquals(1, choice.of(0x4000_0000));
        assertEquals(1, choice.of(0x7FFF_FFFF));
        assertEquals(2, choice.of(0x8000_0000));
        assertEquals(3, choice.of(0xC000_0000));
        assertEquals(3, choice.of(-1));
    }

    @Test // 2^31 / 3 is 715,827,882.67: the first region is of 715,827,883 numbers, as Linux rounds
    void boundsAreRounded() {
        NextHopChoice choice = new NextHopChoice(1, 1, 1);
        assertEquals(0, choice.of(715_827_882 << 1));
        assertEquals(1, choice.of(715_827_883 << 1));
        assertEquals(1, choice.of(1_431_655_764 << 1));
        assertEquals(2, choice.of(1_431_655_765 << 1));
    }

    @Test // RFC 2991: a flow stays on its path, whatever else is sent and whenever the node is asked
    void flowStaysOnItsPath() {
        NextHopChoice choice = new NextHopChoice(1, 1, 1);
        FlowHash hash = new FlowHash(42);
        int[] first = new int[1000];
        Arrays.setAll(first, i -> choice.of(flow(hash, i)));
        FlowHash sameNode = new FlowHash(42);
        NextHopChoice sameRoute = new NextHopChoice(1, 1, 1);
        int[] again = new int[1000];
        for (int i = 999; i >= 0; i--) {
            again[i] = sameRoute.of(flow(sameNode, i));
        }
        assertArrayEquals(first, again);
    }

    @Test
    void eachFieldTellsFlowsApart() {
        FlowHash hash = new FlowHash(7);
        int flow = hash.of(1, 2, 3, 4, 5, 6);
        assertNotEquals(flow, hash.of(2, 2, 3, 4, 5, 6));
        assertNotEquals(flow, hash.of(1, 3, 3, 4, 5, 6));
        assertNotEquals(flow, hash.of(1, 2, 4, 4, 5, 6));
        assertNotEquals(flow, hash.of(1, 2, 3, 5, 5, 6));
        assertNotEquals(flow, hash.of(1, 2, 3, 4, 6, 6));
        assertNotEquals(flow, hash.of(1, 2, 3, 4, 5, 7));
        assertNotEquals(flow, hash.of(3, 4, 1, 2, 5, 6));
        assertNotEquals(hash.of(1, 2, 3, 4, 5, -1), hash.of(1, 2, 3, 4, 6, -1), "a label has no sign");
    }

    @Test // else the second of two nodes in a row would send everything that it gets one way
    void twoNodesChooseIndependently() {
        NextHopChoice choice = new NextHopChoice(1, 1);
        FlowHash first = new FlowHash(11);
        FlowHash second = new FlowHash(12);
        int[] counts = new int[4];
        for (int i = 0; i < FLOWS; i++) {
            counts[2 * choice.of(flow(first, i)) + choice.of(flow(second, i))]++;
        }
        assertShares(new int[] {1, 1, 1, 1}, counts);
    }

    /**
     * RFC 2992: of N equal regions the Kth is removed. Its flows move, 1/N; of region i before it (i-1)/(N(N-1)), of
     * one behind it (N-i)/(N(N-1)).
     */
    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "3, 2", "4, 1", "4, 2", "4, 4", "5, 3", "9, 5", "16, 16"})
    void disruptionIsThatOfRfc2992(int n, int k) {
        int[] weights = new int[n];
        Arrays.fill(weights, 1);
        NextHopChoice before = new NextHopChoice(weights);
        weights[k - 1] = 0;
        NextHopChoice after = new NextHopChoice(weights);
        int moved = 0;
        int all = 1 << 16;
        for (int i = 0; i < all; i++) {
            int hash = i << 16 | 0x8000;
            assertNotEquals(k - 1, after.of(hash));
            moved += before.of(hash) == after.of(hash) ? 0 : 1;
        }
        double others = (k - 1) * (k - 2) / 2.0 + (n - k) * (n - k - 1) / 2.0;
        double expected = others / (n * (n - 1)) + 1.0 / n;
        assertEquals(expected, (double) moved / all, 2.0 * n / all);
        assertTrue(expected >= 0.25 && expected <= 0.5);
    }

    @Test
    void whatReturnsGetsItsFlowsBack() {
        NextHopChoice before = new NextHopChoice(2, 1, 1);
        NextHopChoice without = new NextHopChoice(2, 0, 1);
        NextHopChoice after = new NextHopChoice(2, 1, 1);
        FlowHash hash = new FlowHash(3);
        int moved = 0;
        for (int i = 0; i < 1000; i++) {
            assertEquals(before.of(flow(hash, i)), after.of(flow(hash, i)));
            moved += before.of(flow(hash, i)) == without.of(flow(hash, i)) ? 0 : 1;
        }
        assertTrue(moved > 0);
    }

    @Test
    void withoutAWeightThereIsNoNextHop() {
        assertEquals(-1, new NextHopChoice().of(5));
        assertEquals(-1, new NextHopChoice(0, 0).of(-1));
        assertEquals(1, new NextHopChoice(0, 7, 0).of(0));
        assertEquals(1, new NextHopChoice(0, 7, 0).of(-1));
        assertThrows(IllegalArgumentException.class, () -> new NextHopChoice(1, -1));
    }

    @Test // 256 next hops of weight 256; regions beyond the sign bit
    void weightsMayBeLarge() {
        int[] weights = new int[256];
        Arrays.fill(weights, 256);
        NextHopChoice choice = new NextHopChoice(weights);
        assertEquals(127, choice.of(0x7FFF_FFFF));
        assertEquals(128, choice.of(0x8000_0000));
        assertEquals(255, choice.of(-1));
        assertThrows(IllegalArgumentException.class, () -> new NextHopChoice(1, 257));
    }
}
