package org.wirelathe.model.internal.check;

import org.wirelathe.model.NodeType;
import org.wirelathe.model.internal.draft.Draft;

/** A node that nothing can reach. */
final class NoInterface implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            if (!in.draft().hasPorts(node.it().name()) && !node.fields().written("interfaces")) {
                in.report()
                        .warning(
                                node.name(),
                                "no-interface",
                                node.it().name()
                                        + " has no interface, so nothing reaches it: add `"
                                        + (node.it().type() == NodeType.SWITCH
                                                ? "ports: 8"
                                                : "interfaces: { eth0: 10.0.1.1/24 }")
                                        + "`");
            }
        }
    }
}
