package org.wirelathe.ip.ndp;

import org.wirelathe.wire.Fault;

/** Why a message of neighbour discovery is dropped, by the names under which {@code icmp6} counts it. */
final class Drops {
    /** It asks for an address that this interface has not. */
    static final String OTHER_TARGET = "inNdOtherTarget";
    /** It asks for an address that is not used yet, or never will be. */
    static final String TENTATIVE = "inNdTentative";
    /** It tells of a neighbour that nobody here has asked for. */
    static final String UNASKED = "inNdUnasked";
    /** It claims an address of this node, or comes from one. */
    static final String OWN_ADDRESS = "inNdOwnAddress";
    /** It gives a link-layer address that is a group's, nobody's or this station's own. */
    static final String STATION = "inNdStation";
    /** It is for routers, and this node is none; or for hosts, and this is a router. */
    static final String ROLE = "inNdRole";
    /** It redirects, but does not come from the first hop of what it redirects, or redirects are not believed. */
    static final String REDIRECT = "inNdRedirect";
    /** It came in fragments (RFC 6980 §5). */
    static final String FRAGMENTED = "inNdFragmented";
    /** IPv6 is off on the interface, because its link-local address is a duplicate. */
    static final String DISABLED = "inNdDisabled";

    private Drops() {
    }

    /** The name for a message that is malformed, or must not be believed. */
    static String of(Fault fault) {
        return switch (fault) {
            case HOP_LIMIT -> "inNdHopLimit";
            case OPTION -> "inNdOption";
            case ADDRESS -> "inNdAddress";
            case OPERATION -> "inNdOperation";
            default -> "inNdTruncated";
        };
    }
}
