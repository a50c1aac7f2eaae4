package org.wirelathe.model;

import java.util.List;
import java.util.stream.Stream;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Parts of labs from texts. */
public final class Given {
    private Given() {}

    /** {@code 10.0.1.1/24}, and so on. */
    public static List<InterfaceAddress> addresses(String... texts) {
        return Stream.of(texts)
                .map(
                        text -> {
                            int slash = text.indexOf('/');
                            IpAddress address = IpAddress.parse(text.substring(0, slash));
                            return new InterfaceAddress(
                                    address, Integer.parseInt(text.substring(slash + 1)));
                        })
                .toList();
    }

    /** An interface with those addresses. */
    public static Interface iface(String name, String... addresses) {
        return new Interface(name, addresses(addresses));
    }

    /** A route. */
    public static RouteEntry route(String to, String via) {
        return RouteEntry.via(IpPrefix.parse(to), IpAddress.parse(via));
    }

    /** Routes as texts. */
    public static List<String> texts(List<RouteEntry> routes) {
        return routes.stream().map(RouteText::of).toList();
    }
}
