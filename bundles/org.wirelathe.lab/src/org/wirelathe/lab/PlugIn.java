package org.wirelathe.lab;

/**
 * Something that a bundle provides.
 *
 * @param kind what it is good for
 * @param name as lab files write it
 * @param bundle symbolic name of the bundle that provides it; empty when none does
 * @param version that bundle's version; empty when there is none
 */
public record PlugIn(Kind kind, String name, String bundle, String version) {
    /** Kinds in the order in which they are listed. */
    public enum Kind {
        ALGORITHM, DRIVER, QUEUE, LINK_LAYER, NETWORK_LAYER, TRANSPORT_LAYER, SOCKET_LAYER, APPLICATION
    }
}
