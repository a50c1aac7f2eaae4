package org.wirelathe.model.internal.check;

import org.wirelathe.model.internal.draft.Draft;

/** An interface on which IPv6 runs, and that is too narrow for it (RFC 8200 §5). */
final class SmallMtu implements Check {
    private static final int LEAST = 1280;

    @Override
    public void check(Context in) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            if (iface.it().ip().ipv6() && iface.it().mtu() < LEAST) {
                in.report()
                        .error(
                                iface.fields().at("mtu"),
                                "small-mtu",
                                "IPv6 runs on "
                                        + iface.port()
                                        + ", and needs an mtu of at least "
                                        + LEAST
                                        + ": write a larger one, or take its IPv6 addresses out");
            }
        }
    }
}
