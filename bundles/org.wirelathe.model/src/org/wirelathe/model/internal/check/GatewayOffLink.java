package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** A gateway that its node cannot send to. */
final class GatewayOffLink implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedNode node : in.draft().nodes()) {
            if (node.it().gateway().isPresent()) {
                NextHops.check(
                        in,
                        node,
                        node.it().gateway().getAsInt(),
                        node.fields().at("gateway"),
                        "the gateway");
            }
        }
    }
}
