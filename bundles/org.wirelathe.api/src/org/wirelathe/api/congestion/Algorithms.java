package org.wirelathe.api.congestion;

/**
 * The algorithms that one run can have now. The transport layer asks on the loop; providers come and go on other threads,
 * and then {@code Transport.algorithmsChanged} is called on the loop.
 */
public interface Algorithms {
    /**
     * The best live provider of that name, or {@code null} when there is none: the highest service ranking, then the one
     * registered first. Asked again while that provider is still the best, the answer is the same object.
     */
    Lease lease(String name);
}
