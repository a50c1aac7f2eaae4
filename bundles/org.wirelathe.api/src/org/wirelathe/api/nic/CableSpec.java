package org.wirelathe.api.nic;

/**
 * A cable.
 *
 * @param name unique in the lab; the random streams of its impairments derive from it
 * @param forth from end a to end b
 * @param back from end b to end a
 */
public record CableSpec(String name, LineSpec forth, LineSpec back) {
    /** Both directions alike, with nothing but independent loss. */
    public CableSpec(String name, long bitsPerSecond, long delay, long lossPerBillion) {
        this(name, new LineSpec(bitsPerSecond, delay).withLoss(Loss.independent(lossPerBillion)),
                new LineSpec(bitsPerSecond, delay).withLoss(Loss.independent(lossPerBillion)));
    }
}
