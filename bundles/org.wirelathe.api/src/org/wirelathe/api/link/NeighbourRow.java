package org.wirelathe.api.link;

import org.wirelathe.wire.IpAddress;

/**
 * One neighbour, as a view shows it.
 *
 * @param address its IPv4 or IPv6 address
 * @param mac its MAC address; -1 while unknown
 * @param state what is known of it
 * @param age ns since the address was last confirmed; while unknown, since it was first asked for
 * @param waiting packets that wait for the address
 */
public record NeighbourRow(IpAddress address, long mac, NeighbourState state, long age, int waiting) {
}
