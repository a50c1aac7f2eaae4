package org.wirelathe.cli.internal;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where commands listen and speak.
 *
 * @param in what the shell reads
 * @param out results
 * @param err what went wrong, and what is going on
 * @param home the folder that {@code runs/} belongs in
 */
public record Stage(InputStream in, PrintStream out, PrintStream err, Path home) {
    /** Commands that read nothing but what stands on their line, or what is typed. */
    public Stage(PrintStream out, PrintStream err, Path home) {
        this(System.in, out, err, home);
    }

    /** Everything was done. */
    public static final int DONE = 0;
    /** A run is over, and something that it promised did not hold. */
    static final int BROKEN_PROMISE = 1;
    /** The command line or the lab file is wrong. */
    static final int USAGE = 2;

    /** One line about what is wrong. */
    public void complain(String sentence) {
        err.println("wirelathe: " + sentence);
    }
}
