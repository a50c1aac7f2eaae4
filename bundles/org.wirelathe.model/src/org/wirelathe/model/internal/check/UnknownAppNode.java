package org.wirelathe.model.internal.check;

import org.wirelathe.model.NodeType;
import org.wirelathe.model.internal.draft.Draft;

/** An application on a node that does not exist, or that runs none. */
final class UnknownAppNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.AppDraft app : in.draft().apps()) {
            if (app.fields().sound("on")) {
                Ports.knownNode(in, app.it().on(), app.fields().at("on"));
                in.draft()
                        .topology()
                        .node(app.it().on())
                        .filter(node -> node.type() == NodeType.SWITCH)
                        .ifPresent(
                                node ->
                                        in.report()
                                                .error(
                                                        app.fields().at("on"),
                                                        "app-on-switch",
                                                        node.name()
                                                                + " is a switch and runs no"
                                                                + " applications: name a host or a"
                                                                + " router"));
            }
        }
    }
}
