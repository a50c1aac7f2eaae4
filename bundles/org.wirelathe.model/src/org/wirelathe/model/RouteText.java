package org.wirelathe.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.net.RouteEntry;

/** Routes for people, in the words of {@code ip route}. */
public final class RouteText {
    private RouteText() {}

    /** {@code 10.0.3.0/24 via 10.0.12.2}, or {@code 10.0.3.0/24 via 10.0.12.2 or 10.0.15.5}. */
    public static String of(RouteEntry route) {
        StringBuilder out = new StringBuilder();
        if (route.kind() != RouteEntry.Kind.UNICAST) {
            out.append(route.kind().name().toLowerCase(Locale.ROOT)).append(' ');
        }
        out.append(route.to());
        route.from().ifPresent(from -> out.append(" from ").append(from));
        List<String> hops = hops(route);
        if (!hops.isEmpty()) {
            out.append(' ').append(String.join(" or ", hops));
        }
        if (route.metric() != 0) {
            out.append(" metric ").append(route.metric());
        }
        return out.toString();
    }

    private static List<String> hops(RouteEntry route) {
        List<String> texts = new ArrayList<>();
        for (RouteEntry.NextHop hop : route.hops()) {
            StringBuilder text = new StringBuilder();
            hop.gateway().ifPresent(via -> text.append(texts.isEmpty() ? "via " : "").append(via));
            hop.device().ifPresent(dev -> text.append(text.isEmpty() ? "dev " : " dev ").append(dev));
            if (hop.weight() != 1) {
                text.append(" weight ").append(hop.weight());
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
