package org.wirelathe.model.internal.check;

import org.wirelathe.model.Quantity;
import org.wirelathe.model.internal.draft.Draft;

/** An event when the run is over. */
final class EventAfterEnd implements Check {
    @Override
    public void check(Context in) {
        if (!in.draft().knowsEnd()) {
            return;
        }
        for (Draft.EventDraft event : in.draft().events()) {
            if (event.at() >= in.draft().run().until()) {
                in.report()
                        .warning(
                                event.fields().at("at"),
                                "after-end",
                                "the run ends at "
                                        + Quantity.TIME.format(in.draft().run().until())
                                        + ", before this happens: let it happen earlier, or write a"
                                        + " later `until` under `run:`");
            }
        }
    }
}
