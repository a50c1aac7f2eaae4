package org.wirelathe.model;

/**
 * What an Ethernet switch is set to.
 *
 * @param table addresses that it can learn, at least 1
 * @param ageing how long it knows an address that it does not hear from, ns, at least 1
 * @param loopDetection whether it looks for loops and shuts a port that closes one
 */
public record SwitchSettings(int table, long ageing, boolean loopDetection) {
    /** What a switch has when the lab file is silent: the ageing time of IEEE 802.1Q. */
    public static final SwitchSettings DEFAULT =
            new SwitchSettings(8192, 300_000_000_000L, true);
}
