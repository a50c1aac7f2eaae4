package org.wirelathe.ethernet;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.Ipv4;

/** The IPv4 addresses of a link, each with its guard; few, so a list serves. */
final class Addresses {
    private final NodeContext node;
    private final EthernetLink link;
    private final LinkSettings settings;
    private final List<AddressGuard> guards = new ArrayList<>();
    private RandomStream random;
    private boolean allUsable = true;

    Addresses(NodeContext node, EthernetLink link, LinkSettings settings) {
        this.node = node;
        this.link = link;
        this.settings = settings;
    }

    /** One more address; one that is there already is tried anew. */
    void add(int address) {
        if (address == Ipv4.ANY) {
            return;
        }
        if (settings.probe() && random == null) {
            random = node.random(link.name() + ".acd");
        }
        AddressGuard guard = of(address);
        if (guard == null) {
            guard = new AddressGuard(node, link, settings, random, this, address);
            guards.add(guard);
        }
        guard.begin();
    }

    /** Takes an address away; what was never there is taken away with ease. */
    void remove(int address) {
        AddressGuard guard = of(address);
        if (guard != null) {
            guard.close();
            guards.remove(guard);
            changed();
        }
    }

    /** The guard of an address, or {@code null} when it is none of this link's. */
    AddressGuard of(int address) {
        for (int i = 0; i < guards.size(); i++) {
            if (guards.get(i).address == address) {
                return guards.get(i);
            }
        }
        return null;
    }

    /** Whether all may be used: then nobody needs to look who sends. */
    boolean areAllUsable() {
        return allUsable;
    }

    /** An address can be used from now on, or not any more. */
    void changed() {
        allUsable = guards.stream().allMatch(AddressGuard::isUsable);
    }

    /**
     * Whether a packet with that source may be sent: not while the address is being tried, and not when somebody else
     * has it (RFC 5227 §2.1). Another node's may be when there is an address to ask its neighbours with.
     */
    boolean mayUse(int source) {
        AddressGuard guard = of(source);
        return guard != null ? guard.isUsable() : guards.isEmpty() || asking(source) != Ipv4.ANY;
    }

    /**
     * The address to ask for a target with: of those in use the one that has the longest prefix in common with it, so
     * that the target knows it for a neighbour; of equal ones the first (Linux: arp_announce 2, which asks the subnets;
     * a link knows none). {@link Ipv4#ANY} when none is in use.
     */
    int asking(int target) {
        int best = Ipv4.ANY;
        int longest = -1;
        for (int i = 0; i < guards.size(); i++) {
            AddressGuard guard = guards.get(i);
            int common = Integer.numberOfLeadingZeros(guard.address ^ target);
            if (guard.isUsable() && common > longest) {
                best = guard.address;
                longest = common;
            }
        }
        return best;
    }

    void close() {
        guards.forEach(AddressGuard::close);
    }
}
