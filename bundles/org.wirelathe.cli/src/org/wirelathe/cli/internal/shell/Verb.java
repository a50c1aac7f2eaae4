package org.wirelathe.cli.internal.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import org.wirelathe.cli.internal.UsageException;

/**
 * A command of the shell.
 *
 * @param name what is typed
 * @param usage what can be written behind it, a form to a line
 * @param purpose one sentence
 * @param work what it does
 * @param completion what could be typed next
 */
record Verb(String name, String usage, String purpose, Work work, Completion completion) {
    /** What a command does. */
    interface Work {
        /** @throws UsageException with one sentence, when it cannot be done */
        void perform(Words words, Io io) throws UsageException, InterruptedException;
    }

    /** What could be typed next. */
    interface Completion {
        /** @param before the words between the command and the one that is being typed */
        List<String> after(List<String> before);
    }

    /**
     * Where a command reads and writes.
     *
     * @param in what a command before it in a pipe wrote
     * @param out what comes of it
     */
    record Io(InputStream in, PrintStream out) {
    }

    /** The first form of {@link #usage}, with the name. */
    String line() {
        return name + (usage.isEmpty() ? "" : " " + usage.lines().findFirst().orElse(""));
    }
}
