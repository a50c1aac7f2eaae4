package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.Ipv4;

/** Two interfaces with one IPv4 address. */
final class DuplicateAddress implements Check {
    @Override
    public void check(Context in) {
        Map<Integer, Draft.PlacedInterface> owners = new HashMap<>();
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            Draft.PlacedInterface first =
                    iface.it().hasAddress()
                            ? owners.putIfAbsent(iface.it().address(), iface)
                            : null;
            if (first != null) {
                in.report()
                        .error(
                                iface.fields().at("address"),
                                "duplicate-address",
                                Ipv4.format(iface.it().address())
                                        + " is already the address of "
                                        + first.port()
                                        + " (line "
                                        + in.report().line(first.name())
                                        + "): give this interface another one");
            }
        }
    }
}
