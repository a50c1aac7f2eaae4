package org.wirelathe.api.nic;

/**
 * An interface between two events, for people to look at.
 *
 * @param spec how its card is fitted now
 * @param tx the ring of frames to send
 * @param rx the ring of buffers for frames to come
 * @param queued frames in the queue in front of the device
 * @param carrier whether the cable carries
 * @param pausedUntil until when the other side's PAUSE holds the card from sending, ns; in the past when it does not
 * @param pausing whether this card has the other side hold
 * @param cardBuffered bytes of frames in the card's own memory, for want of a buffer in the host's
 */
public record NicState(NicSpec spec, RingState tx, RingState rx, int queued, boolean carrier, long pausedUntil,
        boolean pausing, int cardBuffered) {
}
