package org.wirelathe.ip.route;

import org.wirelathe.api.net.PrefixTable;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Goes through a table in order of networks, the shorter prefix first. */
final class Walk<V> {
    private static final int IPV6_BITS = 128;

    private final boolean v4;
    private final NodeBlocks nodes;
    private final Object[] values;
    private final PrefixTable.Visitor<? super V> visitor;

    Walk(boolean v4, NodeBlocks nodes, Object[] values, PrefixTable.Visitor<? super V> visitor) {
        this.v4 = v4;
        this.nodes = nodes;
        this.values = values;
        this.visitor = visitor;
    }

    void node(int node) {
        from(node, 0, 0);
    }

    /** The prefix that ends {@code more} bits into the node, with those bits, and everything that begins with it. */
    private void from(int node, int more, int bits) {
        if (more == NodeBlocks.STRIDE) {
            int child = nodes.child(node, bits);
            if (child >= 0) {
                node(child);
            }
            return;
        }
        long bit = 1L << (1 << more | bits);
        if ((nodes.prefixes(node) & bit) != 0) {
            visit(node, more, bits, nodes.value(node, bit));
        }
        from(node, more + 1, bits << 1);
        from(node, more + 1, bits << 1 | 1);
    }

    @SuppressWarnings("unchecked") // only a V is ever put there
    private void visit(int node, int more, int bits, int place) {
        int length = nodes.depth(node) + more;
        long high = nodes.high(node);
        long low = nodes.low(node);
        int shift = IPV6_BITS - length;
        if (shift >= Long.SIZE) {
            high |= (long) bits << shift - Long.SIZE;
        } else {
            low |= (long) bits << shift;
            high |= bits >>> 1 >>> Long.SIZE - 1 - shift;
        }
        IpAddress network = v4 ? IpAddress.ofV4((int) (high >>> Integer.SIZE)) : new IpAddress(high, low);
        visitor.visit(new IpPrefix(network, length), (V) values[place]);
    }
}
