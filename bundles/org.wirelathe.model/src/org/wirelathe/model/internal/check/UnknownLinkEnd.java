package org.wirelathe.model.internal.check;

import org.wirelathe.model.Link;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;

/** A cable into an interface that does not exist. */
final class UnknownLinkEnd implements Check {
    @Override
    public void check(Context in) {
        for (Draft.Placed<Link> link : in.draft().links()) {
            Ports.known(in, link.it().a(), end(link, 0));
            Ports.known(in, link.it().b(), end(link, 1));
        }
    }

    private static Yaml end(Draft.Placed<Link> link, int index) {
        return link.fields().item("between", index);
    }
}
