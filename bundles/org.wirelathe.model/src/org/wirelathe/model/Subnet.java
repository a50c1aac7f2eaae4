package org.wirelathe.model;

import java.util.Comparator;
import org.wirelathe.wire.Ipv4;

/**
 * An IPv4 network.
 *
 * @param network the network address, host bits zero
 * @param prefixLength bits of the network part, 0 to 32
 */
public record Subnet(int network, int prefixLength) implements Comparable<Subnet> {
    private static final Comparator<Subnet> ORDER =
            Comparator.<Subnet>comparingLong(s -> Integer.toUnsignedLong(s.network))
                    .thenComparingInt(Subnet::prefixLength);

    public Subnet {
        if (prefixLength < 0 || prefixLength > 32) {
            throw new IllegalArgumentException("prefix length " + prefixLength + " is not 0 to 32");
        }
        if ((network & ~Ipv4.mask(prefixLength)) != 0) {
            throw new IllegalArgumentException(
                    Ipv4.format(network) + "/" + prefixLength + " has bits set behind its prefix");
        }
    }

    /** The network that {@code address} is in when its prefix has that length. */
    public static Subnet of(int address, int prefixLength) {
        return new Subnet(address & Ipv4.mask(prefixLength), prefixLength);
    }

    /** True when {@code address} is inside. */
    public boolean contains(int address) {
        return (address & Ipv4.mask(prefixLength)) == network;
    }

    /** True when an address is in both. */
    public boolean overlaps(Subnet other) {
        return prefixLength <= other.prefixLength
                ? contains(other.network)
                : other.contains(network);
    }

    /** The last address: the broadcast address where there is one. */
    public int last() {
        return network | ~Ipv4.mask(prefixLength);
    }

    /** By address as an unsigned number, then shorter prefixes first. */
    @Override
    public int compareTo(Subnet other) {
        return ORDER.compare(this, other);
    }

    /** {@code 10.0.1.0/24}. */
    @Override
    public String toString() {
        return Ipv4.format(network) + "/" + prefixLength;
    }
}
