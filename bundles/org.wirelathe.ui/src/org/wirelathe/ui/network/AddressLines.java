package org.wirelathe.ui.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.ui.run.Figures;

/** The addresses of a node. */
public final class AddressLines {
    private AddressLines() {
    }

    /** Interface, address, state, for how long it is valid, for how long it is preferred. */
    public static List<Line> of(NetworkTables tables) {
        List<Line> lines = new ArrayList<>();
        for (AddressRow row : tables.addresses()) {
            String state = row.state().name().toLowerCase(Locale.ROOT);
            boolean trouble = row.state() == AddressRow.State.DUPLICATE;
            lines.add(new Line(row.device() + ' ' + row.address(),
                    List.of(List.of(row.device(), row.address().toString(), state, lifetime(row.validLifetime()),
                            lifetime(row.preferredLifetime()))),
                    List.of(row.device(), Line.order(row.address().address()), state, Line.order(row.validLifetime()),
                            Line.order(row.preferredLifetime())),
                    state, about(row), text(row), trouble));
        }
        return lines;
    }

    private static String lifetime(long ns) {
        return ns == Long.MAX_VALUE ? "for ever" : Figures.span(ns);
    }

    private static String about(AddressRow row) {
        String address = row.address().address().toString();
        return switch (row.state()) {
            case TENTATIVE -> address + " is being tried: the node asks whether somebody on the link has it already,"
                    + " and sends nothing from it until nobody answered (duplicate address detection, RFC 4862).";
            case PREFERRED -> address + " is in use; whatever lies in " + row.address().subnet() + " is reached on "
                    + row.device() + " without a router." + (row.address().address().isLinkLocal()
                    ? " It is good on this link only: routers never forward it." : "");
            case DEPRECATED -> address + " still takes packets for what uses it, but nothing new begins with it: its"
                    + " preferred lifetime is over.";
            case DUPLICATE -> address + " belongs to somebody else on the link already, so it is not used.";
        };
    }

    private static String text(AddressRow row) {
        boolean v4 = row.address().address().isV4();
        return row.device() + (v4 ? "    inet " : "    inet6 ") + row.address() + " scope "
                + (row.address().address().isLinkLocal() ? "link" : "global")
                + switch (row.state()) {
                    case PREFERRED -> "";
                    case TENTATIVE -> " tentative";
                    case DEPRECATED -> " deprecated";
                    case DUPLICATE -> " dadfailed";
                } + " valid_lft " + seconds(row.validLifetime()) + " preferred_lft " + seconds(row.preferredLifetime());
    }

    private static String seconds(long ns) {
        return ns == Long.MAX_VALUE ? "forever" : ns / 1_000_000_000 + "sec";
    }
}
