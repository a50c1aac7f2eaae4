package org.wirelathe.model.internal.check;

import org.wirelathe.model.Quantity;
import org.wirelathe.model.internal.draft.Draft;

/** An application that starts when the run is over. */
final class AppAfterEnd implements Check {
    @Override
    public void check(Context in) {
        if (!in.draft().knowsEnd()) {
            return;
        }
        for (Draft.AppDraft app : in.draft().apps()) {
            if (app.it().at() >= in.draft().run().until()) {
                in.report()
                        .warning(
                                app.fields().at("at"),
                                "after-end",
                                "the run ends at "
                                        + Quantity.TIME.format(in.draft().run().until())
                                        + ", before this starts: start it earlier, or write a later"
                                        + " `until` under `run:`");
            }
        }
    }
}
