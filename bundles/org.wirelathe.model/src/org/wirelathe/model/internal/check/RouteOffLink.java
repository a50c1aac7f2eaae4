package org.wirelathe.model.internal.check;

import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.model.internal.draft.Draft;

/** A static route over a next hop that its node cannot send to. */
final class RouteOffLink implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            for (Draft.Placed<RouteEntry> route : node.routes()) {
                for (int i = 0; i < route.it().hops().size(); i++) {
                    RouteEntry.NextHop hop = route.it().hops().get(i);
                    NextHops.check(in, node, hop, route.fields().item("via", i), "the next hop");
                }
            }
        }
    }
}
