package org.wirelathe.ip.v6;

import org.wirelathe.ip.route.FlowHash;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Flow labels without a memory (RFC 6437 §3): a keyed hash of addresses, protocol and ports, so that all packets of a
 * flow have one for as long as it lives, and nobody else can tell which it will be.
 */
final class FlowLabels {
    private final FlowHash hash;

    /** @param key from a random stream of the node */
    FlowLabels(long key) {
        hash = new FlowHash(key);
    }

    /** The label, 1 to 0xFFFFF, of a packet whose transport header is in {@code bytes[at .. limit)}. */
    int label(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, int protocol, byte[] bytes,
            int at, int limit) {
        int label = hash.of(sourceHigh, sourceLow, destinationHigh, destinationLow, protocol,
                ports(protocol, bytes, at, limit)) & Ipv6Header.FLOW_LABEL;
        return label == 0 ? 1 : label;
    }

    private static int ports(int protocol, byte[] bytes, int at, int limit) {
        return (protocol == Protocol.TCP || protocol == Protocol.UDP) && limit - at >= 4 ? Bytes.i32(bytes, at) : 0;
    }
}
