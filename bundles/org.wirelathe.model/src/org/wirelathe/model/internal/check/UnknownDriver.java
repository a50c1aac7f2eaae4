package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.Fields;

/** A NIC driver that no plug-in provides. */
final class UnknownDriver implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            check(in, iface.fields());
        }
        for (Draft.EventDraft event : in.draft().events()) {
            check(in, event.fields());
        }
    }

    private static void check(Context in, Fields around) {
        around.table("driver")
                .ifPresent(
                        driver ->
                                Names.known(
                                        in,
                                        driver,
                                        "type",
                                        in.vocabulary().drivers(),
                                        "NIC driver",
                                        "unknown-driver"));
    }
}
