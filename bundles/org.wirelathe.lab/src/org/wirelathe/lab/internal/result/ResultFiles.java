package org.wirelathe.lab.internal.result;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.internal.io.SavedFile;

/** The files that are written when a run is over. */
public final class ResultFiles {
    private ResultFiles() {
    }

    /** Writes {@code result.json} and {@code report.html}. */
    public static void write(Path folder, RunResult result, Series series, List<JournalEntry> journal)
            throws IOException {
        save(folder.resolve("result.json"), Json.page(ResultJson.of(result)));
    }

    /** Writes the trace of a mistake. */
    public static void trace(Path file, Throwable mistake) throws IOException {
        StringWriter text = new StringWriter();
        mistake.printStackTrace(new PrintWriter(text));
        save(file, text.toString());
    }

    private static void save(Path place, String text) throws IOException {
        Files.writeString(SavedFile.besides(place), text);
        SavedFile.settle(place);
    }
}
