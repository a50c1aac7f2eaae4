package org.wirelathe.model;

import java.util.Optional;
import java.util.OptionalLong;
import org.wirelathe.wire.Ipv4;

/**
 * A network interface of a node.
 *
 * @param name unique on the node, such as {@code eth0}
 * @param address the IPv4 address, network bit order; 0 for the port of a switch, which has none
 * @param prefixLength bits of the network part, 1 to 32; 0 without an address
 * @param mac the Ethernet address in the low 48 bits; empty lets the lab choose one
 * @param mtu the largest IP packet, bytes, 68 to 9000
 * @param card the card
 * @param driver the NIC driver
 * @param vlans the VLANs that it is on
 * @param queue the queue in front of it; empty for the one that its cable has
 */
public record Interface(
        String name,
        int address,
        int prefixLength,
        OptionalLong mac,
        int mtu,
        Card card,
        Driver driver,
        Vlans vlans,
        Optional<Queue> queue) {
    /** Ethernet's MTU, bytes. */
    public static final int DEFAULT_MTU = 1500;

    /** An interface with nothing but its address. */
    public Interface(String name, int address, int prefixLength) {
        this(
                name,
                address,
                prefixLength,
                OptionalLong.empty(),
                DEFAULT_MTU,
                Rings.DEFAULT,
                Driver.DEFAULT);
    }

    /** An interface with a simple card. */
    public Interface(
            String name,
            int address,
            int prefixLength,
            OptionalLong mac,
            int mtu,
            Rings rings,
            Driver driver) {
        this(
                name,
                address,
                prefixLength,
                mac,
                mtu,
                Card.DEFAULT.withRings(rings),
                driver,
                Vlans.NONE,
                Optional.empty());
    }

    /** The port of a switch. */
    public static Interface port(String name) {
        return new Interface(name, Ipv4.ANY, 0);
    }

    /** The descriptor rings. */
    public Rings rings() {
        return card.rings();
    }

    /** Whether it has an IPv4 address. */
    public boolean hasAddress() {
        return address != Ipv4.ANY;
    }

    /** The network that this interface is on; without an address the whole of IPv4. */
    public Subnet subnet() {
        return Subnet.of(address, prefixLength);
    }

    /** {@code 10.0.1.1/24}; empty without an address. */
    public String addressText() {
        return hasAddress() ? Ipv4.format(address) + "/" + prefixLength : "";
    }
}
