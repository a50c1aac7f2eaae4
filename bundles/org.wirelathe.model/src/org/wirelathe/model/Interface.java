package org.wirelathe.model;

import java.util.OptionalLong;
import org.wirelathe.wire.Ipv4;

/**
 * A network interface of a node.
 *
 * @param name unique on the node, such as {@code eth0}
 * @param address the IPv4 address, network bit order
 * @param prefixLength bits of the network part, 1 to 32
 * @param mac the Ethernet address in the low 48 bits; empty lets the lab choose one
 * @param mtu the largest IP packet, bytes, 68 to 65535
 * @param rings the NIC's descriptor rings
 * @param driver the NIC driver's name
 */
public record Interface(
        String name,
        int address,
        int prefixLength,
        OptionalLong mac,
        int mtu,
        Rings rings,
        String driver) {
    /** Ethernet's MTU, bytes. */
    public static final int DEFAULT_MTU = 1500;

    /** The driver of an interface for which the lab file names none. */
    public static final String DEFAULT_DRIVER = "ring";

    /** An interface with nothing but its address. */
    public Interface(String name, int address, int prefixLength) {
        this(
                name,
                address,
                prefixLength,
                OptionalLong.empty(),
                DEFAULT_MTU,
                Rings.DEFAULT,
                DEFAULT_DRIVER);
    }

    /** The network that this interface is on. */
    public Subnet subnet() {
        return Subnet.of(address, prefixLength);
    }

    /** {@code 10.0.1.1/24}. */
    public String addressText() {
        return Ipv4.format(address) + "/" + prefixLength;
    }
}
