package org.wirelathe.api.congestion;

/** The algorithms that can be had now. The transport layer asks on the loop; providers come and go on other threads. */
public interface Algorithms {
    /** The best live provider of that name, or {@code null} when there is none. */
    Lease lease(String name);
}
