package org.wirelathe.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

import org.wirelathe.api.transport.ConnectionReport;

/**
 * The reports of connections that are over. Of those, the last {@link #MOST} to end are kept: enough for every flow of
 * a lab, and a bound on a server that runs for days.
 */
final class ClosedReports {
    static final int MOST = 100_000;

    private final Deque<Entry> closed = new ArrayDeque<>();

    private record Entry(long id, ConnectionReport report) {
    }

    void add(TcpConnection connection) {
        if (closed.size() == MOST) {
            closed.removeFirst();
        }
        closed.addLast(new Entry(connection.id, connection.report()));
    }

    /** Reports of closed and live connections in the order in which the connections were begun. */
    List<ConnectionReport> with(TcpConnection firstLive) {
        List<Entry> all = new ArrayList<>(closed);
        for (TcpConnection c = firstLive; c != null; c = c.next) {
            all.add(new Entry(c.id, c.report()));
        }
        all.sort(Comparator.comparingLong(Entry::id));
        List<ConnectionReport> reports = new ArrayList<>(all.size());
        for (Entry entry : all) {
            reports.add(entry.report());
        }
        return reports;
    }
}
