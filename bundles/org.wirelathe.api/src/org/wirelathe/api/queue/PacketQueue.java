package org.wirelathe.api.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Gauges;

/**
 * One queue in front of one device; owns what it holds.
 *
 * <p>Who counts which drop, so that frames offered = frames polled + drops by reason + frames held, always:
 * <ul>
 * <li>A frame that is refused ({@link #offer} says false) is counted and released by the interface. The queue may say
 * why in a plain counter of its own, never in a drop counter, or the frame would be counted twice.
 * <li>A frame that was accepted is counted by whoever drops it: the queue has a drop counter
 * ({@link org.wirelathe.api.probe.Counters#drop}) for each reason to drop what it holds, and releases the frame.
 * </ul>
 */
public interface PacketQueue {
    /**
     * Asks whether a frame may go straight to a device in which {@code ahead} frames wait.
     *
     * <p>A discipline that decides everything at enqueue (FIFO) says yes while its limit allows, so that waiting
     * frames stand in the ring and cost no event; one that decides at dequeue says yes only when {@code ahead} is 0.
     */
    boolean mayBypass(Packet frame, int ahead);

    /**
     * Takes a frame while {@code ahead} frames wait in the device.
     *
     * @return false when the frame is refused: the caller still owns it. After true it is the queue's, which may
     *         already have dropped it: the caller does not look at it again
     */
    boolean offer(Packet frame, int ahead);

    /** The next frame to send, or {@code null}. */
    Packet poll();

    /** Number of frames held. */
    int length();

    /**
     * Any frame held, in order as far as there is one, without any decision: the queue is being replaced, or the run is
     * over. {@code null} when it holds none. A queue whose {@link #poll} drops, marks or waits for its time must not do
     * so here.
     */
    default Packet drain() {
        return poll();
    }

    /**
     * How many frames may stand in the device, the one on its way out included, before the interface stops asking for
     * more. A discipline that decides at dequeue says 1: it is then asked at the moment the line falls free, which costs
     * an event per frame.
     */
    default int lookahead() {
        return Integer.MAX_VALUE;
    }

    /**
     * Who is to be told when {@link #poll} may give a frame although it gave none before and nothing was offered since:
     * a shaper's time has come. Set once, before the first frame.
     */
    default void waker(Runnable waker) {
        // Most disciplines have a frame whenever they hold one.
    }

    /**
     * Says what it holds and how its discipline stands, for curves: {@code queueBytes} where it counts bytes, then what
     * the discipline decides by. The same names in the same order every time; asked between events and only when
     * somebody looks, and looking changes nothing.
     */
    default void gauges(Gauges out) {
        // A queue may have no more to say than its length.
    }

    /**
     * Ends its timers and releases what it still holds; it is not used again. An interface that puts another queue in
     * its place has moved over first what {@link #drain} gives.
     */
    default void close() {
        for (Packet frame = drain(); frame != null; frame = drain()) {
            frame.release();
        }
    }
}
