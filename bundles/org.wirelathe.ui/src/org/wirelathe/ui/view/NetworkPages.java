package org.wirelathe.ui.view;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.widgets.Composite;
import org.wirelathe.ui.network.AddressLines;
import org.wirelathe.ui.network.Line;
import org.wirelathe.ui.network.NeighbourLines;
import org.wirelathe.ui.network.NetworkTables;
import org.wirelathe.ui.network.RouteLines;

/** The tables of the network view: addresses, routes, and whom the node knows on its links. */
final class NetworkPages {
    private static final List<LineTable.Column> ADDRESSES = List.of(
            new LineTable.Column("Interface", 90, "The interface that has the address"),
            new LineTable.Column("Address", 200, "The address, and behind the slash how many of its bits name the subnet"),
            new LineTable.Column("State", 90, "How far the address may be used: tentative while it is tried, preferred,"
                    + " deprecated when nothing new may begin with it, duplicate when somebody else has it"),
            new LineTable.Column("Valid for", 86, "How long the address stays, unless a router says so again"),
            new LineTable.Column("Preferred for", 100, "How long new connections may still begin with it"));
    private static final List<LineTable.Column> ROUTES = List.of(
            new LineTable.Column("To", 130, "The destinations that the route is for; the longest prefix that fits wins"),
            new LineTable.Column("Via", 130, "The neighbour who passes packets on; a dash where the destinations are"
                    + " neighbours themselves. \u00d71 is the share of flows among several next hops"),
            new LineTable.Column("Interface", 74, "Where packets leave the node"),
            new LineTable.Column("Metric", 60, "What the route costs: of routes to the same prefix the smallest metric wins"),
            new LineTable.Column("Kind", 84, "What is done with a packet: unicast sends it on, local keeps it, blackhole,"
                    + " unreachable and prohibit drop it"),
            new LineTable.Column("Origin", 86, "Who made the route: the layer itself (kernel), the lab file (static), the"
                    + " lab from its topology (computed), or a router (advertised, redirect)"));
    private static final List<LineTable.Column> NEIGHBOURS = List.of(
            new LineTable.Column("Neighbour", 150, "An address on one of the node's links"),
            new LineTable.Column("MAC address", 140, "Where frames to the neighbour go on the link"),
            new LineTable.Column("Interface", 74, "The link that the neighbour is on"),
            new LineTable.Column("Found by", 74, "ARP finds IPv4 neighbours, neighbour discovery (ND) those of IPv6"),
            new LineTable.Column("State", 124, "Reachable: confirmed not long ago. Stale: old, and verified when used."
                    + " Delay, probe: being verified. Incomplete: asked for. Failed: nobody answered"),
            new LineTable.Column("Age", 66, "Since the neighbour was last confirmed"));
    private static final List<LineTable.Column> STATIONS = List.of(
            new LineTable.Column("Station", 150, "The MAC address that frames came from"),
            new LineTable.Column("Port", 74, "The port behind which the station is"),
            new LineTable.Column("VLAN", 74, "Where it was seen, on a switch with VLANs"),
            new LineTable.Column("Age", 66, "Since it was last heard"));
    private static final String NO_LAYER = "A switch has none: it passes frames on by their MAC addresses.";

    private final CTabFolder folder;
    private final Runnable turned;
    private final NetworkPage addresses;
    private final NetworkPage routes;
    private final NetworkPage neighbours;

    /** @param turned hears of another page or another selected line */
    NetworkPages(Composite parent, Runnable turned) {
        this.turned = turned;
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        folder.setData("id", "network.pages");
        addresses = new NetworkPage(folder, "network.addresses", "Addresses of the node", turned);
        routes = new NetworkPage(folder, "network.routes", "Routes of the node", turned);
        neighbours = new NetworkPage(folder, "network.neighbours", "Neighbours of the node", turned);
        addresses.columns("The addresses of every interface. Select one to have it explained.", ADDRESSES);
        routes.columns("The longest prefix that fits a destination wins, among equal ones the smallest metric."
                + " Select a route to have it explained.", ROUTES);
        folder.setSelection(1);
        folder.addListener(SWT.Selection, e -> turned.run());
    }

    CTabFolder widget() {
        return folder;
    }

    private NetworkPage shown() {
        return addresses.isShown() ? addresses : routes.isShown() ? routes : neighbours;
    }

    /** One sentence about the page, or about its selected line. */
    String about() {
        return shown().about();
    }

    /** The selected lines of the page in front, or all of them, as the tools of iproute2 write them. */
    String text() {
        return shown().table().text();
    }

    void selectAll() {
        shown().table().widget().selectAll();
        turned.run();
    }

    void setFocus() {
        shown().table().widget().setFocus();
    }

    void show(String node, NetworkTables tables) {
        List<Line> rows = AddressLines.of(tables);
        addresses.show(node, "Addresses", rows.size(), rows, tables.isSwitch() ? NO_LAYER : "no address yet");
        routes.show(node, "Routes", tables.allRoutes(), RouteLines.of(tables),
                tables.isSwitch() ? NO_LAYER : "no route yet");
        boolean stations = tables.isSwitch();
        neighbours.columns(stations ? "Whom the switch has heard, and where. Select one to have it explained."
                : "Whom the node knows on its links. Select one to have it explained.",
                stations ? STATIONS : NEIGHBOURS);
        List<Line> known = stations ? NeighbourLines.stations(tables) : NeighbourLines.neighbours(tables);
        neighbours.show(node, stations ? "Stations" : "Neighbours", known.size(), known,
                stations ? "no station yet" : "nobody yet");
    }

    /** Whether marks are shown that have to go in a while. */
    boolean isMarked(String node) {
        return shown().isMarked(node);
    }

    /** Other routes are shown from now on. */
    void forgetRoutes() {
        routes.forget();
    }

    /** Another run: nothing is known of what was. */
    void forget() {
        addresses.forget();
        routes.forget();
        neighbours.forget();
    }
}
