package org.wirelathe.model;

import java.util.List;

/**
 * The IEEE 802.1Q VLANs of an interface.
 *
 * @param own of a host or router, the VLAN whose tag its frames carry; of a switch's port, the VLAN
 *     of frames without a tag; 1 to 4094, and 0 when none is written
 * @param trunk of a switch's port, the VLANs whose frames carry tags; empty for a port that takes
 *     none
 */
public record Vlans(int own, List<Integer> trunk) {
    /** The VLAN of a switch's port for which nothing is written, where others have VLANs. */
    public static final int FIRST = 1;

    /** Nothing is written. */
    public static final Vlans NONE = new Vlans(0, List.of());

    public Vlans {
        trunk = List.copyOf(trunk);
    }

    /** The VLAN of frames without a tag on a switch's port; 0 when it refuses them. */
    public int untagged() {
        return own == 0 && trunk.isEmpty() ? FIRST : own;
    }
}
