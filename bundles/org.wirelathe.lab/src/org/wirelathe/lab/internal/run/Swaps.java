package org.wirelathe.lab.internal.run;

import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;

/** Changes the congestion control of live connections; on the loop. */
final class Swaps {
    private final BuiltLab lab;
    private final Journal journal;

    Swaps(BuiltLab lab, Journal journal) {
        this.lab = lab;
        this.journal = journal;
    }

    /** Returns how many connections changed. */
    int swap(SwapScope scope, String congestion) {
        int changed = 0;
        for (BuiltNode node : lab.nodes()) {
            for (Connection connection : node.transport().connections()) {
                if (covers(scope, node.name(), connection)) {
                    connection.congestion(congestion); // which journals it
                    changed++;
                }
            }
        }
        if (changed == 0) {
            journal.event("swap", subject(scope), "to " + congestion + ": no connection was there to change");
        }
        return changed;
    }

    private static boolean covers(SwapScope scope, String node, Connection connection) {
        return switch (scope) {
            case SwapScope.All all -> true;
            case SwapScope.OfNode of -> of.node().equals(node);
            case SwapScope.ToRemote to -> (to.node().isEmpty() || to.node().equals(node))
                    && to.remote().equals(connection.remote());
            case SwapScope.OfConnection of -> of.node().equals(node) && of.local().equals(connection.local())
                    && of.remote().equals(connection.remote());
        };
    }

    private static String subject(SwapScope scope) {
        return switch (scope) {
            case SwapScope.All all -> "every node";
            case SwapScope.OfNode of -> of.node();
            case SwapScope.ToRemote to -> (to.node().isEmpty() ? "*" : to.node()) + '>' + to.remote();
            case SwapScope.OfConnection of -> of.node() + ':' + of.local().port() + '>' + of.remote();
        };
    }
}
