package org.wirelathe.model.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.draft.Draft;

/** An interface behind a switch that is on another network than the first one there. */
final class SwitchedNetworks implements Check {
    @Override
    public void check(Context in) {
        Set<PortRef> seen = new HashSet<>();
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            if (!iface.it().hasAddress() || !seen.add(iface.port())) {
                continue;
            }
            List<PortRef> segment = in.draft().topology().segment(iface.port());
            boolean cable =
                    in.draft()
                            .topology()
                            .link(iface.port())
                            .flatMap(link -> link.peer(iface.port()))
                            .filter(segment::contains)
                            .isPresent();
            if (!cable) {
                segment.forEach(
                        port -> in.draft().iface(port).ifPresent(other -> compare(in, iface, other)));
            }
            seen.addAll(segment);
        }
    }

    private static void compare(
            Context in, Draft.PlacedInterface first, Draft.PlacedInterface other) {
        Optional<Families.Clash> clash =
                other == first ? Optional.empty() : Families.clash(first.it(), other.it());
        if (clash.isPresent()) {
            in.report()
                    .warning(
                            other.fields().at("address"),
                            "different-networks",
                            other.port()
                                    + " shares a switch with "
                                    + first.port()
                                    + ", which is on the network "
                                    + clash.get().a()
                                    + ": give it an address of that network, or a VLAN of its own");
        }
    }
}
