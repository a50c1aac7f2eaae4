package org.wirelathe.lab.internal.result;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Series;
import org.wirelathe.lab.internal.io.SavedFile;
import org.wirelathe.lab.internal.report.Report;
import org.wirelathe.lab.internal.report.ResultFile;

/** The files that are written when a run is over. */
public final class ResultFiles {
    private ResultFiles() {
    }

    /**
     * Writes {@code result.json} and {@code report.html}.
     *
     * @param arguments what the command line set
     * @param own captures and saved files of this run, which are in the folder already
     */
    public static void write(Path folder, RunResult result, List<String> arguments, Series series,
            List<JournalEntry> journal, List<Path> own) throws IOException {
        save(folder.resolve("result.json"), Json.page(ResultJson.of(result, arguments)));
        save(folder.resolve("report.html"), Report.of(result, arguments, series, journal, present(folder, own)));
    }

    /** What lies beside the report; a file that could not be written is not among it. */
    private static List<ResultFile> present(Path folder, List<Path> own) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String name : List.of("result.json", "series.csv", "journal.jsonl")) {
            all.add(folder.resolve(name));
        }
        all.addAll(own);
        List<ResultFile> present = new ArrayList<>();
        for (Path file : all) {
            if (Files.isRegularFile(file)) {
                String name = folder.normalize().relativize(file.normalize()).toString();
                present.add(new ResultFile(name.replace(File.separatorChar, '/'), Files.size(file)));
            }
        }
        return present;
    }

    /** Writes the trace of a mistake. */
    public static void trace(Path file, Throwable mistake) throws IOException {
        StringWriter text = new StringWriter();
        try {
            mistake.printStackTrace(new PrintWriter(text));
        } catch (RuntimeException | Error e) { // it asks for messages, and those may be a plug-in's code
            text.append(mistake.getClass().getName()).append(", which cannot say what happened\n");
            for (StackTraceElement element : mistake.getStackTrace()) {
                text.append("\tat ").append(element.toString()).append('\n');
            }
        }
        save(file, text.toString());
    }

    private static void save(Path place, String text) throws IOException {
        Files.writeString(SavedFile.besides(place), text);
        SavedFile.settle(place);
    }
}
