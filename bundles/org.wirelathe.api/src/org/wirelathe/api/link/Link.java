package org.wirelathe.api.link;

import java.util.List;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.packet.Packet;

/** The link layer at work on one interface: carries network packets to neighbours, finds their addresses. */
public interface Link {
    /** The interface underneath. */
    NetworkInterface nic();

    /** Name on its node: the interface's, e.g. {@code eth0}, or with the VLAN, as in {@code eth0.10}. */
    default String name() {
        return nic().name();
    }

    /**
     * Another link on the same interface, for another VLAN.
     *
     * @throws IllegalArgumentException when a link of the interface has that VLAN already
     */
    default Link beside(LinkSettings settings) {
        throw new IllegalArgumentException(name() + " carries no VLANs");
    }

    /** Most bytes of network packet in a frame. */
    int mtu();

    /** Who lies above; set once, before the first packet. */
    void client(LinkClient client);

    /** One more IPv4 address that this end answers for, and asks with where no other fits the question better. */
    void address(int ipv4);

    /** Answers for that IPv4 address no more. */
    default void forget(int ipv4) {
        throw new UnsupportedOperationException("forget");
    }

    /**
     * Sends an IPv4 packet (head at the IP header) to a neighbour or a group; takes ownership. While a neighbour's
     * address is unknown the packet waits in a bounded queue (B17). A group's needs no asking (RFC 1112 §6.4).
     *
     * @param nextHop the neighbour's IPv4 address on this link, or that of the group
     * @return false when the packet was dropped on this host, here or in the device below
     */
    boolean send(Packet packet, int nextHop);

    /** Sends an IPv4 packet to all stations of the link; takes ownership. */
    boolean broadcast(Packet packet);

    /**
     * Sends an IPv6 packet (head at the IPv6 header) to a station or a group; takes ownership. Who has which address is
     * found out above (RFC 4861).
     *
     * @param mac address of the station, or 33:33 and the last 32 bits of the group (RFC 2464 §7)
     * @return false when the packet was dropped on this host, here or in the device below
     */
    default boolean send6(Packet packet, long mac) {
        throw new UnsupportedOperationException("send6");
    }

    /** Takes frames to that station address of a group from now on; once for each {@link #leaveStations}. */
    default void joinStations(long mac) {
        throw new UnsupportedOperationException("joinStations");
    }

    /** Undoes one {@link #joinStations}. */
    default void leaveStations(long mac) {
        throw new UnsupportedOperationException("leaveStations");
    }

    /** Takes frames to that IPv4 group from now on (RFC 1112 §6.4); once for each {@link #leave}. */
    default void join(int group) {
        throw new UnsupportedOperationException("join");
    }

    /** Undoes one {@link #join}. */
    default void leave(int group) {
        throw new UnsupportedOperationException("leave");
    }

    /** The IPv4 neighbours that it knows or asks for, by address in unsigned order. */
    default List<NeighbourRow> neighbours() {
        return List.of();
    }

    /** Releases every packet it holds: the run is over. */
    void close();
}
