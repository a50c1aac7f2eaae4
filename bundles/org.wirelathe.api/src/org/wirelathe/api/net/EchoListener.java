package org.wirelathe.api.net;

/** Hears of what became of echo requests. */
public interface EchoListener {
    /** A reply: from whom, its sequence number, bytes of data, and the time to live it arrived with. */
    void replied(int source, int sequence, int size, int timeToLive);

    /** An error about a request. */
    void failed(int sequence, NetworkError error);
}
