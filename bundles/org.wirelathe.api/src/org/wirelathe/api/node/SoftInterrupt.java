package org.wirelathe.api.node;

/** Work that an interrupt has left for later: NAPI's poll function (B6, B7). */
public interface SoftInterrupt {
    /** A round begins: what it costs by itself has been spent. */
    void begun();

    /** Whether a packet waits to be taken. */
    boolean ready();

    /** Takes one packet from its ring and up the stack: its time has been spent. */
    void take();

    /**
     * The round is over.
     *
     * @param packets how many were taken in it
     * @param again whether the budget is used up and another round follows
     */
    void ended(int packets, boolean again);
}
