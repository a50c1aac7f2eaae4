package org.wirelathe.model.internal.check;

import org.wirelathe.model.Endpoint;
import org.wirelathe.model.internal.draft.Draft;

/** A swap on a node, or of a flow to a node, that does not exist. */
final class UnknownSwapNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields()
                    .table("swap")
                    .ifPresent(
                            swap -> {
                                String node = swap.text("node", "all");
                                if (!node.equals("all")) {
                                    Ports.knownNode(in, node, swap.at("node"));
                                }
                                swap.get("flow", Endpoint.class)
                                        .ifPresent(
                                                flow ->
                                                        Hosts.known(
                                                                in, flow.host(), swap.at("flow")));
                            });
        }
    }
}
