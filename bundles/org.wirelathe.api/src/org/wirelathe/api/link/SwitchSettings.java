package org.wirelathe.api.link;

import java.util.Map;

/**
 * How a switch is set up.
 *
 * @param tableSize most stations that it remembers: 1 to 1,048,576; frames to others go to every port
 * @param ageing how long it remembers a station that is silent, ns (IEEE 802.1Q table 8-6: 300 s)
 * @param loopDetection whether it looks for loops and shuts a port that closes one
 * @param recovery how often it looks whether the loop of a shut port is gone, ns
 * @param ports the VLANs of its ports, by the names of their interfaces; a port that is not named is
 *        {@link SwitchPort#access access} to VLAN 1. When no port is named the switch knows no VLANs, and passes tags
 *        as they are
 */
public record SwitchSettings(int tableSize, long ageing, boolean loopDetection, long recovery,
        Map<String, SwitchPort> ports) {
    /** A switch from the shelf: no VLANs, 8192 stations, forgotten after 300 s, loops found, and sought every 10 s. */
    public static final SwitchSettings DEFAULT =
            new SwitchSettings(8192, 300_000_000_000L, true, 10_000_000_000L, Map.of());

    private static final int LARGEST_TABLE = 1 << 20;

    public SwitchSettings {
        if (tableSize < 1 || tableSize > LARGEST_TABLE) {
            throw new IllegalArgumentException("a switch remembers 1 to 1048576 stations, not " + tableSize);
        }
        if (ageing < 1 || recovery < 1) {
            throw new IllegalArgumentException("the times of a switch are longer than nothing, not " + ageing + " and "
                    + recovery + " ns");
        }
        ports = Map.copyOf(ports);
    }

    /** The default with these VLANs. */
    public static SwitchSettings vlans(Map<String, SwitchPort> ports) {
        return new SwitchSettings(DEFAULT.tableSize, DEFAULT.ageing, DEFAULT.loopDetection, DEFAULT.recovery, ports);
    }
}
