package org.wirelathe.ip.route;

import java.util.Arrays;

/**
 * For each value of the first 19 bits of an address, how far into the trie they lead: what a large table has so that
 * lookups need not start at the root. 4 MiB.
 */
final class Shortcuts {
    /** Bits: prefixes of 19 to 24 are in one node, most routes of the Internet among them. */
    static final int BITS = NodeBlocks.depthFor(24);

    /**
     * Upper half: place of the value of the longest prefix above the node. Lower half: first word of the deepest node
     * that covers all addresses with those first bits.
     */
    final long[] entries = new long[1 << BITS];
    private final Trie trie;

    Shortcuts(Trie trie) {
        this.trie = trie;
        fill(Trie.ROOT, ValueBlocks.NONE);
    }

    /** Follows a change. */
    void update() {
        int touched = trie.touched();
        if (trie.depth(touched) >= BITS) {
            return;
        }
        int value = ValueBlocks.NONE;
        for (int node = Trie.ROOT; node != touched;) {
            int six = NodeBlocks.six(trie.high(touched), trie.low(touched), trie.depth(node));
            value = trie.longest(node, six, value);
            node = trie.child(node, six);
        }
        fill(touched, value);
    }

    private int first(int node) {
        return (int) (trie.high(node) >>> Long.SIZE - BITS);
    }

    private long entry(int node, int value) {
        return (long) value << Integer.SIZE | (long) node * trie.wordsPerNode;
    }

    /** Enters a node and what is below it; {@code value} is that of the longest prefix above. */
    private void fill(int node, int value) {
        int depth = trie.depth(node);
        int each = 1 << BITS - depth - NodeBlocks.STRIDE;
        int slots = depth == NodeBlocks.ROOT_DEPTH ? 2 : 1 << NodeBlocks.STRIDE;
        int from = first(node);
        for (int six = 0; six < slots; six++) {
            int longest = trie.longest(node, six, value);
            Arrays.fill(entries, from, from + each, entry(node, longest));
            from += each;
            int child = trie.child(node, six);
            if (child < 0) {
                continue;
            }
            if (trie.depth(child) < BITS) {
                fill(child, longest);
            } else if (trie.depth(child) == BITS) {
                entries[first(child)] = entry(child, longest);
            }
        }
    }
}
