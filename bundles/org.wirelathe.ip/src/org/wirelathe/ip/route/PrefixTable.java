package org.wirelathe.ip.route;

import java.util.Objects;

import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * Values by prefixes of one family, and for an address the value of the longest prefix that it begins with (B18,
 * RFC 1812 §5.2.4.3).
 *
 * <p>A path-compressed trie that decides six bits at a node, in the manner of the tree bitmap (Eatherton, Varghese,
 * Dittia: Tree bitmap: hardware/software IP lookups with incremental updates, 2004): a node has one bit for each prefix
 * that ends in it and one for each child; counting the bits below says where in a run of values or children something
 * is. A change touches one node and its parent. A lookup allocates nothing and takes at most 7 steps for IPv4 and 23 for
 * IPv6.
 *
 * @param <V> what a prefix stands for
 */
public final class PrefixTable<V> {
    private final boolean v4;
    private NodeBlocks nodes;
    private ValueBlocks values;
    private int size;

    private PrefixTable(boolean v4) {
        this.v4 = v4;
        nodes = new NodeBlocks(words(), 1);
        values = new ValueBlocks(0);
        nodes.make(nodes.take(1), NodeBlocks.ROOT_DEPTH, 0, 0);
    }

    /** An empty table of IPv4 prefixes. */
    public static <V> PrefixTable<V> v4() {
        return new PrefixTable<>(true);
    }

    /** An empty table of IPv6 prefixes. */
    public static <V> PrefixTable<V> v6() {
        return new PrefixTable<>(false);
    }

    private int words() {
        return v4 ? NodeBlocks.V4_WORDS : NodeBlocks.V6_WORDS;
    }

    /** Number of prefixes. */
    public int size() {
        return size;
    }

    /** The value of the longest prefix that an IPv4 address matches, or {@code null}; of a table of IPv4 only. */
    public V find(int address) {
        assert v4;
        long[] words = nodes.words;
        long key = (long) address << Integer.SIZE;
        long best = 0;
        int bestAt = 0;
        int at = 0;
        do {
            long meta = words[at + NodeBlocks.META];
            int six = NodeBlocks.six(key, 0, NodeBlocks.depthIn(meta));
            long matching = NodeBlocks.matching(words[at + NodeBlocks.PREFIXES], six);
            if (matching != 0) {
                best = matching;
                bestAt = at;
            }
            long bit = 1L << six;
            long children = words[at + NodeBlocks.CHILDREN];
            if ((children & bit) == 0) {
                break;
            }
            at = (NodeBlocks.firstChildIn(meta) + Long.bitCount(children & bit - 1)) * NodeBlocks.V4_WORDS;
            // A shift by -depth leaves the bits that the node has in common with everything below.
        } while ((key ^ words[at + NodeBlocks.HIGH]) >>> -NodeBlocks.depthIn(words[at + NodeBlocks.META]) == 0);
        return best == 0 ? null : valueAt(bestAt, best);
    }

    /**
     * The value of the longest prefix that an address matches, or {@code null}.
     *
     * @param high the first 64 bits of an address of the table's family, an IPv4 address in its mapped form
     * @param low the last 64 bits
     */
    public V find(long high, long low) {
        if (v4) {
            return find((int) low);
        }
        long[] words = nodes.words;
        long best = 0;
        int bestAt = 0;
        int at = 0;
        do {
            long meta = words[at + NodeBlocks.META];
            int six = NodeBlocks.six(high, low, NodeBlocks.depthIn(meta));
            long matching = NodeBlocks.matching(words[at + NodeBlocks.PREFIXES], six);
            if (matching != 0) {
                best = matching;
                bestAt = at;
            }
            long bit = 1L << six;
            long children = words[at + NodeBlocks.CHILDREN];
            if ((children & bit) == 0) {
                break;
            }
            at = (NodeBlocks.firstChildIn(meta) + Long.bitCount(children & bit - 1)) * NodeBlocks.V6_WORDS;
        } while (differing(high ^ words[at + NodeBlocks.HIGH], low ^ words[at + NodeBlocks.LOW],
                NodeBlocks.depthIn(words[at + NodeBlocks.META])) == 0);
        return best == 0 ? null : valueAt(bestAt, best);
    }

    /** Zero when there is no bit in the first {@code depth}, which is never 64. */
    private static long differing(long high, long low, int depth) {
        return depth < Long.SIZE ? high >>> -depth : high | low >>> -depth;
    }

    private V valueAt(int at, long matching) {
        long below = Long.highestOneBit(matching) - 1;
        return value(NodeBlocks.firstValueIn(nodes.words[at + NodeBlocks.META])
                + Long.bitCount(nodes.words[at + NodeBlocks.PREFIXES] & below));
    }

    @SuppressWarnings("unchecked") // only a V is ever put there
    private V value(int place) {
        return (V) values.values[place];
    }

    private long high(IpPrefix prefix) {
        IpAddress network = prefix.network();
        return v4 ? network.low() << Integer.SIZE : network.high();
    }

    private long low(IpPrefix prefix) {
        return v4 ? 0 : prefix.network().low();
    }

    private void check(IpPrefix prefix) {
        if (prefix.isV4() != v4) {
            throw new IllegalArgumentException(prefix + " is of the other family");
        }
    }

    /** The value of exactly that prefix, or {@code null}. */
    public V exact(IpPrefix prefix) {
        check(prefix);
        int depth = NodeBlocks.depthFor(prefix.length());
        long high = high(prefix);
        long low = low(prefix);
        int node = 0;
        while (nodes.depth(node) < depth) {
            node = below(node, high, low, depth);
            if (node < 0) {
                return null;
            }
        }
        long bit = prefixBit(prefix, depth);
        return (nodes.prefixes(node) & bit) == 0 ? null : value(nodes.value(node, bit));
    }

    /** The child of a node that covers the first {@code depth} bits of an address, or -1. */
    private int below(int node, long high, long low, int depth) {
        int child = nodes.child(node, NodeBlocks.six(high, low, nodes.depth(node)));
        return child >= 0 && nodes.depth(child) <= depth && covers(child, high, low) ? child : -1;
    }

    private boolean covers(int node, long high, long low) {
        int depth = nodes.depth(node);
        return NodeBlocks.common(high, low, nodes.high(node), nodes.low(node), depth) == depth;
    }

    private long prefixBit(IpPrefix prefix, int depth) {
        return NodeBlocks.prefixBit(NodeBlocks.six(high(prefix), low(prefix), depth), prefix.length() - depth);
    }

    /**
     * Adds a prefix, or gives it another value.
     *
     * @param value not {@code null}
     * @return the value it had, or {@code null}
     */
    public V put(IpPrefix prefix, V value) {
        check(prefix);
        Objects.requireNonNull(value);
        int depth = NodeBlocks.depthFor(prefix.length());
        int node = nodeFor(high(prefix), low(prefix), depth);
        long bit = prefixBit(prefix, depth);
        long prefixes = nodes.prefixes(node);
        if ((prefixes & bit) != 0) {
            int place = nodes.value(node, bit);
            V old = value(place);
            values.values[place] = value;
            return old;
        }
        int index = Long.bitCount(prefixes & bit - 1);
        int first = values.insert(nodes.firstValue(node), Long.bitCount(prefixes), index);
        values.values[first + index] = value;
        nodes.prefixes(node, prefixes | bit);
        nodes.places(node, nodes.firstChild(node), first);
        size++;
        repackWhenWasteful();
        return null;
    }

    /** The node of a depth for an address; made if there is none, with a node where the way to it branches off. */
    private int nodeFor(long high, long low, int depth) {
        int node = 0;
        while (nodes.depth(node) < depth) {
            int six = NodeBlocks.six(high, low, nodes.depth(node));
            int child = nodes.child(node, six);
            if (child < 0) {
                child = nodes.addChild(node, six);
                nodes.make(child, depth, high, low);
                return child;
            }
            int common = NodeBlocks.common(high, low, nodes.high(child), nodes.low(child),
                    Math.min(depth, nodes.depth(child)));
            if (common < nodes.depth(child)) {
                nodes.lift(child, NodeBlocks.depthFor(common));
            }
            node = child;
        }
        return node;
    }

    /** Removes a prefix; returns the value it had, or {@code null}. */
    public V remove(IpPrefix prefix) {
        check(prefix);
        int depth = NodeBlocks.depthFor(prefix.length());
        long high = high(prefix);
        long low = low(prefix);
        int parent = -1;
        int node = 0;
        while (nodes.depth(node) < depth) {
            parent = node;
            node = below(node, high, low, depth);
            if (node < 0) {
                return null;
            }
        }
        long bit = prefixBit(prefix, depth);
        long prefixes = nodes.prefixes(node);
        if ((prefixes & bit) == 0) {
            return null;
        }
        int place = nodes.value(node, bit);
        V old = value(place);
        int first = nodes.firstValue(node);
        values.remove(first, Long.bitCount(prefixes), place - first);
        nodes.prefixes(node, prefixes & ~bit);
        size--;
        if (parent >= 0 && nodes.prefixes(node) == 0 && nodes.children(node) == 0) {
            nodes.removeChild(parent, NodeBlocks.six(high, low, nodes.depth(parent)));
            dropIfIdle(parent);
        } else {
            dropIfIdle(node);
        }
        repackWhenWasteful();
        return old;
    }

    /** A node without prefixes is there for its branches only; with one, the branch takes its place. */
    private void dropIfIdle(int node) {
        if (node != 0 && nodes.prefixes(node) == 0 && Long.bitCount(nodes.children(node)) == 1) {
            nodes.drop(node);
        }
    }

    /** Shows each prefix to {@code visitor}, in order of networks, the shorter first; it must not change the table. */
    public void forEach(Visitor<? super V> visitor) {
        new Walk<>(v4, nodes, values.values, visitor).node(0);
    }

    /** Sees the prefixes of a table. */
    @FunctionalInterface
    public interface Visitor<V> {
        /** Called for each prefix. */
        void visit(IpPrefix prefix, V value);
    }

    private void repackWhenWasteful() {
        if (!nodes.isWasteful() && !values.isWasteful()) {
            return;
        }
        NodeBlocks oldNodes = nodes;
        ValueBlocks oldValues = values;
        nodes = new NodeBlocks(words(), oldNodes.live());
        values = new ValueBlocks(oldValues.live());
        nodes.take(oldNodes, 0, nodes.take(1), 1);
        repack(oldNodes, oldValues, 0);
    }

    /** Brings what a node names in the old arrays, and everything below, into the new ones. */
    private void repack(NodeBlocks oldNodes, ValueBlocks oldValues, int node) {
        int count = Long.bitCount(nodes.prefixes(node));
        int firstValue = 0;
        if (count > 0) {
            firstValue = values.take(count);
            System.arraycopy(oldValues.values, nodes.firstValue(node), values.values, firstValue, count);
        }
        int children = Long.bitCount(nodes.children(node));
        int firstChild = 0;
        if (children > 0) {
            firstChild = nodes.take(children);
            nodes.take(oldNodes, nodes.firstChild(node), firstChild, children);
        }
        nodes.places(node, firstChild, firstValue);
        for (int i = 0; i < children; i++) {
            repack(oldNodes, oldValues, firstChild + i);
        }
    }
}
