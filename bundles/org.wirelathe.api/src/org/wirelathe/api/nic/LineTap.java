package org.wirelathe.api.nic;

import org.wirelathe.api.packet.Packet;

/** Watches every frame that a cable carries. It must not keep or change the frame. */
@FunctionalInterface
public interface LineTap {
    /** {@code arrival} of a frame that the cable loses. */
    long LOST = -1;

    /**
     * A frame has gone its way, or was lost on it: told once its fate is final, when it arrives or would have, or when
     * the cable is cut. On each direction that is the order of sending, but on a line whose frames overtake each other
     * the order of their arrival. A frame that arrives twice is told twice.
     *
     * @param direction 0 from end a to end b, 1 the other way
     * @param start when its first bit is sent, ns
     * @param arrival when its last bit arrives at the other end, ns, or {@link #LOST}
     */
    void frame(int direction, long start, long arrival, Packet frame);
}
