package org.wirelathe.lab.internal.report;

import java.util.List;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.CableTraffic;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.lab.internal.record.Seconds;

/** The numbers of a run. Long tables are cut; {@code result.json} and {@code journal.jsonl} have every row. */
final class Tables {
    private static final int MOST = 100;

    private final Markup page;

    Tables(Markup page) {
        this.page = page;
    }

    void flows(List<Flow> flows, DrawnFlows drawn) {
        if (none("flows", "Flows", flows, "No connection was made.")) {
            return;
        }
        Table table = new Table(page, "Each direction of a connection that carried data, seen from its sender", "flow",
                "algorithm", "#bytes", "#goodput", "#retransmits", "#timeouts", "#min RTT", "#smoothed RTT", "state");
        for (Flow flow : head(flows)) {
            ConnectionReport report = flow.report();
            table.row();
            if (drawn.colour(flow) >= 0) {
                Chart.swatch(page, drawn.colour(flow));
            }
            page.text(DrawnFlows.name(flow)).tags("<small>").text(report.local() + " → " + report.remote())
                    .tags("</small>");
            table.headed().text(report.congestion()).number(report.bytesAcked(), Quantity.SIZE)
                    .number(flow.goodput(), Quantity.RATE).number(report.retransmits(), Quantity.COUNT)
                    .number(report.timeouts(), Quantity.COUNT).number(report.minRtt(), Quantity.TIME)
                    .number(report.smoothedRtt(), Quantity.TIME).text(report.state().name()).ended();
        }
        table.close(flows.size() - MOST, "flows", "result.json");
        page.tags("</section>\n");
    }

    void apps(List<App> apps) {
        if (none("apps", "Applications", apps, "The lab has no application.")) {
            return;
        }
        Table table = new Table(page, "What every application promised", "application", "on", "outcome", "summary");
        for (App app : head(apps)) {
            table.row(app.run()).text(app.on()).flag(app.result().ok(), "done", "failed").text(app.result().summary())
                    .ended();
        }
        table.close(apps.size() - MOST, "applications", "result.json");
        page.tags("</section>\n");
    }

    void transfers(List<Transfer> transfers) {
        if (transfers.isEmpty()) {
            return;
        }
        section("transfers", "Transfers");
        Table table = new Table(page, "What was sent beside what arrived", "from", "to", "#sent", "#received", "bytes",
                "SHA-256 sent", "SHA-256 received");
        for (Transfer transfer : head(transfers)) {
            table.row(transfer.from()).text(transfer.to()).number(transfer.sentBytes(), Quantity.SIZE)
                    .number(transfer.receivedBytes(), Quantity.SIZE).flag(transfer.equal(), "equal", "differ")
                    .code(transfer.sentSha256()).code(transfer.receivedSha256()).ended();
        }
        table.close(transfers.size() - MOST, "transfers", "result.json");
        page.tags("</section>\n");
    }

    void drops(List<Drop> drops) {
        if (none("drops", "Drops", drops, "No packet was dropped by a node.")) {
            return;
        }
        Table table = new Table(page, "Packets that a node dropped, by place and reason", "node", "place", "reason",
                "#packets");
        for (Drop drop : head(drops)) {
            table.row(drop.node()).text(drop.place()).code(drop.reason()).number(drop.packets(), Quantity.COUNT).ended();
        }
        table.close(drops.size() - MOST, "counters", "result.json");
        page.tags("</section>\n");
    }

    void cables(List<CableTraffic> cables) {
        if (none("cables", "Cables", cables, "The lab has no cable.")) {
            return;
        }
        Table table = new Table(page, "What each direction of a cable carried, and what was lost on it", "from", "to",
                "#frames", "#bytes", "#lost frames");
        for (CableTraffic cable : head(cables)) {
            line(table, cable.a().toString(), cable.b().toString(), cable.there());
            line(table, cable.b().toString(), cable.a().toString(), cable.back());
        }
        table.close(cables.size() - MOST, "cables", "result.json");
        page.tags("</section>\n");
    }

    private static void line(Table table, String from, String to, Line line) {
        table.row(from).text(to).number(line.frames(), Quantity.COUNT).number(line.bytes(), Quantity.SIZE)
                .number(line.lost(), Quantity.COUNT).ended();
    }

    /** Swaps among everything else that was noteworthy. */
    void journal(List<JournalEntry> journal) {
        if (none("journal", "Swaps and other events", journal, "Nothing noteworthy happened.")) {
            return;
        }
        Table table = new Table(page, "The journal of the run", "time", "what", "to whom", "detail");
        for (JournalEntry entry : head(journal)) {
            table.row(Seconds.text(entry.time()) + " s").text(entry.kind()).text(entry.subject()).text(entry.detail())
                    .ended();
        }
        table.close(journal.size() - MOST, "events", "journal.jsonl");
        page.tags("</section>\n");
    }

    private boolean none(String id, String title, List<?> items, String sentence) {
        section(id, title);
        if (items.isEmpty()) {
            page.tags("<p class=\"none\">").tags(sentence).tags("</p>\n</section>\n");
        }
        return items.isEmpty();
    }

    private void section(String id, String title) {
        page.tags("<section id=\"").tags(id).tags("\">\n<h2>").tags(title).tags("</h2>\n");
    }

    private static <T> List<T> head(List<T> items) {
        return items.subList(0, Math.min(MOST, items.size()));
    }
}
