package org.wirelathe.cli.internal.shell;

import java.io.EOFException;
import java.util.ArrayList;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandNotFoundException;
import org.apache.felix.gogo.runtime.SyntaxError;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;
import org.wirelathe.cli.internal.LastResort;
import org.wirelathe.cli.internal.Stage;
import org.wirelathe.cli.internal.UsageException;

/** Lines of the shell, as Gogo reads them: quotes, pipes, variables, several commands on a line. */
final class Gogo implements AutoCloseable {
    /** The scope of our commands. */
    static final String SCOPE = "lab";

    private static final String BREAK = "break ";

    private final Shell shell;
    private final Stage stage;
    private final CommandSession session;

    /** @param processor that knows, or will know, the shell's commands by {@link #function} */
    Gogo(CommandProcessor processor, Shell shell, Stage stage) {
        this.shell = shell;
        this.stage = stage;
        session = processor.createSession(stage.in(), stage.out(), stage.err());
        session.put("SCOPE", SCOPE + ":*");
        session.put(CommandSession.OPTION_NO_GLOB, true); // an asterisk is no file name here
    }

    /** A command for Gogo. */
    static Function function(Shell shell, Verb verb) {
        return (session, arguments) -> {
            List<String> words = new ArrayList<>(List.of(verb.name()));
            arguments.forEach(argument -> words.add(String.valueOf(argument)));
            Process process = Process.Utils.current();
            shell.perform(words, process == null ? new Verb.Io(session.getKeyboard(), session.getConsole())
                    : new Verb.Io(process.in(), process.out()));
            return null;
        };
    }

    /** Does what a line says; what is wrong with it is a sentence on stderr. */
    void line(String line) {
        try {
            Object answer = session.execute(plain(line.strip()));
            if (answer != null) {
                stage.out().println(session.format(answer, 0));
            }
        } catch (UsageException e) {
            e.tell(stage);
        } catch (CommandNotFoundException e) {
            unknown(e.getCommand());
        } catch (EOFException | SyntaxError e) {
            stage.complain("the line cannot be read: a quote or a bracket is not closed");
        } catch (InterruptedException e) {
            stage.complain("interrupted");
        } catch (Exception | LinkageError | StackOverflowError e) {
            LastResort.explain(e, stage);
        }
        stage.out().flush();
    }

    private void unknown(String name) {
        try {
            shell.verb(name);
            stage.complain("'" + name + "' is not there");
        } catch (UsageException e) {
            e.tell(stage);
        }
    }

    /** What a break waits for is taken as it stands: its {@code >} and {@code <} send nothing into files. */
    private static String plain(String line) {
        boolean bare = line.startsWith(BREAK) && line.indexOf('\'') < 0 && line.indexOf('"') < 0;
        return bare ? BREAK + "'" + line.substring(BREAK.length()).strip() + "'" : line;
    }

    @Override
    public void close() {
        session.close();
    }
}
