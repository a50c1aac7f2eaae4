package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** {@code ip address}. */
final class AddressCommands {
    private static final long SECOND = 1_000_000_000;

    private final ShellLab lab;

    AddressCommands(ShellLab lab) {
        this.lab = lab;
    }

    /** All there is to be shown of a node. */
    private record Shown(List<LinkLine> links, List<AddressRow> addresses) {
        private static Shown of(NodeAccess node) {
            return new Shown(LinkLine.all(node), List.copyOf(node.network().addresses()));
        }
    }

    void perform(Family family, Words words, PrintStream out) throws UsageException {
        String action = IpVerb.action(lab, words, "add", "del");
        String node = lab.node(words.next("NODE"));
        if (action.equals("show")) {
            show(family, node, words, out);
        } else {
            change(action, node, words);
        }
    }

    private void show(Family family, String node, Words words, PrintStream out) throws UsageException {
        Shown shown = lab.ask(node, Shown::of);
        List<String> devices = shown.links().stream().map(LinkLine::name).toList();
        String only = words.isEmpty() ? "" : device(words, node, devices);
        words.end();
        for (LinkLine link : shown.links()) {
            if (only.isEmpty() || only.equals(link.name())) {
                link.print(out);
                for (AddressRow row : shown.addresses()) {
                    if (row.device().equals(link.name()) && family.takes(row.address().address())) {
                        print(row, out);
                    }
                }
            }
        }
    }

    private static String device(Words words, String node, List<String> devices) throws UsageException {
        words.take("dev");
        return ShellLab.known("interface of " + node, words.next("IF"), devices);
    }

    private static void print(AddressRow row, PrintStream out) {
        IpAddress address = row.address().address();
        String state = switch (row.state()) {
            case PREFERRED -> "";
            case DUPLICATE -> "dadfailed tentative ";
            default -> row.state().name().toLowerCase(Locale.ROOT) + " ";
        };
        String line = "    " + (address.isV4() ? "inet " : "inet6 ") + row.address() + broadcast(row.address()) + " scope "
                + (address.isLoopback() ? "host " : address.isLinkLocal() ? "link " : "global ") + state
                + (address.isV4() ? row.device() : "");
        out.println(line.stripTrailing());
        out.println("       valid_lft " + lifetime(row.validLifetime()) + " preferred_lft "
                + lifetime(row.preferredLifetime()));
    }

    /** The broadcast address of an IPv4 subnet that has one (RFC 3021). */
    private static String broadcast(InterfaceAddress address) {
        int length = address.prefixLength();
        return !address.address().isV4() || length > 30 ? ""
                : " brd " + IpAddress.ofV4(address.subnet().network().v4() | -1 >>> length);
    }

    private static String lifetime(long nanos) {
        return nanos == Long.MAX_VALUE ? "forever" : nanos / SECOND + "sec";
    }

    private void change(String action, String node, Words words) throws UsageException {
        String text = words.next("ADDRESS/LENGTH");
        IpPrefix prefix = Family.ANY.prefix(text);
        IpAddress address = Family.address(text.replaceFirst("/.*", ""));
        List<String> devices = lab.ask(node, access -> {
            List<String> names = new ArrayList<>();
            access.links().forEach(link -> names.add(link.name()));
            return names;
        });
        String device = device(words, node, devices);
        words.end();
        String command = "ip address " + action + " " + text + " dev " + device;
        if (action.equals("add")) {
            lab.change(node, command, access -> access.network().addAddress(device,
                    new InterfaceAddress(address, prefix.length())));
        } else {
            lab.change(node, command, access -> access.network().removeAddress(device, address));
        }
    }
}
