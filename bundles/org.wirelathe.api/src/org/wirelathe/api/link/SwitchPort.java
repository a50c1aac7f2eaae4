package org.wirelathe.api.link;

import java.util.Set;

/**
 * The VLANs of one port of a switch.
 *
 * @param untagged the VLAN of frames without a tag, in and out: 1 to 4094; 0 when there is none, and such frames are
 *        refused
 * @param tagged the VLANs whose frames carry tags here, each 1 to 4094 and none of them {@code untagged}
 */
public record SwitchPort(int untagged, Set<Integer> tagged) {
    public SwitchPort {
        tagged = Set.copyOf(tagged);
        requireVlan(untagged, 0);
        tagged.forEach(vlan -> requireVlan(vlan, 1));
        if (tagged.contains(untagged)) {
            throw new IllegalArgumentException("VLAN " + untagged + " cannot be both tagged and untagged on one port");
        }
        if (untagged == 0 && tagged.isEmpty()) {
            throw new IllegalArgumentException("a port needs a VLAN");
        }
    }

    /** A port for a host: one VLAN, no tags. */
    public static SwitchPort access(int vlan) {
        return new SwitchPort(vlan, Set.of());
    }

    private static void requireVlan(int vlan, int least) {
        if (vlan < least || vlan > LinkSettings.LAST_VLAN) {
            throw new IllegalArgumentException("a VLAN is 1 to 4094, not " + vlan);
        }
    }
}
