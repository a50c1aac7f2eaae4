package org.wirelathe.api.net;

/**
 * What a node's network layer is set to.
 *
 * @param forwarding whether packets for other nodes are forwarded (a router) or dropped (a host)
 * @param redirects whether a router tells hosts of a better first hop, and a host believes it (RFC 1122 §3.2.2.2, RFC
 *        4861 §8)
 * @param fragmentMemory most bytes of packets held for reassembly (Linux: ipfrag_high_thresh)
 * @param fragmentSourceMemory most bytes of them from one source
 * @param fragmentTimeout ns to wait for the rest of an IPv4 packet (RFC 1122 §3.3.2; Linux: 30 s); IPv6 has 60 s (RFC
 *        8200 §4.5)
 * @param errorsPerSecond most ICMP errors sent in a second (RFC 1812 §4.3.2.8, RFC 4443 §2.4 f)
 * @param errorBurst most of them at once
 * @param pathMtuAge ns after which a path MTU is forgotten (RFC 1191 §6.3, RFC 8201 §5.3: ten minutes)
 */
public record NetworkSettings(boolean forwarding, boolean redirects, int fragmentMemory, int fragmentSourceMemory,
        long fragmentTimeout, int errorsPerSecond, int errorBurst, long pathMtuAge) {
    /** What hosts do when nobody says otherwise. */
    public static final NetworkSettings DEFAULT =
            new NetworkSettings(false, true, 4 << 20, 1 << 20, 30_000_000_000L, 1000, 50, 600_000_000_000L);

    /** The same for a router, or for a host. */
    public NetworkSettings forwarding(boolean forward) {
        return new NetworkSettings(forward, redirects, fragmentMemory, fragmentSourceMemory, fragmentTimeout,
                errorsPerSecond, errorBurst, pathMtuAge);
    }
}
