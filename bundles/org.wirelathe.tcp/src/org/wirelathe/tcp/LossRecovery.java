package org.wirelathe.tcp;

/**
 * Which bytes are sent again, and when: a strategy of its own beside congestion control, which says only how much may
 * be in flight. NewReno serves peers without selective acknowledgments.
 *
 * <p>The send side calls; the strategy tells the {@link CongestionSlot} of losses and asks the send side to send again.
 */
interface LossRecovery {
    /** What {@link #nextLost} answers when nothing is to be sent again. */
    long NOTHING = Long.MIN_VALUE;

    /**
     * Data from {@code from} up to {@code una} was acknowledged; SND.UNA has moved already.
     *
     * @return whether the retransmission timer starts anew (RFC 6298 §5.3, RFC 6582 §4)
     */
    boolean acknowledged(long from, long una);

    /** A duplicate acknowledgment in the sense of RFC 5681 §2. */
    void duplicate();

    /** The retransmission timer expired: everything in flight counts as lost. */
    void timedOut();

    /** What is in flight does not fit the path: all of it is sent again in smaller segments, and nobody is to blame. */
    void segmentsShrank();

    /** New data could not leave the host, so nothing is lost; it will be tried again (B16). */
    void droppedLocally();

    /** Whether a loss is being repaired in such a way that acknowledgments do not let the window grow. */
    boolean isRepairing();

    /** Bytes in the network, as far as the strategy can tell. */
    long inFlight();

    /** How many bytes may be in the network at this moment, at least one segment. */
    long window();

    /** Position of the next byte to send again as the window allows; {@link #NOTHING} when there is none. */
    long nextLost();

    /** Everything below {@code end} that was to be sent again has been. */
    void resent(long end);
}
