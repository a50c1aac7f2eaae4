package org.wirelathe.ui.network;

import java.util.List;
import java.util.Optional;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Tables as tests write them. */
final class Given {
    private Given() {
    }

    static AddressRow address(String device, String text) {
        return address(device, text, AddressRow.State.PREFERRED, Long.MAX_VALUE);
    }

    static AddressRow address(String device, String text, AddressRow.State state, long lifetime) {
        String[] parts = text.split("/");
        return new AddressRow(device, new InterfaceAddress(IpAddress.parse(parts[0]), Integer.parseInt(parts[1])), state,
                lifetime, lifetime);
    }

    static RouteEntry connected(String to, String device) {
        return new RouteEntry(IpPrefix.parse(to), RouteEntry.Kind.UNICAST,
                List.of(new RouteEntry.NextHop(Optional.empty(), Optional.of(device), 1)), 0, Optional.empty(),
                Optional.empty(), RouteEntry.Origin.KERNEL);
    }

    static RouteEntry via(String to, String... gateways) {
        return new RouteEntry(IpPrefix.parse(to), RouteEntry.Kind.UNICAST, List.of(gateways).stream()
                .map(gateway -> new RouteEntry.NextHop(Optional.of(IpAddress.parse(gateway)), Optional.empty(), 1))
                .toList(), 0, Optional.empty(), Optional.empty(), RouteEntry.Origin.STATIC);
    }

    static RouteEntry without(String to, RouteEntry.Kind kind) {
        return new RouteEntry(IpPrefix.parse(to), kind, List.of(), 0, Optional.empty(), Optional.empty(),
                RouteEntry.Origin.STATIC);
    }

    static NetworkTables tables(List<AddressRow> addresses, RouteEntry... routes) {
        return new NetworkTables(0, addresses, List.of(routes), routes.length, List.of(), List.<Bridge.StationRow>of(),
                List.of());
    }
}
