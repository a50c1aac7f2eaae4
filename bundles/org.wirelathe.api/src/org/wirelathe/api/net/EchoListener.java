package org.wirelathe.api.net;

import org.wirelathe.wire.IpAddress;

/** Hears of what became of echo requests. */
public interface EchoListener {
    /** A reply: from whom, its sequence number, bytes of data, and the hop limit it arrived with. */
    void replied(IpAddress source, int sequence, int size, int hopLimit);

    /** An error about a request. */
    void failed(int sequence, NetworkError error);
}
