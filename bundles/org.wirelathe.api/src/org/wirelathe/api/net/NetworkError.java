package org.wirelathe.api.net;

import org.wirelathe.wire.IpAddress;

/**
 * An ICMP error, or the same news from this node's own link layer.
 *
 * @param kind what went wrong
 * @param reporter who says so: the address of a router, the destination, or this node itself
 * @param source source address of the packet in error: one of this node's
 * @param destination where that packet was to go
 * @param quoted the first 8 bytes of that packet's transport header, big-endian: for TCP ports and sequence number
 * @param mtu the next hop's MTU, when the kind is {@link Kind#FRAGMENTATION_NEEDED}; else 0
 */
public record NetworkError(Kind kind, IpAddress reporter, IpAddress source, IpAddress destination, long quoted,
        int mtu) {
    /** What went wrong (RFC 792, RFC 1812 §5.2.7, RFC 4443 §3). */
    public enum Kind {
        NET_UNREACHABLE, HOST_UNREACHABLE, PROTOCOL_UNREACHABLE, PORT_UNREACHABLE,
        /** A filter forbids it. */
        PROHIBITED,
        /** Too large for a hop: "fragmentation needed and DF set", or "packet too big". */
        FRAGMENTATION_NEEDED,
        TIME_EXCEEDED,
        /** Its fragments did not all come in time. */
        REASSEMBLY_TIME_EXCEEDED,
        PARAMETER_PROBLEM
    }
}
