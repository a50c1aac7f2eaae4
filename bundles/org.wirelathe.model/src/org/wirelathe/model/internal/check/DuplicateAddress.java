package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.IpAddress;

/** Two interfaces with one address; a link-local one is good on its link only, and may be used again elsewhere. */
final class DuplicateAddress implements Check {
    @Override
    public void check(Context in) {
        Map<IpAddress, Draft.PlacedInterface> owners = new HashMap<>();
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            List<InterfaceAddress> addresses = iface.it().addresses();
            for (int i = 0; i < addresses.size(); i++) {
                IpAddress address = addresses.get(i).address();
                Draft.PlacedInterface first = owners.putIfAbsent(address, iface);
                boolean elsewhere =
                        first != null
                                && first != iface
                                && address.isLinkLocal()
                                && !in.draft().topology().segment(first.port()).contains(iface.port());
                if (first != null && !elsewhere) {
                    in.report()
                            .error(
                                    iface.fields().item("address", i),
                                    "duplicate-address",
                                    first == iface
                                            ? address + " is written twice here: take one out"
                                            : address
                                                    + " is already the address of "
                                                    + first.port()
                                                    + " (line "
                                                    + in.report().line(first.name())
                                                    + "): give this interface another one");
                }
            }
        }
    }
}
