package org.wirelathe.ip.v6;

/** Neighbour discovery, which is made after the rest of IPv6 that it asks things of. */
final class Ipv6Neighbours {
    NeighbourDiscovery discovery;
}
