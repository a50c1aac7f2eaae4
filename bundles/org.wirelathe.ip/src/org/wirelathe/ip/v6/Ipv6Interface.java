package org.wirelathe.ip.v6;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.InterfaceSettings;
import org.wirelathe.wire.IpAddress;

/** An interface on which IPv6 runs: what both IPv6 and its neighbour discovery know of it. */
public final class Ipv6Interface {
    private final Link link;
    private final InterfaceSettings settings;
    private final List<Ipv6Address> addresses = new ArrayList<>();
    /** Hop limit of what is sent from here, as a router may say (CurHopLimit, RFC 4861 §6.3.2). */
    private int hopLimit = 64;
    private int mtu;

    public Ipv6Interface(Link link, InterfaceSettings settings) {
        this.link = link;
        this.settings = settings;
        mtu = link.mtu();
    }

    public Link link() {
        return link;
    }

    public String name() {
        return link.name();
    }

    public InterfaceSettings settings() {
        return settings;
    }

    /** Its addresses in the order in which they were given, tentative and duplicate ones included. */
    public List<Ipv6Address> addresses() {
        return addresses;
    }

    /** The address that is exactly that, or {@code null}. */
    public Ipv6Address address(long high, long low) {
        for (int i = 0; i < addresses.size(); i++) {
            Ipv6Address one = addresses.get(i);
            if (one.address.low() == low && one.address.high() == high) {
                return one;
            }
        }
        return null;
    }

    /** Its link-local address, usable or not; {@code null} before it has one. */
    public IpAddress linkLocal() {
        for (Ipv6Address one : addresses) {
            if (one.address.isLinkLocal()) {
                return one.address;
            }
        }
        return null;
    }

    public int hopLimit() {
        return hopLimit;
    }

    public void hopLimit(int limit) {
        hopLimit = limit;
    }

    /** LinkMTU: the card's, or less when a router says so (RFC 4861 §6.3.4); 1280 at least. */
    public int mtu() {
        return mtu;
    }

    public void mtu(int bytes) {
        mtu = Math.max(1280, Math.min(bytes, link.mtu()));
    }
}
