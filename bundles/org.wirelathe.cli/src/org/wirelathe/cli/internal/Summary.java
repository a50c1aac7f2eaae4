package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.Transfer;

/** What came of a run, on a few lines. */
final class Summary {
    private static final int MOST_ROWS = 20;

    private final RunResult result;

    Summary(RunResult result) {
        this.result = result;
    }

    void print(PrintStream out) {
        out.println(result.lab() + ": " + Figures.time(result.virtualTime()) + " in "
                + Figures.time(result.cost().wallTime()) + ", " + ending());
        Table table = new Table();
        result.apps().stream().limit(MOST_ROWS).forEach(app -> table.row("app", app.on(), app.run(), outcome(app)));
        table.print(out, "  ");
        flows(out);
        result.transfers().stream().filter(transfer -> !transfer.equal())
                .forEach(transfer -> out.println("  differs  " + difference(transfer)));
        Table drops = new Table();
        result.drops().stream().limit(MOST_ROWS).forEach(drop -> drops.row("drop", drop.node(), drop.place(), packets(drop)));
        drops.print(out, "  ");
        out.println("  digest   " + result.digest());
        result.folder().ifPresent(folder -> out.println("  results  " + shown(folder)));
    }

    private String ending() {
        return "seed " + result.seed() + switch (result.ending()) {
            case DONE -> "";
            case UNTIL -> ", ended by the lab's until";
            case STOPPED -> ", stopped";
            case FAILED -> ", broken off";
        };
    }

    private static String outcome(App app) {
        return (app.result().ok() ? "" : "not done: ") + app.result().summary();
    }

    private void flows(PrintStream out) {
        Table table = new Table();
        for (Flow flow : result.flows().subList(0, Math.min(MOST_ROWS, result.flows().size()))) {
            ConnectionReport report = flow.report();
            table.row("flow", flow.node() + " " + report.local(),
                    "> " + flow.peer() + (flow.peer().isEmpty() ? "" : " ") + report.remote(),
                    Figures.size(report.bytesAcked()), Figures.rate(flow.goodput()), report.congestion(),
                    report.retransmits() + " retransmits", report.timeouts() + " timeouts",
                    report.smoothedRtt() < 0 ? "" : "rtt " + Figures.time(report.smoothedRtt()));
        }
        table.print(out, "  ");
        if (result.flows().size() > MOST_ROWS) {
            out.println("  and " + (result.flows().size() - MOST_ROWS) + " flows more, see result.json");
        }
    }

    private static String difference(Transfer transfer) {
        return transfer.from() + " sent " + transfer.sentBytes() + " bytes, " + transfer.to() + " received "
                + transfer.receivedBytes() + (transfer.sentBytes() == transfer.receivedBytes() ? ", but others" : "");
    }

    private static String packets(Drop drop) {
        return drop.reason() + " " + drop.packets();
    }

    /** Relative to where the user is, when it lies below. */
    private static Path shown(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path there = folder.toAbsolutePath().normalize();
        return there.startsWith(here) && !there.equals(here) ? here.relativize(there) : folder;
    }
}
