package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Interface;
import org.wirelathe.wire.IpPrefix;

/** Whether two interfaces on one link are on one network. */
public final class Families {
    /** Networks that should be one. */
    public record Clash(IpPrefix a, IpPrefix b) {}

    private Families() {}

    /** A family that both have addresses of without sharing a network; or, when they share no family, any networks. */
    public static Optional<Clash> clash(Interface a, Interface b) {
        boolean meet = a.ip().ipv6() && b.ip().ipv6();
        for (boolean v4 : new boolean[] {true, false}) {
            List<IpPrefix> here = subnets(a, v4);
            List<IpPrefix> there = subnets(b, v4);
            if (!here.isEmpty() && !there.isEmpty()) {
                if (here.stream().noneMatch(there::contains)) {
                    return Optional.of(new Clash(here.getFirst(), there.getFirst()));
                }
                meet = true;
            }
        }
        return meet || a.subnets().isEmpty() || b.subnets().isEmpty()
                ? Optional.empty()
                : Optional.of(new Clash(a.subnets().getFirst(), b.subnets().getFirst()));
    }

    private static List<IpPrefix> subnets(Interface iface, boolean v4) {
        return iface.subnets().stream()
                .filter(s -> s.isV4() == v4 && (v4 || !s.network().isLinkLocal()))
                .toList();
    }
}
