package org.wirelathe.api.nic;

import org.wirelathe.api.packet.Packet;

/** A driver at work on one card. */
public interface NetDevice {
    /**
     * Gives a frame to the card.
     *
     * @return false when the TX ring is full: the frame stays with the caller, and the listener is told when there is
     *         room
     */
    boolean transmit(Packet frame);

    /** Frames given to the card whose first bit has not left yet: they wait in the TX ring. */
    int waiting();

    /** Who takes frames and hears of room; set once, before the first frame. */
    void listener(Listener listener);

    /** Releases the card: unsent frames go back in order to {@code unsent}, empty buffers to their pool. */
    void detach(FrameReceiver unsent);

    /** The card was refitted: rings have another size, offloads may have changed. Told to the driver's own device. */
    default void refitted() {
        // A device that keeps nothing of it need not know.
    }

    /** What the owner of a device hears. */
    interface Listener extends FrameReceiver {
        /** After a refused {@link #transmit}: the ring has room again. */
        void writable();
    }
}
