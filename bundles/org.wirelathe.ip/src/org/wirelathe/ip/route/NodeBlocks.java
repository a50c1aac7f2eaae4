package org.wirelathe.ip.route;

import java.util.Arrays;

import org.wirelathe.wire.IpPrefix;

/**
 * Nodes of the trie, each a few words; a node is known by its place. One of depth {@code d} has its first {@code d} bits
 * in common with everything below it, and holds the prefixes of lengths {@code d} to {@code d + 5} that begin with them.
 * Its children, by the six bits from {@code d} on, stand side by side in that order.
 *
 * <pre>
 * word 0   bit (1 &lt;&lt; n | b) is set when it holds the prefix of n more bits than its depth, which are b
 * word 1   bit b is set when there is a child for the six bits b
 * word 2   depth (8 bits, signed), place of the first child (28 bits), place of the first prefix's value (28 bits)
 * word 3   the first bits of the address, those behind the depth zero; an IPv4 address fills the upper half
 * word 4   bits 64 to 127 of an IPv6 address
 * </pre>
 */
class NodeBlocks extends Blocks {
    /** Bits of an address that one node decides. */
    static final int STRIDE = 6;
    /** The root: it holds prefix length 0 only, so that nodes below end at lengths that are in use: 24, 48, 60. */
    static final int ROOT_DEPTH = 1 - STRIDE;
    static final int PREFIXES = 0;
    static final int CHILDREN = 1;
    static final int META = 2;
    static final int HIGH = 3;
    static final int LOW = 4;
    static final int V4_WORDS = 4;
    static final int V6_WORDS = 5;

    private static final int PLACE_BITS = 28;
    private static final int PLACE = (1 << PLACE_BITS) - 1;

    /** For six bits, the bits of word 0 of all prefixes that match them. */
    private static final long[] MATCHING = new long[1 << STRIDE];

    static {
        for (int six = 0; six < MATCHING.length; six++) {
            for (int more = 0; more < STRIDE; more++) {
                MATCHING[six] |= prefixBit(six, more);
            }
        }
    }

    /** Words of a node: {@link #V4_WORDS} or {@link #V6_WORDS}. */
    final int wordsPerNode;
    long[] words;

    NodeBlocks(int wordsPerNode, int capacity) {
        this.wordsPerNode = wordsPerNode;
        words = new long[capacity * wordsPerNode];
    }

    // ---- what is in a node

    /** The depth of the node that holds prefixes of a length, and the greatest that divides addresses at that bit. */
    static int depthFor(int length) {
        return length == 0 ? ROOT_DEPTH : length - (length - 1) % STRIDE;
    }

    /** The six bits of an address from a depth on; behind bit 127 they may be anything. */
    static int six(long high, long low, int depth) {
        if (depth <= Long.SIZE - STRIDE) {
            return (int) (high >>> Long.SIZE - STRIDE - depth) & (1 << STRIDE) - 1;
        }
        if (depth < Long.SIZE) {
            return (int) (high << depth + STRIDE - Long.SIZE | low >>> 2 * Long.SIZE - STRIDE - depth)
                    & (1 << STRIDE) - 1;
        }
        return (int) Long.rotateLeft(low, depth + STRIDE) & (1 << STRIDE) - 1;
    }

    /** The bits that two addresses have in common, of {@code most}. */
    static int common(long high, long low, long otherHigh, long otherLow, int most) {
        long difference = high ^ otherHigh;
        int bits = difference != 0 ? Long.numberOfLeadingZeros(difference)
                : Long.SIZE + Long.numberOfLeadingZeros(low ^ otherLow);
        return Math.min(bits, most);
    }

    /** The bit of word 0 for a prefix that ends {@code more} bits, 0 to 5, into six. */
    static long prefixBit(int six, int more) {
        return 1L << (1 << more | six >>> STRIDE - more);
    }

    /**
     * The place of the value of a node's longest prefix that matches six bits, or {@code other} without one. It does not
     * branch: a processor could not guess which way, and would hold up the lookups that follow.
     */
    static int longest(long prefixes, long meta, int six, int other) {
        long matching = prefixes & MATCHING[six];
        int place = firstValueIn(meta) + Long.bitCount(prefixes & Long.highestOneBit(matching) - 1);
        int any = (int) ((matching | -matching) >> Long.SIZE - 1);
        return place & any | other & ~any;
    }

    static int depthIn(long meta) {
        return (int) (meta >> 2 * PLACE_BITS);
    }

    static int firstChildIn(long meta) {
        return (int) (meta >>> PLACE_BITS) & PLACE;
    }

    static int firstValueIn(long meta) {
        return (int) meta & PLACE;
    }

    long prefixes(int node) {
        return words[node * wordsPerNode + PREFIXES];
    }

    long children(int node) {
        return words[node * wordsPerNode + CHILDREN];
    }

    int depth(int node) {
        return depthIn(words[node * wordsPerNode + META]);
    }

    int firstChild(int node) {
        return firstChildIn(words[node * wordsPerNode + META]);
    }

    int firstValue(int node) {
        return firstValueIn(words[node * wordsPerNode + META]);
    }

    long high(int node) {
        return words[node * wordsPerNode + HIGH];
    }

    long low(int node) {
        return wordsPerNode == V4_WORDS ? 0 : words[node * wordsPerNode + LOW];
    }

    /** The child for six bits, or -1. */
    int child(int node, int six) {
        long children = children(node);
        long bit = 1L << six;
        return (children & bit) == 0 ? -1 : firstChild(node) + Long.bitCount(children & bit - 1);
    }

    /** Where the value of a prefix is, or would be. */
    int value(int node, long prefixBit) {
        return firstValue(node) + Long.bitCount(prefixes(node) & prefixBit - 1);
    }

    /** The place of the value of a node's longest prefix that matches six bits, or {@code other} without one. */
    int longest(int node, int six, int other) {
        int at = node * wordsPerNode;
        return longest(words[at + PREFIXES], words[at + META], six, other);
    }

    // ---- changes

    void places(int node, int firstChild, int firstValue) {
        if ((firstChild | firstValue) >>> PLACE_BITS != 0) {
            throw new IllegalStateException("a routing table holds at most " + PLACE + " nodes and routes");
        }
        words[node * wordsPerNode + META] = (long) depth(node) << 2 * PLACE_BITS
                | (long) firstChild << PLACE_BITS | firstValue;
    }

    void prefixes(int node, long prefixes) {
        words[node * wordsPerNode + PREFIXES] = prefixes;
    }

    /** Makes an entry a node without prefixes and children that covers the first bits of an address. */
    void make(int node, int depth, long high, long low) {
        int at = node * wordsPerNode;
        int bits = Math.max(depth, 0);
        words[at + PREFIXES] = 0;
        words[at + CHILDREN] = 0;
        words[at + META] = (long) depth << 2 * PLACE_BITS;
        words[at + HIGH] = high & IpPrefix.maskHigh(bits);
        if (wordsPerNode > LOW) {
            words[at + LOW] = low & IpPrefix.maskLow(bits);
        }
    }

    /** Adds an entry for a child; returns its place. It may hold anything. */
    int addChild(int node, int six) {
        long children = children(node);
        int index = Long.bitCount(children & (1L << six) - 1);
        int first = insert(firstChild(node), Long.bitCount(children), index);
        words[node * wordsPerNode + CHILDREN] = children | 1L << six;
        places(node, first, firstValue(node));
        return first + index;
    }

    void removeChild(int node, int six) {
        long children = children(node);
        remove(firstChild(node), Long.bitCount(children), Long.bitCount(children & (1L << six) - 1));
        words[node * wordsPerNode + CHILDREN] = children & ~(1L << six);
    }

    /** Puts a new node of less depth in the place of a node, which becomes its only child. */
    void lift(int node, int depth) {
        int below = take(1);
        copy(node, below, 1);
        make(node, depth, high(below), low(below));
        words[node * wordsPerNode + CHILDREN] = 1L << six(high(below), low(below), depth);
        places(node, below, 0);
    }

    /** Puts a node's only child in its place; the opposite of {@link #lift}. */
    void drop(int node) {
        int below = firstChild(node);
        copy(below, node, 1);
        giveBack(below, 1);
    }

    /** Copies a run of nodes from other blocks. */
    void take(NodeBlocks from, int first, int to, int count) {
        System.arraycopy(from.words, first * wordsPerNode, words, to * wordsPerNode, count * wordsPerNode);
    }

    // ---- blocks

    @Override
    int capacity() {
        return words.length / wordsPerNode;
    }

    @Override
    void lengthen(int capacity) {
        words = Arrays.copyOf(words, capacity * wordsPerNode);
    }

    @Override
    void copy(int from, int to, int count) {
        System.arraycopy(words, from * wordsPerNode, words, to * wordsPerNode, count * wordsPerNode);
    }

    @Override
    void clear(int at, int count) {
        Arrays.fill(words, at * wordsPerNode, (at + count) * wordsPerNode, 0);
    }
}
