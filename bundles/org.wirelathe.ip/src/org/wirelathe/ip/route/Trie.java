package org.wirelathe.ip.route;

/** Ways through the nodes, and the changes that make and end them. Addresses are as in a node. */
final class Trie extends NodeBlocks {
    static final int ROOT = 0;

    /** The last change was in this node and below it, and nowhere else. */
    private int touched = ROOT;

    Trie(int wordsPerNode, int capacity) {
        super(wordsPerNode, capacity);
    }

    /** A trie of the root alone. */
    static Trie empty(int wordsPerNode) {
        Trie trie = new Trie(wordsPerNode, 1);
        trie.make(trie.take(1), ROOT_DEPTH, 0, 0);
        return trie;
    }

    int touched() {
        return touched;
    }

    /** The node of a depth for an address, or -1. */
    int node(long high, long low, int depth) {
        int node = ROOT;
        while (node >= 0 && depth(node) < depth) {
            node = below(node, high, low, depth);
        }
        return node;
    }

    /** The child of a node that covers an address and is at most so deep, or -1. */
    private int below(int node, long high, long low, int most) {
        int child = child(node, six(high, low, depth(node)));
        if (child < 0) {
            return -1;
        }
        int depth = depth(child);
        return depth <= most && common(high, low, high(child), low(child), depth) == depth ? child : -1;
    }

    /**
     * The node of a depth for an address, which a prefix is going to be put into; made if there is none, with another
     * where the way to it branches off.
     */
    int reach(long high, long low, int depth) {
        int node = ROOT;
        touched = -1;
        while (depth(node) < depth) {
            int six = six(high, low, depth(node));
            int child = child(node, six);
            if (child < 0) {
                child = addChild(node, six);
                make(child, depth, high, low);
                touch(node);
                return child;
            }
            int common = common(high, low, high(child), low(child), Math.min(depth, depth(child)));
            if (common < depth(child)) {
                lift(child, depthFor(common));
                touch(node);
            }
            node = child;
        }
        touch(node);
        return node;
    }

    /** The first is the highest: a way is gone downwards. */
    private void touch(int node) {
        touched = touched < 0 ? node : touched;
    }

    /** Ends the node of a depth for an address, out of which a prefix was taken, if nothing needs it any more. */
    void prune(long high, long low, int depth) {
        int above = ROOT;
        int parent = ROOT;
        int node = ROOT;
        while (depth(node) < depth) {
            above = parent;
            parent = node;
            node = below(node, high, low, depth);
        }
        if (node != ROOT && prefixes(node) == 0 && children(node) == 0) {
            removeChild(parent, six(high, low, depth(parent)));
            node = parent;
            parent = above;
        }
        touched = node;
        if (node != ROOT && prefixes(node) == 0 && Long.bitCount(children(node)) == 1) {
            drop(node);
            touched = parent;
        }
    }

    /** A copy without gaps, and of the values too, which are brought into {@code newValues}. */
    Trie repacked(ValueBlocks values, ValueBlocks newValues) {
        Trie copy = new Trie(wordsPerNode, live());
        copy.take(this, ROOT, copy.take(1), 1);
        copy.bring(ROOT, this, values, newValues);
        return copy;
    }

    /** Brings here what a node names elsewhere, and everything below. */
    private void bring(int node, Trie from, ValueBlocks values, ValueBlocks newValues) {
        int count = Long.bitCount(prefixes(node));
        int firstValue = 0;
        if (count > 0) {
            firstValue = newValues.take(count);
            System.arraycopy(values.values, firstValue(node), newValues.values, firstValue, count);
        }
        int children = Long.bitCount(children(node));
        int firstChild = 0;
        if (children > 0) {
            firstChild = take(children);
            take(from, firstChild(node), firstChild, children);
        }
        places(node, firstChild, firstValue);
        for (int i = 0; i < children; i++) {
            bring(firstChild + i, from, values, newValues);
        }
    }
}
