package org.wirelathe.api.net;

import org.wirelathe.api.nic.Offloads;
import org.wirelathe.wire.IpAddress;

/**
 * The way from one of this node's addresses to a destination, as whoever sends to it again and again keeps it (Linux: a
 * socket's destination cache). It follows changes of routes and of the path MTU by itself; nothing needs to be closed.
 */
public interface Path {
    /** The address that packets on it come from. */
    IpAddress source();

    /** The address that they go to. */
    IpAddress destination();

    /** Bytes of IP header that its packets have: 20 or 40. */
    int headerLength();

    /**
     * Most bytes of a packet, IP header included, that passes whole as far as is known (RFC 1191 §3, RFC 8201 §3); 0
     * while there is no route.
     */
    int mtu();

    /**
     * Most bytes of a packet, IP header included, on the first hop: what comes back may be as large (RFC 9293 §3.7.1);
     * 0 while there is no route.
     */
    int linkMtu();

    /**
     * What the interface on the first hop does in the layers' place, at this moment; {@link Offloads#NONE} without a
     * route, and to this node itself.
     */
    Offloads offloads();

    /** The other end answered to what was sent: its next hop is reachable (RFC 4861 §7.3.1, RFC 1122 §2.3.2.1). */
    void confirmed();

    /**
     * A router says that the path takes no more than {@code mtu} bytes, and the transport protocol believes it: the
     * quoted packet is one that it has in flight (RFC 1191 §6.2, RFC 8201 §4, RFC 5927 §7). What is too small or no
     * less than now is ignored; 0 is the word of a router that does not know the field (RFC 1191 §5).
     */
    void tooBig(int mtu);

    /**
     * Packets of {@code size} bytes, IP header included, vanish without an error while smaller ones arrive: the path
     * MTU is taken to be smaller from now on (RFC 4821 §7.7, RFC 8899 §4.2; Linux: tcp_mtu_probing).
     */
    void blackHole(int size);
}
