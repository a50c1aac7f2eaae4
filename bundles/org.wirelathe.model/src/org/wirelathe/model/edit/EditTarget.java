package org.wirelathe.model.edit;

import org.wirelathe.model.Link;
import org.wirelathe.model.PortRef;

/** A part of the lab that edits can mean. */
public sealed interface EditTarget {
    /** What it is, for a menu: {@code alice}, {@code the cable alice:eth0 to r1:eth0}. */
    default String label() {
        return switch (this) {
            case OfLab ignored -> "the lab";
            case OfNode node -> node.name;
            case OfInterface iface -> iface.port.toString();
            case OfLink link -> "the cable " + link.a + " to " + link.b;
            case OfApp app -> "application " + (app.index + 1);
            case OfEvent event -> "event " + (event.index + 1);
            case OfCapture capture -> "the capture of " + capture.port;
            case OfRun ignored -> "the run";
        };
    }

    /** The lab itself: its title. */
    record OfLab() implements EditTarget {}

    /** A node. */
    record OfNode(String name) implements EditTarget {}

    /** An interface of a node. */
    record OfInterface(PortRef port) implements EditTarget {}

    /** The cable between two ports, whichever comes first. */
    record OfLink(PortRef a, PortRef b) implements EditTarget {}

    /** An application, by its place in the list, from 0. */
    record OfApp(int index) implements EditTarget {}

    /** An event, by its place in the list, from 0. */
    record OfEvent(int index) implements EditTarget {}

    /** A captured interface. */
    record OfCapture(PortRef port) implements EditTarget {}

    /** The run settings. */
    record OfRun() implements EditTarget {}

    static EditTarget lab() {
        return new OfLab();
    }

    static EditTarget node(String name) {
        return new OfNode(name);
    }

    static EditTarget iface(PortRef port) {
        return new OfInterface(port);
    }

    static EditTarget link(Link link) {
        return new OfLink(link.a(), link.b());
    }

    static EditTarget app(int index) {
        return new OfApp(index);
    }

    static EditTarget event(int index) {
        return new OfEvent(index);
    }

    static EditTarget capture(PortRef port) {
        return new OfCapture(port);
    }

    static EditTarget run() {
        return new OfRun();
    }
}
