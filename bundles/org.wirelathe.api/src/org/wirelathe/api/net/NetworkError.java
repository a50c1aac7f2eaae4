package org.wirelathe.api.net;

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
public record NetworkError(Kind kind, int reporter, int source, int destination, long quoted, int mtu) {
    /** What went wrong. */
    public enum Kind {
        NET_UNREACHABLE, HOST_UNREACHABLE, PROTOCOL_UNREACHABLE, PORT_UNREACHABLE, FRAGMENTATION_NEEDED, TIME_EXCEEDED
    }
}
