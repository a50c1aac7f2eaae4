package org.wirelathe.api.nic;

/** A card as its driver sees it: two rings in host memory, two doorbells, an interrupt line. */
public interface Nic {
    /** How the card is fitted now. */
    NicSpec spec();

    /** The card's MAC address. */
    long mac();

    /** Descriptors of frames to send. */
    DescriptorRing txRing();

    /** Descriptors of empty buffers for frames to come; what a frame that finds none meets, {@link NicSpec} tells. */
    DescriptorRing rxRing();

    /** Tells the card that descriptors were posted to the TX ring (a PIO write; B2). */
    void doorbell();

    /** Tells the card that buffers were posted to the RX ring: frames that wait in the card itself go into them. */
    void rxDoorbell();

    /**
     * Has the card write back what it has sent by now: the completed index of the TX ring is then true for the
     * present. The card does not interrupt for every frame sent; a driver that lacks room asks with
     * {@link #interruptWhenSent}.
     */
    void writeBack();

    /** Asks for an interrupt when {@code count} more of the frames posted have been sent, counted from the oldest. */
    void interruptWhenSent(int count);

    /**
     * Asks for {@code listener} to be told, at the very moment, when {@code count} more of the frames posted have been
     * sent, gap included. No interrupt: it stands for the byte queue limits by which a real driver keeps the ring just
     * full enough, and costs the processor nothing.
     */
    void tellWhenSent(int count, Runnable listener);

    /** Who handles the card's interrupt (B6); {@code null} while no driver is attached. */
    void interruptHandler(Runnable handler);

    /** Lets interrupts through, or holds them; one that was held comes when they are let through, if it has cause. */
    void enableInterrupts(boolean enable);
}
