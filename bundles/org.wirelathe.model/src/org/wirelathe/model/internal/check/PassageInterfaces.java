package org.wirelathe.model.internal.check;

import java.util.Optional;
import org.wirelathe.api.net.FilterRule;
import org.wirelathe.model.Interface;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** A firewall or a translation of addresses at an interface that the node has not. */
final class PassageInterfaces implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            for (FilterRule rule : node.it().firewall()) {
                rule.in().ifPresent(name -> known(in, node, name, "firewall"));
                rule.out().ifPresent(name -> known(in, node, name, "firewall"));
            }
            node.it().nat().ifPresent(nat -> outside(in, node, nat.outside()));
        }
    }

    private static void known(Context in, Draft.PlacedNode node, String iface, String key) {
        Ports.known(in, new PortRef(node.it().name(), iface), node.fields().at(key));
    }

    private static void outside(Context in, Draft.PlacedNode node, String iface) {
        known(in, node, iface, "nat");
        Optional<Interface> outside = node.it().iface(iface);
        boolean none =
                outside.isPresent()
                        && outside.get().addresses().stream().noneMatch(a -> a.address().isV4());
        if (none) {
            in.report()
                    .error(
                            node.fields().at("nat"),
                            "no-address",
                            node.it().name()
                                    + ":"
                                    + iface
                                    + " has no IPv4 address for inside hosts to appear with: give it one");
        }
    }
}
