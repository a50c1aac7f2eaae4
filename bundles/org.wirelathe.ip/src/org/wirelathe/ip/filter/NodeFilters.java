package org.wirelathe.ip.filter;

import java.util.List;
import java.util.Set;

import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.ip.PacketFilters;

/** Sets up what looks at a node's packets, as the network layer is told. */
public final class NodeFilters {
    private final NodeContext node;
    private final PacketFilters place;
    private Firewall firewall;
    private Nat nat;

    /** @param place where the families find it */
    public NodeFilters(NodeContext node, PacketFilters place) {
        this.node = node;
        this.place = place;
    }

    /**
     * Puts these rules in the place of the ones before; their counters go on.
     *
     * @param interfaces the names of the node's interfaces
     * @throws IllegalArgumentException with a sentence, when a rule's expression is malformed or names no interface
     */
    public void firewall(List<FilterRule> rules, Set<String> interfaces) {
        firewall = rules.isEmpty() ? null : new Firewall(rules, interfaces, node.counters());
        set();
    }

    /**
     * Translates from now on; {@code null} for no more.
     *
     * @param address of the outside interface
     * @throws IllegalArgumentException with a sentence, when the settings contradict themselves
     */
    public void nat(NatSettings settings, int address) {
        nat = settings == null ? null : new Nat(node, settings, address);
        set();
    }

    private void set() {
        place.filter = firewall == null && nat == null ? null : new Filters(firewall, nat);
    }
}
