package org.wirelathe.model;

import java.util.Optional;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.net.RouteEntry;

/** Something that the lab does at a set time. */
public sealed interface Event {
    /** When, ns of virtual time. */
    long at();

    /**
     * Live connections change their congestion control.
     *
     * @param at when, ns of virtual time
     * @param node the node whose connections change; empty for every node
     * @param flow only connections to this remote end; empty for every connection
     * @param congestion the name of the new algorithm
     */
    record Swap(long at, Optional<String> node, Optional<Endpoint> flow, String congestion)
            implements Event {}

    /**
     * A cable is cut or mended. Frames on a cable that is cut are lost.
     *
     * @param at when, ns of virtual time
     * @param a the end of the cable that the link has as its {@link Link#a}
     * @param b the end that the link has as its {@link Link#b}
     * @param down true to cut it, false to mend it
     */
    record LinkState(long at, PortRef a, PortRef b, boolean down) implements Event {}

    /**
     * A cable changes. Frames whose first bit has left arrive as they would have.
     *
     * @param at when, ns of virtual time
     * @param a the end of the cable that the link has as its {@link Link#a}
     * @param b the end that the link has as its {@link Link#b}
     * @param forth what changes from {@code a} to {@code b}
     * @param back what changes from {@code b} to {@code a}
     */
    record LinkChange(long at, PortRef a, PortRef b, LineChange forth, LineChange back)
            implements Event {}

    /**
     * A network card is set anew while it runs.
     *
     * @param at when, ns of virtual time
     * @param port the interface
     * @param change what changes
     */
    record Refit(long at, PortRef port, CardChange change) implements Event {}

    /**
     * An interface gets another queue; what waits moves over.
     *
     * @param at when, ns of virtual time
     * @param port the interface
     * @param queue the queue
     */
    record QueueSwap(long at, PortRef port, Queue queue) implements Event {}

    /**
     * An interface gets another driver.
     *
     * @param at when, ns of virtual time
     * @param port the interface
     * @param driver the driver
     */
    record DriverSwap(long at, PortRef port, Driver driver) implements Event {}

    /**
     * An interface gets an address, or loses one.
     *
     * @param at when, ns of virtual time
     * @param port the interface
     * @param address the address
     * @param add whether it gets it
     */
    record AddressChange(long at, PortRef port, InterfaceAddress address, boolean add)
            implements Event {}

    /**
     * A node gets a route, or loses the one with the same network, metric and sources.
     *
     * @param at when, ns of virtual time
     * @param node the node
     * @param route the route
     * @param add whether it gets it
     */
    record RouteChange(long at, String node, RouteEntry route, boolean add) implements Event {}
}
