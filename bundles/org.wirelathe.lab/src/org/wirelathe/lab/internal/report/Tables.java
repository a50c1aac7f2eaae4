package org.wirelathe.lab.internal.report;

import java.util.List;
import java.util.function.BiConsumer;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.CableTraffic;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.InterfaceTraffic;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.lab.internal.record.Seconds;

/**
 * The numbers of a run. Of a long table the first rows are in sight and more can be unfolded; {@code result.json} and
 * {@code journal.jsonl} have every row.
 */
final class Tables {
    private static final int IN_SIGHT = 16;
    private static final int MOST = 400;

    private final Markup page;

    Tables(Markup page) {
        this.page = page;
    }

    void flows(List<Flow> flows, DrawnFlows drawn) {
        section("flows", "Flows");
        rows(flows, "No connection was made.", "result.json", (table, flow) -> {
            ConnectionReport report = flow.report();
            table.row();
            page.tags("<span class=\"name\">");
            if (drawn.colour(flow) >= 0) {
                Chart.swatch(page, drawn.colour(flow));
            }
            page.text(DrawnFlows.name(flow)).tags("</span><small class=\"name\">")
                    .text(report.local() + " → " + report.remote()).tags("</small>");
            table.headed().text(report.congestion()).number(report.bytesAcked(), Quantity.SIZE)
                    .number(flow.goodput(), Quantity.RATE).number(report.retransmits(), Quantity.COUNT)
                    .number(report.timeouts(), Quantity.COUNT).number(report.minRtt(), Quantity.TIME)
                    .number(report.smoothedRtt(), Quantity.TIME).text(report.state().name()).ended();
        }, "Each direction of a connection that carried data, seen from its sender", "flow", "algorithm", "#bytes",
                "#goodput", "#retransmits", "#timeouts", "#min RTT", "#smoothed RTT", "state");
        if (flows.size() > 1) {
            sum(flows);
        }
        end();
    }

    private void sum(List<Flow> flows) {
        page.tags("<p>All ").number(flows.size()).tags(" together: ")
                .value(flows.stream().mapToLong(flow -> flow.report().bytesAcked()).sum(), Quantity.SIZE).tags(", ")
                .value(flows.stream().mapToLong(flow -> flow.report().retransmits()).sum(), Quantity.COUNT)
                .tags(" retransmits, ")
                .value(flows.stream().mapToLong(flow -> flow.report().timeouts()).sum(), Quantity.COUNT)
                .tags(" timeouts.</p>\n");
    }

    void apps(List<App> apps) {
        section("apps", "Applications");
        rows(apps, "The lab has no application.", "result.json", (table, app) -> table.row(app.run()).text(app.on())
                .flag(app.result().ok(), "done", "failed").text(app.result().summary()).ended(),
                "What every application promised", "application", "on", "outcome", "summary");
        end();
    }

    void transfers(List<Transfer> transfers) {
        section("transfers", "Transfers");
        rows(transfers, "No stream came to its end at both applications.", "result.json", (table, transfer) -> table
                .row(transfer.from()).text(transfer.to()).number(transfer.sentBytes(), Quantity.SIZE)
                .number(transfer.receivedBytes(), Quantity.SIZE).flag(transfer.equal(), "equal", "differ")
                .code(transfer.sentSha256()).code(transfer.receivedSha256()).ended(),
                "What was sent beside what arrived", "from", "to", "#sent", "#received", "bytes", "SHA-256 sent",
                "SHA-256 received");
        end();
    }

    void drops(List<Drop> drops) {
        section("drops", "Drops");
        rows(drops, "No packet was dropped by a node.", "result.json", (table, drop) -> table.row(drop.node())
                .text(drop.place()).code(drop.reason()).number(drop.packets(), Quantity.COUNT).ended(),
                "Packets that a node dropped, by place and reason", "node", "place", "reason", "#packets");
        end();
    }

    void cables(List<CableTraffic> cables) {
        section("cables", "Cables");
        rows(cables, "The lab has no cable.", "result.json", (table, cable) -> {
            line(table, cable.a().toString(), cable.b().toString(), cable.there());
            line(table, cable.b().toString(), cable.a().toString(), cable.back());
        }, "What each direction of a cable carried, and what was lost on it", "from", "to", "#frames", "#bytes",
                "#lost frames");
        end();
    }

    void interfaces(List<InterfaceTraffic> interfaces) {
        section("interfaces", "Interfaces");
        rows(interfaces, "No interface has a cable.", "result.json", (table, traffic) -> table
                .row(traffic.port().toString()).number(traffic.arrived(), Quantity.COUNT)
                .number(traffic.delivered(), Quantity.COUNT).number(traffic.dropped(), Quantity.COUNT)
                .number(traffic.control(), Quantity.COUNT).number(traffic.held(), Quantity.COUNT)
                .number(traffic.sent(), Quantity.COUNT).number(traffic.interrupts(), Quantity.COUNT).ended(),
                "Frames at each card: what arrived was delivered, dropped, for the card itself, or is still in it",
                "interface", "#arrived", "#delivered", "#dropped", "#control", "#held", "#sent", "#interrupts");
        end();
    }

    private static void line(Table table, String from, String to, Line line) {
        table.row(from).text(to).number(line.frames(), Quantity.COUNT).number(line.bytes(), Quantity.SIZE)
                .number(line.lost(), Quantity.COUNT).ended();
    }

    /** Swaps among everything else that was noteworthy. */
    void journal(List<JournalEntry> journal) {
        section("journal", "Swaps and other events");
        rows(journal, "Nothing noteworthy happened.", "journal.jsonl", (table, entry) -> table
                .row(Seconds.text(entry.time()) + " s").text(entry.kind()).text(entry.subject()).text(entry.detail())
                .ended(), "The journal of the run", "time", "what", "to whom", "detail");
        end();
    }

    /** What lies beside the page. */
    void files(List<ResultFile> files) {
        section("files", "Files");
        rows(files, "There are none beside this page.", "result.json", (table, file) -> {
            table.row();
            page.tags("<a href=\"").text(file.reference()).tags("\">").text(file.name()).tags("</a>");
            table.headed().number(file.size(), Quantity.SIZE).text(file.meaning()).ended();
        }, "Beside this page", "file", "#size", "content");
        end();
    }

    private <T> void rows(List<T> items, String none, String file, BiConsumer<Table, T> row, String caption,
            String... heads) {
        if (items.isEmpty()) {
            page.tags("<p class=\"none\">").tags(none).tags("</p>\n");
            return;
        }
        int shown = Math.min(items.size(), IN_SIGHT);
        table(items.subList(0, shown), row, caption, heads);
        int most = Math.min(items.size(), MOST);
        if (shown < most) {
            page.tags("<details><summary>").number(most - shown).tags(" more</summary>\n");
            table(items.subList(shown, most), row, caption + ", continued", heads);
            page.tags("</details>\n");
        }
        if (most < items.size()) {
            page.tags("<p>").number(items.size() - most).tags(" more are in <a href=\"").tags(file).tags("\">")
                    .tags(file).tags("</a>.</p>\n");
        }
    }

    private <T> void table(List<T> items, BiConsumer<Table, T> row, String caption, String... heads) {
        Table table = new Table(page, caption, heads);
        items.forEach(item -> row.accept(table, item));
        table.close();
    }

    private void section(String id, String title) {
        page.tags("<section id=\"").tags(id).tags("\">\n<h2>").tags(title).tags("</h2>\n");
    }

    private void end() {
        page.tags("</section>\n");
    }
}
