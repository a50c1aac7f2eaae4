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
}
