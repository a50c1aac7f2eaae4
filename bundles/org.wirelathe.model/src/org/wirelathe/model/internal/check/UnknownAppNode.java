package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** An application on a node that does not exist. */
final class UnknownAppNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.AppDraft app : in.draft().apps()) {
            if (app.fields().sound("on")) {
                Ports.knownNode(in, app.it().on(), app.fields().at("on"));
            }
        }
    }
}
