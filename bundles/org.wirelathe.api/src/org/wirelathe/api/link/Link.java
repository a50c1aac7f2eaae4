package org.wirelathe.api.link;

import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.packet.Packet;

/** The link layer at work on one interface: carries network packets to neighbours, finds their addresses. */
public interface Link {
    /** The interface underneath. */
    NetworkInterface nic();

    /** Most bytes of network packet in a frame. */
    int mtu();

    /** Who lies above; set once, before the first packet. */
    void client(LinkClient client);

    /** The IPv4 address that this end answers for, and asks with. */
    void address(int ipv4);

    /**
     * Sends an IPv4 packet (head at the IP header) to a neighbour; takes ownership. While the neighbour's address is
     * unknown the packet waits in a bounded queue (B17).
     *
     * @param nextHop the neighbour's IPv4 address on this link
     * @return false when the packet was dropped on this host, here or in the device below
     */
    boolean send(Packet packet, int nextHop);

    /** Sends an IPv4 packet to all stations of the link; takes ownership. */
    boolean broadcast(Packet packet);

    /** Releases every packet it holds: the run is over. */
    void close();
}
