package org.wirelathe.queue;

import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;

/** What the CoDel states of one discipline share: settings, counters, and how much all of them hold. */
final class Codel {
    final CodelSettings settings;
    private final DropPoint drops;
    private final Counter ecnMark;
    private final Counter ceMark;
    /** Frames and bytes held in all queues. */
    private int packets;
    private long bytes;
    /** The largest frame seen: less than that in the queue is no standing queue. */
    private int largest = Limits.FULL_FRAME;

    Codel(NodeContext node, String place, CodelSettings settings) {
        this.settings = settings;
        drops = new DropPoint(node, place, "codel_drop");
        ecnMark = node.counters().counter(place, "ecn_mark");
        ceMark = node.counters().counter(place, "ce_mark");
    }

    int packets() {
        return packets;
    }

    long bytes() {
        return bytes;
    }

    void entered(Packet frame) {
        packets++;
        bytes += frame.length();
        largest = Limits.largest(largest, frame);
    }

    void left(Packet frame) {
        packets--;
        bytes -= frame.length();
    }

    /**
     * Whether no more than one frame is left: the line would fall idle if that were dropped (RFC 8289 §4.1). All queues
     * of the line count together (§4.4).
     */
    boolean nearlyEmpty() {
        return bytes <= largest;
    }

    /** Marks a frame in place of its drop, if that is wanted and possible. */
    boolean marked(Packet frame) {
        if (settings.ecn() && Ecn.mark(frame)) {
            ecnMark.increment();
            return true;
        }
        return false;
    }

    void drop(Packet frame) {
        drops.drop(frame);
    }

    /** Marks a frame that waited longer than the second threshold. */
    void overThreshold(Packet frame, long delay) {
        if (delay > settings.ceThreshold() && Ecn.mark(frame)) {
            ceMark.increment();
        }
    }

    /**
     * The control law (RFC 8289 §5.6): {@code from + interval / sqrt(count)}, rounded down to the ns. Linux nears the
     * root by one step of Newton's method per drop, which is some percent off for the first few.
     */
    long next(long from, long count) {
        return from + root(settings.interval() * settings.interval() / count);
    }

    /** The integer square root; the hardware's, which IEEE 754 fixes to the last bit, is one off at most. */
    private static long root(long square) {
        long root = (long) StrictMath.sqrt(square);
        if (root * root > square) {
            root--;
        } else if ((root + 1) * (root + 1) <= square) {
            root++;
        }
        return root;
    }
}
