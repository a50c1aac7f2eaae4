package org.wirelathe.api.net;

import org.wirelathe.wire.IpAddress;

/**
 * What the IP header told of a packet that is being delivered. One object per network layer, laid over one packet after
 * the other: it holds only while {@link ProtocolHandler#received} runs. Addresses are as {@link IpAddress} has them.
 */
public final class Arrival {
    public long sourceHigh;
    public long sourceLow;
    public long destinationHigh;
    public long destinationLow;
    /** DSCP and ECN: 0 to 255 (RFC 2474, RFC 3168). */
    public int trafficClass;
    /** Hop limit, or time to live, it arrived with: 0 to 255. */
    public int hopLimit;
    /** Name of the interface that it came in by; {@code lo} when this node sent it. */
    public String device = "";
    /** Whether it was sent to one of this node's own addresses, not to a group or to all stations. */
    public boolean toOne;
    /** Whether it came in fragments, or as one (IPv6 only: RFC 6980 asks for it). */
    public boolean fragmented;

    /** Where it came from, as an object; for the slow path. */
    public IpAddress source() {
        return new IpAddress(sourceHigh, sourceLow);
    }

    /** Where it was sent to, as an object; for the slow path. */
    public IpAddress destination() {
        return new IpAddress(destinationHigh, destinationLow);
    }

    /** Whether it is an IPv4 packet. */
    public boolean isV4() {
        return IpAddress.isV4(sourceHigh, sourceLow);
    }
}
