package org.wirelathe.api.net;

/**
 * The network layer's longest prefix match, for others who have prefixes to look up: a routing protocol, an address
 * plan, a measurement.
 */
public interface PrefixTables {
    /** An empty table of IPv4 prefixes. */
    <V> PrefixTable<V> v4();

    /** An empty table of IPv6 prefixes. */
    <V> PrefixTable<V> v6();
}
