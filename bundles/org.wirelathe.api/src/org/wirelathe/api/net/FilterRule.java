package org.wirelathe.api.net;

import java.util.Optional;

/**
 * One line of a firewall. Of the rules of a place the first that matches decides; a packet that none matches passes.
 *
 * @param place where packets are looked at
 * @param in interface that they came in by; empty for any
 * @param out interface that they are to leave by; empty for any
 * @param match a pcap-filter expression over the IP packet, e.g. {@code icmp and host 10.0.1.1}; empty for all packets
 * @param action what is done with those that match
 */
public record FilterRule(Place place, Optional<String> in, Optional<String> out, String match, Action action) {
    /** Where a packet is looked at, by the names of netfilter's hooks. */
    public enum Place {
        /** For this node. */
        INPUT,
        /** Passing through. */
        FORWARD,
        /** From this node. */
        OUTPUT
    }

    /** What is done with a packet. */
    public enum Action {
        ACCEPT,
        /** Gone, without a word. */
        DROP,
        /** Gone, and its sender told that it is prohibited (RFC 1812 §5.2.7.1, RFC 4443 §3.1). */
        REJECT
    }
}
