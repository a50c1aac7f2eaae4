package org.wirelathe.model;

/**
 * The descriptor rings of a NIC.
 *
 * @param tx transmit descriptors, 1 to 65536
 * @param rx receive descriptors, 1 to 65536
 */
public record Rings(int tx, int rx) {
    /** What a NIC has when the lab file is silent. */
    public static final Rings DEFAULT = new Rings(256, 256);
}
