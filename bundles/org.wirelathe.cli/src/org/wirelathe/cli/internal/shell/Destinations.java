package org.wirelathe.cli.internal.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.wire.IpAddress;

/** Addresses by the names of nodes, and back. */
final class Destinations {
    private final ShellLab lab;

    Destinations(ShellLab lab) {
        this.lab = lab;
    }

    /** The address that is written, or the first one of the node of that name: IPv4 when nobody says otherwise. */
    IpAddress address(Family family, String text) throws UsageException {
        if (!lab.nodes().contains(text)) {
            return looksLikeAddress(text) ? fitting(family, Family.address(text)) : named(text);
        }
        List<IpAddress> addresses = addresses(text);
        Optional<IpAddress> first = addresses.stream().filter(family::takes).findFirst();
        return first.orElseThrow(() -> new UsageException(text + " has no " + (family == Family.V6 ? "IPv6 " : family
                == Family.V4 ? "IPv4 " : "") + "address"));
    }

    private static boolean looksLikeAddress(String text) {
        return text.indexOf(':') >= 0 || text.matches("[0-9.]+");
    }

    private static IpAddress fitting(Family family, IpAddress address) throws UsageException {
        if (!family.takes(address)) {
            throw new UsageException(address + " is an address of the other family");
        }
        return address;
    }

    private IpAddress named(String text) throws UsageException {
        lab.node(text);
        throw new AssertionError(text);
    }

    /** IPv4 before IPv6; without those that are good on one link only. */
    private List<IpAddress> addresses(String node) throws UsageException {
        List<IpAddress> all = lab.ask(node, access -> access.network().addresses().stream().map(AddressRow::address)
                .map(address -> address.address()).toList());
        return all.stream().filter(address -> !address.isLinkLocal() && !address.isLoopback())
                .sorted((a, b) -> Boolean.compare(b.isV4(), a.isV4())).toList();
    }

    /** The node of each address, link-local ones included. */
    Map<IpAddress, String> names() throws UsageException {
        Map<IpAddress, String> names = new LinkedHashMap<>();
        for (String node : lab.nodes()) {
            for (AddressRow row : lab.ask(node, access -> List.copyOf(access.network().addresses()))) {
                names.putIfAbsent(row.address().address(), node);
            }
        }
        return names;
    }
}
