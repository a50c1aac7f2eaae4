package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** An application that talks to a node or an address that does not exist. */
final class UnknownDestination implements Check {
    @Override
    public void check(Context in) {
        for (Draft.AppDraft app : in.draft().apps()) {
            Destinations.of(in, app).forEach(to -> Hosts.known(in, to.host(), to.at()));
        }
    }
}
