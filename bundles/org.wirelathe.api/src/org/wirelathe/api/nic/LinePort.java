package org.wirelathe.api.nic;

import org.wirelathe.api.packet.Packet;

/** Where a cable plugs into a card. Belongs to the loop's thread. */
public interface LinePort {
    /**
     * Puts a frame (destination address to the end of padding, no FCS) on the line behind those already given, and
     * takes ownership of it. The line charges preamble, FCS and inter-frame gap by itself (B8).
     *
     * @return when the frame and its gap have left the card, in ns: the line is then free for the next
     */
    long send(Packet frame);

    /**
     * Takes back every frame given whose first bit has not left. They are the caller's again, as if never given, in
     * the order it gave them; their places on the line are free.
     *
     * @return how many
     */
    int recall();

    /** Told when frames that wait should be recalled and given again: rate or carrier have changed. */
    void onChange(Runnable listener);

    /** Whether the cable carries. */
    boolean carrier();

    /** Where frames from the other end go: once, at the time the last bit has arrived. */
    void connect(FrameReceiver receiver);

    /** Line rate in bit/s. */
    long bitsPerSecond();
}
