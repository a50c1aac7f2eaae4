package org.wirelathe.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** What to do about a mistake in the program: its trace goes to a file, its user gets a sentence. */
public final class LastResort {
    private LastResort() {
    }

    /** Returns the exit status. */
    public static int explain(Throwable mistake, Stage stage) {
        StringWriter trace = new StringWriter();
        mistake.printStackTrace(new PrintWriter(trace));
        String what = "this should not have happened: " + mistake;
        for (Path folder : new Path[] {stage.home(), Path.of(System.getProperty("java.io.tmpdir"))}) {
            Path file = folder.resolve("wirelathe-error.log").toAbsolutePath();
            try {
                Files.writeString(file, trace.toString());
                stage.complain(what + "; " + file + " has the details");
                return Stage.BROKEN_PROMISE;
            } catch (IOException e) {
                what += "; cannot write " + file;
            }
        }
        stage.complain(what);
        return Stage.BROKEN_PROMISE;
    }
}
