package org.wirelathe.model.internal.check;

import org.wirelathe.model.Route;
import org.wirelathe.model.internal.draft.Draft;

/** A static route over a next hop that its node cannot send to. */
final class RouteOffLink implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            for (Draft.Placed<Route> route : node.routes()) {
                NextHops.check(
                        in, node, route.it().via(), route.fields().at("via"), "the next hop");
            }
        }
    }
}
