package org.wirelathe.model;

import java.util.Optional;
import org.wirelathe.api.nic.Loss;

/**
 * A full duplex cable between two interfaces.
 *
 * @param a one end
 * @param b the other end
 * @param forth the direction from {@code a} to {@code b}
 * @param back the direction from {@code b} to {@code a}
 * @param queue the queue in front of each end whose interface has none of its own
 * @param cost what computed routes count for it, 1 to {@value #MOST_COST}
 */
public record Link(PortRef a, PortRef b, Line forth, Line back, Queue queue, int cost) {
    /** The largest cost of a cable, as OSPF has it (RFC 2328 appendix C.3). */
    public static final int MOST_COST = 65_535;

    /** 100 % as a {@code loss}. */
    public static final long LOSE_EVERYTHING = 1_000_000_000;

    /**
     * A cable whose directions are alike.
     *
     * @param rate bit/s on the wire in each direction, at least 1
     * @param delay propagation delay, ns, at least 0
     * @param loss frames lost at random in each direction, parts per billion, 0 to {@value
     *     #LOSE_EVERYTHING}
     */
    public Link(PortRef a, PortRef b, long rate, long delay, Queue queue, long loss) {
        this(a, b, line(rate, delay, loss), line(rate, delay, loss), queue, 1);
    }

    private static Line line(long rate, long delay, long loss) {
        return new Line(rate, delay).withLoss(Loss.independent(loss));
    }

    /** Bit/s on the wire from {@code a} to {@code b}. */
    public long rate() {
        return forth.rate();
    }

    /** Propagation delay from {@code a} to {@code b}, ns. */
    public long delay() {
        return forth.delay();
    }

    /** Share of the frames from {@code a} to {@code b} that are lost, parts per billion. */
    public long loss() {
        return forth.meanLoss();
    }

    /** True when both directions are alike. */
    public boolean symmetric() {
        return forth.equals(back);
    }

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
