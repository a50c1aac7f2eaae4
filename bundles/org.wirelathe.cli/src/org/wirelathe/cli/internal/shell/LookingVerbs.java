package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.cli.internal.Figures;
import org.wirelathe.cli.internal.Table;
import org.wirelathe.cli.internal.TraceText;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;

/** Commands that look at the run as a whole. */
final class LookingVerbs {
    private final ShellLab lab;

    LookingVerbs(ShellLab lab) {
        this.lab = lab;
    }

    List<Verb> all() {
        return List.of(
                new Verb("status", "", "says where the run stands, with its applications and connections", this::status,
                        before -> List.of()),
                new Verb("journal", "[N]", "prints what happened seldom and matters, or the last N entries", this::journal,
                        before -> List.of()),
                new Verb("counters", "NODE [PLACE]", "prints the counters of a node that have counted something",
                        this::counters, before -> before.isEmpty() ? lab.nodes() : List.of()));
    }

    private Snapshot snapshot() throws UsageException {
        return ShellLab.answer(lab.run().snapshot());
    }

    private void status(Words words, Verb.Io io) throws UsageException {
        words.end();
        LabRun run = lab.run();
        Snapshot now = snapshot();
        PrintStream out = io.out();
        out.println(run.lab().name() + ", seed " + run.lab().run().seed() + ": "
                + run.state().name().toLowerCase(Locale.ROOT) + " at " + TraceText.seconds(now.time()) + ", " + now.events()
                + " events, " + now.frames() + " frames, " + now.packetsInUse() + " packets in use");
        Table apps = new Table();
        now.apps().forEach(app -> apps.row("app", app.on(), app.run(), app.busy() ? "busy" : "at rest",
                app.busy() ? "" : app.result().summary()));
        apps.print(out, "  ");
        Table flows = new Table();
        now.flows().forEach(flow -> {
            ConnectionReport report = flow.report();
            Long window = flow.gauges().get("cwnd");
            flows.row("flow", flow.node(), report.local() + " > " + report.remote(), report.state().toString(),
                    report.congestion(), Figures.size(report.bytesAcked()) + " sent",
                    Figures.size(report.bytesReceived()) + " received",
                    window == null ? "" : "cwnd " + Figures.size(window), report.retransmits() + " retransmits");
        });
        flows.print(out, "  ");
    }

    private void journal(Words words, Verb.Io io) throws UsageException {
        List<JournalEntry> entries = lab.run().journal(0);
        int last = words.isEmpty() ? entries.size() : words.number("number of entries", 1, 999_999_999);
        words.end();
        Table table = new Table();
        entries.subList(Math.max(0, entries.size() - last), entries.size()).forEach(entry ->
                table.row(TraceText.seconds(entry.time()), entry.kind(), entry.subject(), entry.detail()));
        table.print(io.out(), "");
    }

    private void counters(Words words, Verb.Io io) throws UsageException {
        String node = lab.node(words.next("NODE"));
        List<Snapshot.CounterRow> rows = snapshot().counters().stream().filter(row -> row.node().equals(node)).toList();
        if (!words.isEmpty()) {
            String place = ShellLab.known("place that counted anything on " + node + ":", words.next("PLACE"),
                    rows.stream().map(Snapshot.CounterRow::place).distinct().toList());
            rows = rows.stream().filter(row -> row.place().equals(place)).toList();
        }
        words.end();
        Table table = new Table();
        rows.forEach(row -> table.row(row.place(), row.name(), Long.toString(row.value()), row.drop() ? "dropped" : ""));
        table.print(io.out(), "");
    }
}
