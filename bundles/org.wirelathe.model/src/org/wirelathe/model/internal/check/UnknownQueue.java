package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Fields;

/** A queue discipline that no plug-in provides. */
final class UnknownQueue implements Check {
    @Override
    public void check(Context in) {
        in.draft().links().forEach(link -> check(in, link.fields()));
        in.draft().interfaces().forEach(iface -> check(in, iface.fields()));
        in.draft().events().forEach(event -> check(in, event.fields()));
    }

    private static void check(Context in, Fields around) {
        around.table("queue")
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
