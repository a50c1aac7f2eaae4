package org.wirelathe.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/**
 * A network interface of a node.
 *
 * @param name unique on the node, such as {@code eth0}
 * @param ip its addresses in the order of the file, and how IPv6 runs on it; nothing for the port of a switch
 * @param mac the Ethernet address in the low 48 bits; empty lets the lab choose one
 * @param mtu the largest IP packet, bytes, 68 to 9000
 * @param card the card
 * @param driver the NIC driver
 * @param vlans the VLANs that it is on
 * @param queue the queue in front of it; empty for the one that its cable has
 */
public record Interface(
        String name,
        InterfaceSettings ip,
        OptionalLong mac,
        int mtu,
        Card card,
        Driver driver,
        Vlans vlans,
        Optional<Queue> queue) {
    /** Ethernet's MTU, bytes. */
    public static final int DEFAULT_MTU = 1500;

    /** An interface with nothing but its addresses. */
    public Interface(String name, List<InterfaceAddress> addresses) {
        this(
                name,
                addresses,
                OptionalLong.empty(),
                DEFAULT_MTU,
                Rings.DEFAULT,
                Driver.DEFAULT);
    }

    /** An interface with a simple card. */
    public Interface(
            String name,
            List<InterfaceAddress> addresses,
            OptionalLong mac,
            int mtu,
            Rings rings,
            Driver driver) {
        this(
                name,
                InterfaceSettings.of(List.copyOf(addresses)),
                mac,
                mtu,
                Card.DEFAULT.withRings(rings),
                driver,
                Vlans.NONE,
                Optional.empty());
    }

    /** The port of a switch. */
    public static Interface port(String name) {
        return new Interface(name, List.of());
    }

    /** The descriptor rings. */
    public Rings rings() {
        return card.rings();
    }

    /** Its addresses in the order of the file. */
    public List<InterfaceAddress> addresses() {
        return ip.addresses();
    }

    /** Whether the file gives it an address; it may get others from a router. */
    public boolean hasAddress() {
        return !addresses().isEmpty();
    }

    /** Whether packets of one of the families run on it. */
    public boolean speaksIp() {
        return hasAddress() || ip.ipv6();
    }

    /** Whether that is one of its addresses. */
    public boolean owns(IpAddress address) {
        for (InterfaceAddress own : addresses()) {
            if (own.address().equals(address)) {
                return true;
            }
        }
        return false;
    }

    /** The networks that it is on, each once, in the order of the file. */
    public List<IpPrefix> subnets() {
        return addresses().stream().map(InterfaceAddress::subnet).distinct().toList();
    }

    /** The longest of its networks that {@code address} is in. */
    public Optional<IpPrefix> subnet(IpAddress address) {
        IpPrefix longest = null;
        for (InterfaceAddress own : addresses()) {
            IpPrefix subnet = own.subnet();
            if (subnet.contains(address) && (longest == null || subnet.length() > longest.length())) {
                longest = subnet;
            }
        }
        return Optional.ofNullable(longest);
    }

    /** Its address in that network; of several the first. */
    public Optional<IpAddress> addressIn(IpPrefix subnet) {
        for (InterfaceAddress own : addresses()) {
            if (own.subnet().equals(subnet)) {
                return Optional.of(own.address());
            }
        }
        return Optional.empty();
    }

    /** {@code 10.0.1.1/24, 2001:db8:1::1/64}; empty without an address. */
    public String addressText() {
        return addresses().stream().map(InterfaceAddress::toString).collect(Collectors.joining(", "));
    }
}
