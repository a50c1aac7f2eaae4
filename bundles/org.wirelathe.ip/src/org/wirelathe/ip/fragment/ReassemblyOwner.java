package org.wirelathe.ip.fragment;

import org.wirelathe.api.packet.Packet;

/** Who is told of packets that never became whole. */
@FunctionalInterface
public interface ReassemblyOwner {
    /**
     * Time is up, and the first fragment is there: the source hears of it, by Time Exceeded, code 1 (RFC 1122 §3.3.2,
     * RFC 8200 §4.5). Takes ownership.
     *
     * @param first the first fragment, as it came: head at the IP header
     * @param arrival the interface that it came by, as given to {@code add}
     */
    void timedOut(Packet first, int arrival);
}
