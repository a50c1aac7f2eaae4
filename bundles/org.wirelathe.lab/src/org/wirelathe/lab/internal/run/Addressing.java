package org.wirelathe.lab.internal.run;

import org.wirelathe.api.net.Network;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.model.Event;
import org.wirelathe.model.RouteText;

/** Gives nodes addresses and routes while they run, and takes them away; on the loop, and on record in the journal. */
final class Addressing {
    private final BuiltLab lab;
    private final Journal journal;

    Addressing(BuiltLab lab, Journal journal) {
        this.lab = lab;
        this.journal = journal;
    }

    void change(Event.AddressChange change) {
        Network network = network(change.port().node());
        String subject = change.port().toString();
        try {
            if (change.add()) {
                network.addAddress(change.port().iface(), change.address());
            } else {
                network.removeAddress(change.port().iface(), change.address().address());
            }
            journal.event("address", subject, (change.add() ? "added " : "removed ") + change.address());
        } catch (IllegalArgumentException e) {
            journal.event("address", subject, "not changed: " + e.getMessage());
        }
    }

    void change(Event.RouteChange change) {
        Network network = network(change.node());
        String text = RouteText.of(change.route());
        try {
            if (change.add()) {
                network.addRoute(change.route());
                journal.event("route", change.node(), "added " + text);
            } else {
                boolean was = network.removeRoute(change.route());
                journal.event("route", change.node(), was ? "removed " + text : "there was no route " + text);
            }
        } catch (IllegalArgumentException e) {
            journal.event("route", change.node(), "not changed: " + e.getMessage());
        }
    }

    private Network network(String name) {
        for (BuiltNode node : lab.nodes()) {
            if (node.name().equals(name)) {
                return node.network();
            }
        }
        throw new IllegalStateException("there is no node " + name + " in this run");
    }
}
