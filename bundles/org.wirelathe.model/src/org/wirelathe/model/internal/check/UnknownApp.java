package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** An application that no plug-in provides. */
final class UnknownApp implements Check {
    @Override
    public void check(Context in) {
        for (Draft.AppDraft app : in.draft().apps()) {
            Names.known(in, app.fields(), "run", in.vocabulary().apps(), "application");
        }
    }
}
