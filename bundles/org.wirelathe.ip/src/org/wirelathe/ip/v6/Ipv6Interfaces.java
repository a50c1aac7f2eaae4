package org.wirelathe.ip.v6;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.wire.IpAddress;

/**
 * The interfaces of a node in the order in which they were added, which is that of {@link org.wirelathe.ip.Hop#index},
 * and what IPv6 listens to on those where it runs.
 */
final class Ipv6Interfaces {
    private final List<Ipv6Interface> all = new ArrayList<>();
    private final List<Groups> groups = new ArrayList<>();
    private final List<Ipv6Interface> running = new ArrayList<>();
    private int changes;

    void add(Ipv6Interface one) {
        all.add(one);
        groups.add(new Groups(one));
        if (one.settings().ipv6()) {
            running.add(one);
        }
    }

    /** An address came, went, or may be used or not. */
    void changed() {
        changes++;
    }

    /** How often that was so. */
    int changes() {
        return changes;
    }

    /** Those on which IPv6 runs. */
    List<Ipv6Interface> running() {
        return running;
    }

    Ipv6Interface get(int index) {
        return all.get(index);
    }

    int index(Ipv6Interface one) {
        return all.indexOf(one);
    }

    /** The groups that the node listens to on an interface. */
    Groups groups(Ipv6Interface at) {
        return groups.get(all.indexOf(at));
    }

    /** The interface that has an address and may use it, or {@code null}. */
    Ipv6Interface owner(long high, long low) {
        for (int i = 0; i < running.size(); i++) {
            Ipv6Address address = running.get(i).address(high, low);
            if (address != null && address.isUsable()) {
                return running.get(i);
            }
        }
        return null;
    }

    /** An address of this node that may be used, or {@code null}. */
    Ipv6Address usable(IpAddress address) {
        Ipv6Interface owner = owner(address.high(), address.low());
        return owner == null ? null : owner.address(address.high(), address.low());
    }
}
