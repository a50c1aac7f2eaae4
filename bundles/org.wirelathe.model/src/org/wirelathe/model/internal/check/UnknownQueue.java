package org.wirelathe.model.internal.check;

import org.wirelathe.model.Link;
import org.wirelathe.model.internal.draft.Draft;

/** A queue discipline that no plug-in provides. */
final class UnknownQueue implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            link.fields()
                    .table("queue")
                    .ifPresent(
                            queue ->
                                    Names.known(
                                            in,
                                            queue,
                                            "type",
                                            in.vocabulary().queues(),
                                            "queue discipline"));
        }
    }
}
