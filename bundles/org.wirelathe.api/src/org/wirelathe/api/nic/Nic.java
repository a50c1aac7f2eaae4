package org.wirelathe.api.nic;

/** A card as its driver sees it: two rings in host memory, a doorbell, an interrupt line. */
public interface Nic {
    /** The card's MAC address. */
    long mac();

    /** Descriptors of frames to send. */
    DescriptorRing txRing();

    /** Descriptors of empty buffers for frames to come; a frame that finds none is dropped and counted (B5). */
    DescriptorRing rxRing();

    /** Tells the card that descriptors were posted to the TX ring (a PIO write; B2). */
    void doorbell();

    /**
     * Has the card write back what it has sent by now: the completed index of the TX ring is then true for the
     * present. The card does not interrupt for every frame sent; a driver that lacks room asks with
     * {@link #interruptWhenSent}.
     */
    void writeBack();

    /** Asks for an interrupt when {@code count} more of the frames in work have been sent, counted from the oldest. */
    void interruptWhenSent(int count);

    /** Who handles the card's interrupt (B6); {@code null} while no driver is attached. */
    void interruptHandler(Runnable handler);

    /** Lets interrupts through, or holds them; one that was held comes when they are let through. */
    void enableInterrupts(boolean enable);
}
