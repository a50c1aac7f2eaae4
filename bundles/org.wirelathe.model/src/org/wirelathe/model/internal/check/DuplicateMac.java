package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.model.internal.draft.Draft;

/** Two interfaces with one Ethernet address. */
final class DuplicateMac implements Check {
    @Override
    public void check(Context in) {
        Map<Long, Draft.PlacedInterface> owners = new HashMap<>();
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            if (iface.it().mac().isPresent()) {
                Draft.PlacedInterface first =
                        owners.putIfAbsent(iface.it().mac().getAsLong(), iface);
                if (first != null) {
                    in.report()
                            .error(
                                    iface.fields().at("mac"),
                                    "duplicate-mac",
                                    "this is already the MAC address of "
                                            + first.port()
                                            + ": give this interface another one, or none");
                }
            }
        }
    }
}
