package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.Mac;

/** {@code ip link} and {@code ip neigh}. */
final class LinkCommands {
    private final ShellLab lab;

    LinkCommands(ShellLab lab) {
        this.lab = lab;
    }

    /** A neighbour, and the link it is on. */
    private record Neighbour(String device, NeighbourRow row) {
    }

    void show(Words words, PrintStream out) throws UsageException {
        String node = node(words);
        for (LinkLine line : lab.ask(node, LinkLine::all)) {
            line.print(out);
        }
    }

    private String node(Words words) throws UsageException {
        IpVerb.action(lab, words);
        String node = lab.node(words.next("NODE"));
        words.end();
        return node;
    }

    void neighbours(Family family, Words words, PrintStream out) throws UsageException {
        String node = node(words);
        for (Neighbour neighbour : lab.ask(node, LinkCommands::known)) {
            NeighbourRow row = neighbour.row();
            if (family.takes(row.address())) {
                out.println(row.address() + " dev " + neighbour.device()
                        + (row.mac() < 0 ? "" : " lladdr " + Mac.format(row.mac())) + " " + row.state());
            }
        }
        for (Bridge.StationRow station : lab.ask(node, access ->
                access.bridge().map(bridge -> List.copyOf(bridge.stations())).orElse(List.of()))) {
            out.println(Mac.format(station.mac()) + " dev " + station.port()
                    + (station.vlan() == 0 ? "" : " vlan " + station.vlan())); // as bridge fdb has it
        }
    }

    private static List<Neighbour> known(NodeAccess node) {
        List<Neighbour> known = new ArrayList<>();
        for (Link link : node.links()) {
            link.neighbours().forEach(row -> known.add(new Neighbour(link.name(), row)));
            node.network().neighbours(link.name()).forEach(row -> known.add(new Neighbour(link.name(), row)));
        }
        return known;
    }
}
