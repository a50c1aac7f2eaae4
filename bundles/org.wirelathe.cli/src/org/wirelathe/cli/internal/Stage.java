package org.wirelathe.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;

/**
 * Where commands speak.
 *
 * @param out results
 * @param err what went wrong, and what is going on
 * @param home the folder that {@code runs/} belongs in
 */
public record Stage(PrintStream out, PrintStream err, Path home) {
    /** Everything was done. */
    static final int DONE = 0;
    /** A run is over, and something that it promised did not hold. */
    static final int BROKEN_PROMISE = 1;
    /** The command line or the lab file is wrong. */
    static final int USAGE = 2;

    /** One line about what is wrong. */
    void complain(String sentence) {
        err.println("wirelathe: " + sentence);
    }
}
