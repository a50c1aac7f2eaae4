package org.wirelathe.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wirelathe.api.nic.RateTrace;

/**
 * A file of times at which a line may send, as Mahimahi's {@code mm-link} takes it: one whole number
 * of milliseconds on each line. Empty lines and lines that begin with {@code #} are skipped.
 *
 * @param rates the trace; none when there are problems
 * @param problems what is wrong, each with its line
 */
public record TraceFile(RateTrace rates, List<Problem> problems) {
    /** Lines whose problems are told; more of them say nothing new. */
    private static final int MOST_PROBLEMS = 5;

    private static final int MOST_DIGITS = 12;

    /**
     * One thing that is wrong with the file.
     *
     * @param line from 1
     * @param message what is wrong, and what to write instead
     */
    public record Problem(int line, String message) {
        @Override
        public String toString() {
            return line + ": " + message;
        }
    }

    public TraceFile {
        problems = List.copyOf(problems);
    }

    /** Reads a file, which may hold anything. */
    public static TraceFile read(Path file) throws IOException {
        // Bytes that are no text become characters that are no digits.
        return parse(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }

    /** Reads the content of a file; any text at all. */
    public static TraceFile parse(String text) {
        String[] lines = text.split("\\R", -1);
        long[] times = new long[lines.length];
        int count = 0;
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < lines.length && problems.size() < MOST_PROBLEMS; i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            long time = time(line);
            long before = count == 0 ? 0 : times[count - 1];
            if (time < 0) {
                problems.add(
                        new Problem(
                                i + 1,
                                "'"
                                        + (line.length() > 40 ? line.substring(0, 37) + "..." : line)
                                        + "' is no time: write a whole number of milliseconds"));
            } else if (time < before) {
                problems.add(
                        new Problem(
                                i + 1,
                                "the time "
                                        + time
                                        + " comes before "
                                        + before
                                        + ", which is above it: put the times in order"));
            } else {
                times[count++] = time;
            }
        }
        if (problems.isEmpty() && (count == 0 || times[count - 1] == 0)) {
            problems.add(
                    new Problem(
                            1,
                            "the trace lasts no time: write at least one time that is later than 0"));
        }
        return new TraceFile(
                problems.isEmpty()
                        ? new RateTrace(Arrays.copyOf(times, count))
                        : RateTrace.NONE,
                problems);
    }

    /** The number, or -1. */
    private static long time(String line) {
        boolean digits = line.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && line.length() <= MOST_DIGITS ? Long.parseLong(line) : -1;
    }
}
