package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** A NIC driver that no plug-in provides. */
final class UnknownDriver implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            Names.known(in, iface.fields(), "driver", in.vocabulary().drivers(), "NIC driver");
        }
        for (Draft.EventDraft event : in.draft().events()) {
            Names.known(in, event.fields(), "driver", in.vocabulary().drivers(), "NIC driver");
        }
    }
}
