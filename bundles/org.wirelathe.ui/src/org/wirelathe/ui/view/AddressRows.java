package org.wirelathe.ui.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Node;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.wire.IpAddress;

/** The addresses of an interface and the gateways of a node, each in a line of its own. */
final class AddressRows {
    private static final String EXAMPLES = "10.0.1.1/24 or 2001:db8:1::1/64";

    private AddressRows() {
    }

    /** A line for each address, where an empty text takes it away, and one for another address. */
    static List<PropertyRow> addresses(String group, Node node, Interface iface) {
        PortRef port = new PortRef(node.name(), iface.name());
        List<String> all = iface.addresses().stream().map(InterfaceAddress::toString).toList();
        List<PropertyRow> rows = new ArrayList<>();
        for (int i = 0; i <= all.size(); i++) {
            int place = i;
            boolean more = i == all.size();
            rows.add(new PropertyRow(group, more ? "Add address" : i == 0 ? "Address" : "Address " + (i + 1),
                    more ? "" : all.get(i),
                    "address with prefix, such as " + EXAMPLES + (all.size() > 1 && !more ? "; empty takes it away" : ""),
                    List.of(), check(all, i), text -> edit(port, all, place, text.strip())));
        }
        return rows;
    }

    private static Function<String, Optional<String>> check(List<String> all, int place) {
        return text -> {
            String address = text.strip();
            if (address.isEmpty()) {
                return all.size() == 1 && place == 0 ? Optional.of("Write an address with its prefix, such as " + EXAMPLES
                        + ": an interface needs one.") : Optional.empty();
            }
            if (all.contains(address) && all.indexOf(address) != place) {
                return Optional.of("The interface has " + address + " already.");
            }
            return wrong(address);
        };
    }

    private static Optional<String> wrong(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.of("Write the length of the prefix behind a slash, as in " + EXAMPLES + ".");
        }
        try {
            new InterfaceAddress(IpAddress.parse(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
            return Optional.empty();
        } catch (NumberFormatException wrong) {
            return Optional.of("Write the length of the prefix as a number, as in " + EXAMPLES + ".");
        } catch (IllegalArgumentException wrong) {
            return Optional.of(PropertyChecks.sentence(wrong.getMessage()));
        }
    }

    private static Edit edit(PortRef port, List<String> all, int place, String text) {
        List<String> now = new ArrayList<>(all);
        if (place == all.size()) {
            now.add(text);
        } else {
            now.set(place, text);
        }
        now.removeIf(String::isEmpty);
        return Edits.set(EditTarget.iface(port), "address", Optional.of(String.join(", ", now)).filter(s -> !s.isEmpty()));
    }

    /** A line for the gateway of each family that the node has addresses of. */
    static List<PropertyRow> gateways(String group, Node node) {
        List<PropertyRow> rows = new ArrayList<>();
        boolean v6 = has(node, false);
        if (has(node, true) || !v6) {
            rows.add(gateway(group, node, true));
        }
        if (v6) {
            rows.add(gateway(group, node, false));
        }
        return rows;
    }

    private static boolean has(Node node, boolean v4) {
        return node.gateways().stream().anyMatch(gateway -> gateway.isV4() == v4) || node.interfaces().stream()
                .anyMatch(iface -> !v4 && iface.ip().ipv6()
                        || iface.addresses().stream().anyMatch(own -> own.address().isV4() == v4));
    }

    private static PropertyRow gateway(String group, Node node, boolean v4) {
        String example = v4 ? "an IPv4 address, such as 10.0.1.254" : "an IPv6 address, such as 2001:db8:1::fe";
        String value = of(node, v4);
        return new PropertyRow(group, v4 ? "Gateway" : "IPv6 gateway", value,
                "next hop of the default route: " + example, List.of(), text -> wrongGateway(text.strip(), v4, example),
                text -> {
                    String other = of(node, !v4);
                    String both = List.of(v4 ? text.strip() : other, v4 ? other : text.strip()).stream()
                            .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
                    return Edits.set(EditTarget.node(node.name()), "gateway",
                            Optional.of(both).filter(some -> !some.isEmpty()));
                });
    }

    private static String of(Node node, boolean v4) {
        return node.gateways().stream().filter(gateway -> gateway.isV4() == v4).map(IpAddress::toString).findFirst()
                .orElse("");
    }

    private static Optional<String> wrongGateway(String text, boolean v4, String example) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            IpAddress gateway = IpAddress.parse(text);
            return gateway.isV4() == v4 && gateway.isUnicast() ? Optional.empty()
                    : Optional.of("Write " + example + ".");
        } catch (IllegalArgumentException wrong) {
            return Optional.of(PropertyChecks.sentence(wrong.getMessage()));
        }
    }
}
