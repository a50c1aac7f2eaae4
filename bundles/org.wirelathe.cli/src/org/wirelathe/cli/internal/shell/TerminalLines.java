package org.wirelathe.cli.internal.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jline.builtins.Completers.FileNameCompleter;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Lines from somebody at a terminal, with editing, history and completion. */
final class TerminalLines implements Completer {
    private static final Completer FILES = new FileNameCompleter();

    /** Beside the workspace. */
    private static final Path HISTORY = Path.of(Objects.requireNonNullElse(System.getenv("HOME"),
            System.getProperty("user.home", "")), ".wirelathe", "shell-history");

    private final Shell shell;

    TerminalLines(Shell shell) {
        this.shell = shell;
    }

    /** Reads and does lines until the end, or {@code quit}; Ctrl-C has the run stand still, or clears the line. */
    void read(Gogo gogo) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().name("wirelathe").system(true).build()) {
            LineReader reader = LineReaderBuilder.builder().appName("wirelathe").terminal(terminal).completer(this)
                    .variable(LineReader.HISTORY_FILE, HISTORY)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).build();
            terminal.handle(Terminal.Signal.INT, signal -> shell.lab().pause());
            while (!shell.isOver()) {
                try {
                    gogo.line(reader.readLine(shell.prompt()));
                } catch (UserInterruptException e) {
                    // The line was given up; the next one comes.
                } catch (EndOfFileException e) {
                    return;
                }
            }
        }
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> before = line.words().subList(0, line.wordIndex());
        List<String> command = before.subList(1 + Math.max(before.lastIndexOf("|"), before.lastIndexOf(";")),
                before.size());
        if (command.equals(List.of("load"))) {
            FILES.complete(reader, line, candidates);
            return;
        }
        shell.candidates(command).forEach(word -> candidates.add(new Candidate(word)));
    }
}
