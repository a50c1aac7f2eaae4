package org.wirelathe.model.internal.check;

import java.util.List;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.wire.IpAddress;

/**
 * An application that talks over IPv6 while its node may still be trying its addresses: up to a second until the first
 * question, and one for the answer (RFC 4862 §5.4.2, RFC 4861 §10).
 */
final class AppBeforeAddresses implements Check {
    private static final long TRIED = 2_000_000_000L;
    /** And as long again for the answer of a router, and for an address that is made of it. */
    private static final long ADVERTISED = 4_000_000_000L;

    @Override
    public void check(Context in) {
        for (Draft.AppDraft app : in.draft().apps()) {
            Node node = in.draft().topology().node(app.it().on()).orElse(null);
            for (Destinations.Destination to : Destinations.of(in, app)) {
                List<IpAddress> addresses = Hosts.addresses(in, to.host());
                boolean only6 = !addresses.isEmpty() && addresses.stream().noneMatch(IpAddress::isV4);
                long ready = node == null || !only6 ? 0 : ready(node);
                if (app.it().at() < ready) {
                    warn(in, app, ready);
                }
            }
        }
    }

    /** When the last of a node's IPv6 addresses may be used. */
    private static long ready(Node node) {
        long ready = 0;
        for (Interface iface : node.interfaces()) {
            if (iface.ip().acceptAdvertisements()) {
                ready = Math.max(ready, ADVERTISED);
            } else if (iface.ip().detectDuplicates() && iface.addresses().stream().anyMatch(AppBeforeAddresses::v6)) {
                ready = Math.max(ready, TRIED);
            }
        }
        return ready;
    }

    private static boolean v6(InterfaceAddress address) {
        return !address.address().isV4();
    }

    private static void warn(Context in, Draft.AppDraft app, long ready) {
        in.report()
                .warning(
                        app.fields().at("at"),
                        "addresses-tried",
                        app.it().on()
                                + " may still be trying its IPv6 addresses then, and sends nothing from them: write"
                                + " `at: "
                                + Quantity.TIME.format(ready)
                                + "` or later, or `ipv6: { detect-duplicates: false }` at its interface");
    }
}
