package org.wirelathe.api.queue;

import org.wirelathe.api.packet.Packet;

/** One queue in front of one device; owns what it holds. */
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
     * @return false when the frame is refused: the caller still owns it
     */
    boolean offer(Packet frame, int ahead);

    /** The next frame to send, or {@code null}. */
    Packet poll();

    /** Number of frames held. */
    int length();

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
}
