package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wirelathe.cli.internal.TraceText;
import org.wirelathe.cli.internal.UsageException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.QuantityException;

/** Commands that drive the run. */
final class DrivingVerbs {
    private final ShellLab lab;
    private final Set<Watch> breaks = new LinkedHashSet<>();

    DrivingVerbs(ShellLab lab) {
        this.lab = lab;
    }

    List<Verb> all() {
        return List.of(
                new Verb("load", "FILE", "loads a lab, which then stands at time 0", this::load, before -> List.of()),
                new Verb("run", "[until T]", "goes on to time T, or until every application has done its work, and at most"
                        + " to the lab's 'until'", this::run, Completions.of("until")),
                new Verb("step", "[event | frame | T]", "goes on for one event, to the next frame that has gone its way,"
                        + " or for a time", this::step, Completions.of("event", "frame")),
                new Verb("pause", "", "has the run stand still; Ctrl-C does so while a command waits for it", this::pause,
                        before -> List.of()),
                new Verb("swap", "NODE congestion NAME", "changes the congestion control of a node's live connections",
                        this::swap, this::swapCompletion),
                new Verb("break", "[WHEN | none]", "has the run stand still whenever that comes, as in 'bob eth0 rxNoBuffer"
                        + " >= 1', 'alice cwnd < 20 kB', 'drop at r1', 'at 2.5 s'; alone it lists them", this::pauses,
                        before -> before.isEmpty() ? Completions.with(lab.nodes(), "at", "drop", "journal:", "none")
                                : List.of()));
    }

    private void load(Words words, Verb.Io io) throws UsageException {
        String file = words.rest();
        if (file.isEmpty()) {
            throw words.wrong("FILE is missing");
        }
        Lab loaded = lab.load(file);
        breaks.clear();
        io.out().println(loaded.name() + ": " + loaded.nodes().size() + " nodes, " + loaded.links().size()
                + " links; it stands at 0 s");
    }

    private void run(Words words, Verb.Io io) throws UsageException, InterruptedException {
        if (words.take("until")) {
            long until = time(words.rest());
            if (until < lab.alive().time()) {
                throw new UsageException("the run is already at " + TraceText.seconds(lab.run().time())
                        + "; time does not go back");
            }
            tellWhere(lab.go(run -> run.runUntil(until)), io.out());
            return;
        }
        words.end();
        long end = lab.alive().lab().run().until();
        if (lab.run().time() >= end) {
            throw new UsageException("the run is at the lab's end, " + TraceText.seconds(lab.run().time())
                    + "; 'run until T' goes beyond it");
        }
        LabRun run = lab.go(LabRun::start);
        Snapshot now = ShellLab.answer(run.snapshot());
        if (now.apps().stream().noneMatch(Snapshot.AppRow::busy)) {
            io.out().println(run.lab().apps().isEmpty() ? "nothing runs in this lab; 'run until T' lets time pass"
                    : "every application has done its work; 'run until T' goes on");
        }
        tellWhere(run, io.out());
    }

    private void step(Words words, Verb.Io io) throws UsageException, InterruptedException {
        String how = words.rest();
        Step step = switch (how) {
            case "", "event" -> new Step.Event();
            case "frame" -> new Step.Frame();
            default -> new Step.Time(time(how));
        };
        tellWhere(lab.go(run -> run.step(step)), io.out());
    }

    private void pause(Words words, Verb.Io io) throws UsageException, InterruptedException {
        words.end();
        tellWhere(lab.go(LabRun::pause), io.out());
    }

    static void tellWhere(LabRun run, PrintStream out) {
        run.result().flatMap(RunResult::failure).ifPresent(out::println);
        out.println("at " + TraceText.seconds(run.time()));
    }

    /** @throws UsageException with a sentence */
    static long time(String text) throws UsageException {
        try {
            return Quantity.TIME.parse(text);
        } catch (QuantityException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private void swap(Words words, Verb.Io io) throws UsageException {
        String node = lab.node(words.next("NODE"));
        if (!words.take("congestion")) {
            throw words.wrong(words.isEmpty() ? "what to swap is missing" : "'" + words.peek() + "' cannot be swapped here");
        }
        String name = ShellLab.known("congestion algorithm", words.next("NAME"), algorithms());
        words.end();
        int changed = ShellLab.answer(lab.alive().swap(new SwapScope.OfNode(node), name));
        io.out().println(changed == 0 ? "nothing to swap: " + node + " has no live connection, or all of them use " + name
                : changed + (changed == 1 ? " connection" : " connections") + " of " + node + " now "
                        + (changed == 1 ? "uses " : "use ") + name);
    }

    private List<String> algorithms() {
        return List.copyOf(new TreeSet<>(lab.labs().vocabulary().algorithms()));
    }

    private List<String> swapCompletion(List<String> before) {
        return switch (before.size()) {
            case 0 -> lab.nodes();
            case 1 -> List.of("congestion");
            case 2 -> algorithms();
            default -> List.of();
        };
    }

    private void pauses(Words words, Verb.Io io) throws UsageException {
        String text = words.rest();
        LabRun run = lab.alive();
        if (text.isEmpty()) {
            breaks.forEach(watch -> io.out().println(watch));
        } else if (text.equals("none")) {
            breaks.forEach(run::unwatch);
            breaks.clear();
        } else {
            try {
                Watch watch = Watch.parse(text);
                run.watch(watch);
                breaks.add(watch);
            } catch (IllegalArgumentException e) {
                throw new UsageException(e.getMessage());
            }
        }
    }
}
