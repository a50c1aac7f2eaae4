package org.wirelathe.api.net;

import org.wirelathe.wire.IpPrefix;

/**
 * Values by prefixes of one family, and for an address the value of the longest prefix that it begins with (B18,
 * RFC 1812 §5.2.4.3). Belongs to one thread.
 *
 * @param <V> what a prefix stands for
 */
public interface PrefixTable<V> {
    /** The value of the longest prefix that an IPv4 address matches, or {@code null}; of a table of IPv4 only. */
    V find(int address);

    /**
     * The value of the longest prefix that an address matches, or {@code null}.
     *
     * @param high the first 64 bits of an address of the table's family, an IPv4 address in its mapped form
     * @param low the last 64 bits
     */
    V find(long high, long low);

    /**
     * The value of exactly that prefix, or {@code null}.
     *
     * @throws IllegalArgumentException when it is of the other family
     */
    V exact(IpPrefix prefix);

    /**
     * Adds a prefix, or gives it another value.
     *
     * @param value not {@code null}
     * @return the value it had, or {@code null}
     * @throws IllegalArgumentException when the prefix is of the other family
     */
    V put(IpPrefix prefix, V value);

    /**
     * Removes a prefix.
     *
     * @return the value it had, or {@code null}
     * @throws IllegalArgumentException when it is of the other family
     */
    V remove(IpPrefix prefix);

    /** Number of prefixes. */
    int size();

    /** Shows each prefix to {@code visitor}, in order of networks, the shorter first; it must not change the table. */
    void forEach(Visitor<? super V> visitor);

    /** Sees the prefixes of a table. */
    @FunctionalInterface
    interface Visitor<V> {
        /** Called for each prefix. */
        void visit(IpPrefix prefix, V value);
    }
}
