package org.wirelathe.model;

import java.util.Optional;

/**
 * A full duplex cable between two interfaces; both directions have the same properties.
 *
 * @param a one end
 * @param b the other end
 * @param rate bit/s on the wire in each direction, at least 1
 * @param delay propagation delay, ns, at least 0
 * @param queue the queue in front of each end
 * @param loss frames lost at random in each direction, parts per billion, 0 to {@value
 *     #LOSE_EVERYTHING}
 */
public record Link(PortRef a, PortRef b, long rate, long delay, Queue queue, long loss) {
    /** 100 % as a {@code loss}. */
    public static final long LOSE_EVERYTHING = 1_000_000_000;

    /** True when {@code port} is one of the ends. */
    public boolean touches(PortRef port) {
        return a.equals(port) || b.equals(port);
    }

    /** True when one of the ends is on that node. */
    public boolean touches(String node) {
        return a.node().equals(node) || b.node().equals(node);
    }

    /** The end that is not {@code port}; empty when {@code port} is no end of this cable. */
    public Optional<PortRef> peer(PortRef port) {
        return a.equals(port) ? Optional.of(b) : b.equals(port) ? Optional.of(a) : Optional.empty();
    }
}
