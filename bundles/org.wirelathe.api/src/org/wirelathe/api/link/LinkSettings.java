package org.wirelathe.api.link;

/**
 * How a link is set up on its interface.
 *
 * @param vlan the VLAN whose frames it takes, and tags those it sends with (IEEE 802.1Q): 1 to 4094; 0 for frames
 *        without a tag, or with one that gives only a priority
 * @param probe whether an address is tried before it is used (RFC 5227 §2.1): four to seven seconds in which nothing is
 *        sent, and an address that somebody else has is not used at all
 * @param announce whether the link tells its neighbours of a new address (RFC 5227 §2.3); one that was tried is always
 *        announced
 */
public record LinkSettings(int vlan, boolean probe, boolean announce) {
    /** The highest VLAN identifier; 4095 is reserved (IEEE 802.1Q table 9-2). */
    public static final int LAST_VLAN = 4094;
    /** Frames without a tag; the address is used at once and without a word. */
    public static final LinkSettings DEFAULT = new LinkSettings(0, false, false);

    public LinkSettings {
        if (vlan < 0 || vlan > LAST_VLAN) {
            throw new IllegalArgumentException("a VLAN is 1 to 4094, or 0 for frames without a tag; not " + vlan);
        }
    }

    /** The default in that VLAN. */
    public static LinkSettings vlan(int id) {
        return new LinkSettings(id, false, false);
    }
}
