package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.Link;
import org.wirelathe.model.Subnet;
import org.wirelathe.model.internal.draft.Draft;

/** One network on two cables: nothing joins the two, so each half misses the other. */
final class NetworkOnTwoCables implements Check {
    @Override
    public void check(Context in) {
        Map<Subnet, Draft.Placed<Link>> cables = new HashMap<>();
        for (Draft.Placed<Link> link : in.draft().links()) {
            Optional<Subnet> subnet = in.draft().iface(link.it().a()).map(i -> i.it().subnet());
            Draft.Placed<Link> first = subnet.map(s -> cables.putIfAbsent(s, link)).orElse(null);
            if (first != null) {
                in.report()
                        .warning(
                                link.fields().at("between"),
                                "network-on-two-cables",
                                "the network "
                                        + subnet.get()
                                        + " is on the cable of line "
                                        + in.report().line(first.fields().whole())
                                        + " too: give each cable its own network");
            }
        }
    }
}
