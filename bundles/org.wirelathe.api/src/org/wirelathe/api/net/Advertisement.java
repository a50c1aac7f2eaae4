package org.wirelathe.api.net;

import java.util.List;

import org.wirelathe.wire.IpPrefix;

/**
 * What a router tells the hosts of a link (RFC 4861 §6.2.1; the names are those of its configuration variables).
 *
 * @param prefixes AdvPrefixList
 * @param maxInterval MaxRtrAdvInterval in ns: 4 s to 1800 s; the least is a third of it
 * @param defaultLifetime AdvDefaultLifetime in ns: 0, or {@code maxInterval} to 9000 s; 0: not a default router
 * @param linkMtu AdvLinkMTU in bytes; 0 to say nothing
 * @param curHopLimit AdvCurHopLimit: 0 to 255; 0 to say nothing
 */
public record Advertisement(List<Prefix> prefixes, long maxInterval, long defaultLifetime, int linkMtu,
        int curHopLimit) {
    /**
     * A prefix of the link.
     *
     * @param onLink whether its addresses are reached without a router (L)
     * @param autonomous whether hosts may make addresses from it (A)
     * @param validLifetime ns; {@link Long#MAX_VALUE} for ever
     * @param preferredLifetime ns, at most the valid one
     */
    public record Prefix(IpPrefix prefix, boolean onLink, boolean autonomous, long validLifetime,
            long preferredLifetime) {
    }
}
