package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;

/** Where the pieces of a packet go, in order; made once by whoever sends. */
@FunctionalInterface
public interface FragmentSink {
    /** The next piece, its head at the IP header, all checksums complete. Takes ownership. */
    void fragment(Packet fragment);
}
