package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.ui.run.Figures;
import org.wirelathe.wire.Mac;

/** Whom a node knows on its links: the neighbours of a host or router, the stations and shut ports of a switch. */
public final class NeighbourLines {
    private NeighbourLines() {
    }

    /** Neighbour, MAC address, interface, how it was found, state, age. */
    public static List<Line> neighbours(NetworkTables tables) {
        List<Line> lines = new ArrayList<>();
        for (NetworkTables.Neighbour neighbour : tables.neighbours()) {
            NeighbourRow row = neighbour.row();
            String mac = row.mac() < 0 ? "\u2013" : Mac.format(row.mac());
            String protocol = row.address().isV4() ? "ARP" : "ND";
            String state = row.state().name().toLowerCase(Locale.ROOT);
            String waiting = row.waiting() == 0 ? "" : ", " + row.waiting() + " wait";
            lines.add(new Line(neighbour.device() + ' ' + row.address(),
                    List.of(List.of(row.address().toString(), mac, neighbour.device(), protocol, state + waiting,
                            Figures.span(row.age()))),
                    List.of(Line.order(row.address()), mac, neighbour.device(), protocol, state, Line.order(row.age())),
                    mac + state, about(row), row.address() + " dev " + neighbour.device()
                            + (row.mac() < 0 ? " " : " lladdr " + mac + ' ') + row.state(),
                    row.state() == NeighbourState.FAILED));
        }
        return lines;
    }

    private static String about(NeighbourRow row) {
        boolean v4 = row.address().isV4();
        String address = row.address().toString();
        return switch (row.state()) {
            case INCOMPLETE -> "The node asks who has " + address + (v4 ? ", by broadcast (ARP)" : ", in its group (ND)")
                    + "; what is to be sent there waits for the answer.";
            case REACHABLE -> address + " answered not long ago: frames are sent to its MAC address without asking.";
            case STALE -> "It was long ago that " + address + " answered; the next packet still goes there, and then"
                    + " the node makes sure.";
            case DELAY -> address + " is in use though its entry is old: an acknowledgment from there may confirm it"
                    + " before the node asks (RFC 4861).";
            case PROBE -> "The node asks " + address + " itself whether it is still there; what is sent goes on meanwhile.";
            case FAILED -> address + " did not answer; the next packet asks again.";
        };
    }

    /** Station, port, VLAN, age; ports that are shut come first. */
    public static List<Line> stations(NetworkTables tables) {
        List<Line> lines = new ArrayList<>();
        for (Bridge.PortRow port : tables.ports()) {
            if (port.blocked()) {
                lines.add(new Line("port " + port.name(), List.of(List.of("shut: a loop", port.name(), "", "")),
                        List.of("", port.name(), "", ""), port.detail(),
                        "Port " + port.name() + " passes no frames, because they would go round in a loop: "
                                + port.detail() + '.',
                        "dev " + port.name() + " state blocking", true));
            }
        }
        for (Bridge.StationRow row : tables.stations()) {
            String mac = Mac.format(row.mac());
            lines.add(new Line(mac + ' ' + row.vlan(),
                    List.of(List.of(mac, row.port(), row.vlan() == 0 ? "" : "" + row.vlan(), Figures.span(row.age()))),
                    List.of(mac, row.port(), Line.order(row.vlan()), Line.order(row.age())), row.port(),
                    "A frame from " + mac + " came in at port " + row.port() + ": frames to it leave there only.",
                    mac + " dev " + row.port() + (row.vlan() == 0 ? "" : " vlan " + row.vlan()), false));
        }
        return lines;
    }
}
