package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** A place on the canvas for a node that does not exist. */
final class UnknownViewNode implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Mention<String> node : in.draft().viewNames()) {
            if (!in.draft().mayKnow(node.it())) {
                in.report()
                        .warning(
                                node.at(),
                                "unknown-node",
                                "there is no node '"
                                        + node.it()
                                        + "' to place: "
                                        + Context.choice(node.it(), in.draft().nodeNames()));
            }
        }
    }
}
