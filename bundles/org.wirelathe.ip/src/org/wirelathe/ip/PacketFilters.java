package org.wirelathe.ip;

/** The filter of a node, if it has one: without, packets pay one look at a field. */
public final class PacketFilters {
    /** {@code null} for none. */
    public PacketFilter filter;
}
