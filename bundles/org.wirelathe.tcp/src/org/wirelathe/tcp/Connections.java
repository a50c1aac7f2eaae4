package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * All connections of one node: by four-tuple, in the order in which they were begun, and what is left of closed ones.
 */
final class Connections {
    private final ConnectionTable table;
    private final ClosedReports closed = new ClosedReports();
    private TcpConnection first;
    private TcpConnection last;
    /** What {@link #live} and {@link #shown} answer until a connection comes or goes. */
    private List<TcpConnection> live = List.of();
    private List<Connection> shown = List.of();
    private boolean liveIsTrue = true;

    Connections(RandomStream random) {
        this.table = new ConnectionTable(random);
    }

    /** The connection of exactly that four-tuple, or {@code null}. */
    TcpConnection find(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow, int remotePort) {
        return table.find(localHigh, localLow, localPort, remoteHigh, remoteLow, remotePort);
    }

    /** The same, by objects. */
    TcpConnection find(IpAddress local, int localPort, IpAddress remote, int remotePort) {
        return find(local.high(), local.low(), localPort, remote.high(), remote.low(), remotePort);
    }

    boolean isTaken(IpAddress address, int port, Endpoint remote) {
        return find(address, port, remote.address(), remote.port()) != null;
    }

    /** Adds a connection, the newest; its four-tuple must be free. */
    void add(TcpConnection c) {
        liveIsTrue = false;
        table.add(c);
        c.previous = last;
        if (last == null) {
            first = c;
        } else {
            last.next = c;
        }
        last = c;
    }

    /** Takes out a connection that is CLOSED now; its report stays. */
    void remove(TcpConnection c) {
        liveIsTrue = false;
        table.remove(c);
        if (c.previous == null) {
            first = c.next;
        } else {
            c.previous.next = c.next;
        }
        if (c.next == null) {
            last = c.previous;
        } else {
            c.next.previous = c.previous;
        }
        c.previous = null;
        c.next = null;
        closed.add(c);
    }

    /** Those that are not CLOSED, in the order in which they were begun; the list does not change. */
    List<TcpConnection> live() {
        refresh();
        return live;
    }

    /** The same for those who are not part of this bundle. */
    List<Connection> shown() {
        refresh();
        return shown;
    }

    private void refresh() {
        if (!liveIsTrue) {
            List<TcpConnection> all = new ArrayList<>(table.size());
            for (TcpConnection c = first; c != null; c = c.next) {
                all.add(c);
            }
            live = all;
            shown = Collections.unmodifiableList(all);
            liveIsTrue = true;
        }
    }

    /** Reports of closed and live ones, in the order in which they were begun. */
    List<ConnectionReport> reports() {
        return closed.with(first);
    }
}
