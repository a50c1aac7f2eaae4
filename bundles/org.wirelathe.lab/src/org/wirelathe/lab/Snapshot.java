package org.wirelathe.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.api.nic.NicState;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Queue;

/**
 * A run between two events.
 *
 * @param time ns of virtual time
 * @param events events handled so far
 * @param frames frames given to cables so far
 * @param packetsInUse packets out of the pool
 * @param flows connections that are not CLOSED, by node, in the order in which they were begun
 * @param interfaces every interface, by node
 * @param cables every cable, in the order of the lab
 * @param counters every counter that counted something, by node
 * @param sockets the rows of netstat by node, in the order of the lab
 * @param apps every application, in the order of the lab
 */
public record Snapshot(long time, long events, long frames, long packetsInUse, List<FlowRow> flows,
        List<InterfaceRow> interfaces, List<CableRow> cables, List<CounterRow> counters,
        Map<String, List<SocketRow>> sockets, List<AppRow> apps) {
    /**
     * One end of a connection.
     *
     * @param node whose end it is
     * @param report its numbers
     * @param gauges its gauges by name, in the connection's order
     */
    public record FlowRow(String node, ConnectionReport report, Map<String, Long> gauges) {
    }

    /**
     * An interface.
     *
     * @param port which
     * @param backlog frames waiting in its queue and TX ring
     * @param state its card, rings and queue; empty when it is of a kind that does not say
     * @param gauges what its queue says of itself by name, in the queue's order
     * @param queue the queue that is in front of it now
     * @param driver type of the driver that is on it now
     */
    public record InterfaceRow(PortRef port, int backlog, Optional<NicState> state, Map<String, Long> gauges,
            Queue queue, String driver) {
    }

    /**
     * A cable.
     *
     * @param a one end
     * @param b the other end
     * @param inFlight frames on the line now, both directions together
     * @param down whether it is cut
     * @param frames the frames on the line, the earliest of each direction first
     * @param lostThere frames that were lost on the way from a to b
     * @param lostBack frames that were lost on the way from b to a
     */
    public record CableRow(PortRef a, PortRef b, int inFlight, boolean down, List<FrameRow> frames, long lostThere,
            long lostBack) {
    }

    /**
     * A frame on a cable.
     *
     * @param fromA whether it goes from end a to end b
     * @param start when its first bit was or will be sent, ns; may be a nanosecond off
     * @param arrival when its last bit arrives, ns
     * @param content what it carries
     */
    public record FrameRow(boolean fromA, long start, long arrival, Content content) {
    }

    /** What a frame carries, as far as one look tells. */
    public enum Content {
        /** A TCP segment with data. */
        DATA,
        /** A TCP segment without data. */
        ACK,
        /** Anything else: ARP, ICMP. */
        OTHER
    }

    /**
     * A counter.
     *
     * @param node whose
     * @param place where on the node: {@code eth0}, {@code ip}
     * @param name what is counted
     * @param drop whether it counts packets that were dropped, the name being the reason
     * @param value how many so far
     */
    public record CounterRow(String node, String place, String name, boolean drop, long value) {
    }

    /**
     * An application.
     *
     * @param on its node
     * @param run its name
     * @param busy whether the run goes on for its sake
     * @param result what it has done so far
     */
    public record AppRow(String on, String run, boolean busy, AppResult result) {
    }
}
