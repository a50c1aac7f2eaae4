package org.wirelathe.api.nic;

/**
 * What a cable does to frames.
 *
 * @param name unique in the lab; the random streams of its impairments derive from it
 * @param bitsPerSecond line rate of each direction, at least 1
 * @param delay propagation time in ns, at least 0
 * @param lossPerBillion independent probability, in parts per billion, that a frame is lost; 0 to 10^9
 */
public record CableSpec(String name, long bitsPerSecond, long delay, long lossPerBillion) {
    public CableSpec {
        if (bitsPerSecond < 1 || delay < 0 || lossPerBillion < 0 || lossPerBillion > 1_000_000_000) {
            throw new IllegalArgumentException("cable " + name + ": rate " + bitsPerSecond + " bit/s, delay " + delay
                    + " ns, loss " + lossPerBillion + " ppb");
        }
    }
}
