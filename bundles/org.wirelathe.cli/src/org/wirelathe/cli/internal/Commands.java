package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wirelathe.cli.internal.Syntax.Operand;
import org.wirelathe.cli.internal.Syntax.Option;
import org.wirelathe.cli.internal.shell.ShellCommand;
import org.wirelathe.lab.Labs;
import org.wirelathe.model.Suggestion;

/** What can be typed. The parser is our own: a library's took longer than everything else that a short command does. */
public final class Commands {
    private static final Syntax RUN = new Syntax("run", "Runs a lab, and writes what came of it.",
            new Operand("LAB", true, "the lab file"), List.of(
                    Option.value("--until", "T", "ends the run at this virtual time at the latest: --until '60 s'"),
                    Option.value("--seed", "N", "seed of everything random"),
                    Option.value("--out", "DIR", "where the results go; runs/NAME-SEED when not given"),
                    Option.values("--set", "PATH=VALUE",
                            "another value: --set links.0.loss=1%, --set nodes.bob.tcp.congestion=vegas"),
                    Option.value("--trace", "BYTE",
                            "prints the way of one byte: --trace 'flow alice>bob:5001 byte 1000000'"),
                    Option.values("--break", "WHEN",
                            "ends the run as soon as this comes: 'bob eth0 rxNoBuffer >= 1', 'alice cwnd < 20 kB', 'at 2.5 s',"
                                    + " 'journal: swap', 'drop at r1'"),
                    Option.values("--watch", "WHEN", "prints a line each time that this comes, and goes on"),
                    Option.flag("--real-time", "", "in real time; not there yet"),
                    Option.flag("--quiet", "-q", "prints nothing, unless something is wrong")));
    private static final Syntax CHECK = new Syntax("check", "Says what is wrong with a lab file, and runs nothing.",
            new Operand("LAB", true, "the lab file"), List.of());
    private static final Syntax LIST = new Syntax("list", "Lists what is plugged in, and which bundle provides it.",
            new Operand("WHAT", true, ListCommand.WHAT), List.of());
    private static final Syntax SHELL = new Syntax("shell", "Reads commands that look at a lab and drive it: 'help' there"
            + " lists them.", new Operand("LAB", false, "the lab file to begin with"), List.of());
    private static final Syntax HELP = new Syntax("help", "Says what a command does.",
            new Operand("COMMAND", false, "the command"), List.of());
    private static final List<Syntax> ALL = List.of(RUN, CHECK, LIST, SHELL, BenchCommand.SYNTAX, HELP);

    private final Stage stage;
    private final Callable<Labs> labs;

    /** @param labs asked only when a command needs it; answers {@code null} when the lab is not there */
    public Commands(Stage stage, Callable<Labs> labs) {
        this.stage = stage;
        this.labs = labs;
    }

    /** Does what the arguments say; returns the exit status. */
    public int execute(String... words) throws Exception {
        try {
            return words.length == 0 ? missing() : execute(words[0], Arrays.asList(words).subList(1, words.length));
        } catch (UsageException e) {
            e.tell(stage);
            return Stage.USAGE;
        }
    }

    private int missing() {
        overview(stage.err());
        return Stage.USAGE;
    }

    private int execute(String name, List<String> words) throws Exception {
        if (name.equals("--version") || name.equals("-V")) {
            stage.out().println(Version.text());
            return Stage.DONE;
        }
        if (name.equals("--help") || name.equals("-h")) {
            return overview(stage.out());
        }
        Syntax syntax = command(name);
        Arguments arguments = Arguments.read(syntax, words);
        if (arguments.has("--help")) {
            syntax.print(stage.out());
            return Stage.DONE;
        }
        return switch (name) {
            case "run" -> new RunCommand(stage, lab(), arguments).execute();
            case "check" -> new CheckCommand(stage, lab(), arguments.operand()).execute();
            case "list" -> new ListCommand(stage, lab(), arguments.operand()).execute();
            case "shell" -> new ShellCommand(stage, lab(), arguments.operand()).execute();
            case "bench" -> new BenchCommand(stage, lab(), arguments).execute();
            default -> help(arguments.operand());
        };
    }

    private int help(String about) throws UsageException {
        if (about.isEmpty()) {
            return overview(stage.out());
        }
        command(about).print(stage.out());
        return Stage.DONE;
    }

    private static Syntax command(String name) throws UsageException {
        for (Syntax syntax : ALL) {
            if (syntax.command().equals(name)) {
                return syntax;
            }
        }
        Optional<String> near = Suggestion.among(ALL.stream().map(Syntax::command).toList()).nearest(name);
        throw new UsageException("there is no command '" + name + "'"
                + near.map(command -> "; did you mean " + command + "?").orElse("")
                + "; 'wirelathe help' lists those there are");
    }

    private static int overview(PrintStream out) {
        out.println("usage:");
        ALL.forEach(syntax -> out.println("  " + syntax.line()));
        out.println("exit status: 0 done; 1 a run did not keep what it promised; 2 the command line or the lab file is wrong;");
        out.println("             130 interrupted, what there was has been written");
        return Stage.DONE;
    }

    private Labs lab() throws Exception {
        Labs found = labs.call();
        if (found == null) {
            throw new UsageException("the lab is not there: the bundle org.wirelathe.lab, or one that it needs, is missing");
        }
        return found;
    }
}
