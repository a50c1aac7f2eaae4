package org.wirelathe.model;

/**
 * The descriptor rings of a NIC.
 *
 * @param tx transmit descriptors, a power of two, 2 to 32768
 * @param rx receive descriptors, a power of two, 2 to 32768
 */
public record Rings(int tx, int rx) {
    /** What a NIC has when the lab file is silent. */
    public static final Rings DEFAULT = new Rings(256, 256);
}
