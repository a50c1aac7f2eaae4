package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.lab.Trace;
import org.wirelathe.lab.Trace.Step;
import org.wirelathe.lab.Trace.Way;

/** The way of a byte, a stage to a line, with the time of each and the time since the one before. */
public final class TraceText {
    private static final long SECOND = 1_000_000_000;

    private final Trace trace;

    TraceText(Trace trace) {
        this.trace = trace;
    }

    void print(PrintStream out) {
        out.println("byte " + trace.request().position() + " of " + trace.request().flow() + ", " + trace.flow());
        Table table = new Table();
        Step before = trace.written().orElse(null);
        trace.written().ifPresent(step -> row(table, step, null));
        for (int i = 0; i < trace.ways().size(); i++) {
            Way way = trace.ways().get(i);
            if (trace.ways().size() > 1) {
                table.row("way " + (i + 1) + (i == 0 ? "" : ", sent again") + way.drop()
                        .map(drop -> ", dropped at " + drop.node() + ": " + drop.place()).orElse(""));
            }
            before = rows(table, way.steps(), before);
        }
        if (trace.ways().size() > 1 && !trace.delivered().isEmpty()) {
            table.row("delivered");
        }
        rows(table, trace.delivered(), before);
        table.print(out, "  ");
        missing().ifPresent(sentence -> out.println("  " + sentence));
    }

    private static Step rows(Table table, List<Step> steps, Step first) {
        Step before = first;
        for (Step step : steps) {
            row(table, step, before);
            before = step;
        }
        return before;
    }

    private static void row(Table table, Step step, Step before) {
        table.row(seconds(step.time()), before == null ? "" : since(step.time() - before.time()), name(step.stage()),
                step.node(), step.place(), step.packet() == 0 ? "" : "packet " + step.packet(),
                step.from() < 0 ? "" : "bytes " + step.from() + " to " + (step.to() - 1));
    }

    private Optional<String> missing() {
        if (trace.ways().isEmpty()) {
            return Optional.of("it was not sent");
        }
        if (trace.delivered().isEmpty()) {
            return Optional.of("it did not get to the receiver's buffer");
        }
        boolean read = trace.delivered().stream().anyMatch(step -> step.stage() == Stage.READ);
        return read ? Optional.empty() : Optional.of("it was not read");
    }

    /** {@code 1.002003004 s}: every digit. */
    public static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%d.%09d s", nanos / SECOND, nanos % SECOND);
    }

    /** {@code +12.304 us}: every digit. A way that is told after another one may have begun before that one's end. */
    private static String since(long nanos) {
        long size = Math.abs(nanos);
        return String.format(Locale.ROOT, "%c%d.%03d us", nanos < 0 ? '-' : '+', size / 1000, size % 1000);
    }

    private static String name(Stage stage) {
        return switch (stage) {
            case DMA_OUT -> "DMA out";
            case DMA_IN -> "DMA in";
            default -> stage.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
