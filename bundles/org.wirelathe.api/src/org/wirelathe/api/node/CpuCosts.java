package org.wirelathe.api.node;

/**
 * What interrupts cost a node's processor (B7, B10).
 *
 * @param hardInterrupt ns for each hard interrupt
 * @param softInterrupt ns for each round of the soft interrupt
 * @param packet ns for each packet that a soft interrupt takes from a ring and up the stack
 */
public record CpuCosts(long hardInterrupt, long softInterrupt, long packet) {
    /** Everything takes no time: the model is off. */
    public static final CpuCosts NONE = new CpuCosts(0, 0, 0);

    public CpuCosts {
        if (hardInterrupt < 0 || softInterrupt < 0 || packet < 0) {
            throw new IllegalArgumentException("costs of less than nothing: " + hardInterrupt + ", " + softInterrupt
                    + ", " + packet + " ns");
        }
    }
}
