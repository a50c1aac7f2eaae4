package org.wirelathe.model.internal.check;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.Routes;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;

/** A gateway that its node cannot send to. */
final class GatewayOffLink implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            for (int i = 0; i < node.it().gateways().size(); i++) {
                RouteEntry route = Routes.gateway(node.it(), node.it().gateways().get(i));
                Yaml at = node.fields().item("gateway", i);
                NextHops.check(in, node, route.hops().getFirst(), at, "the gateway");
            }
        }
    }
}
