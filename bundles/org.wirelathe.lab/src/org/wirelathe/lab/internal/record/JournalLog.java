package org.wirelathe.lab.internal.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.internal.io.Outflow;
import org.wirelathe.lab.internal.result.Json;

/** The journal of a run: kept for whoever asks, and written to {@code journal.jsonl} as it comes. */
public final class JournalLog implements Journal {
    /** Entries kept in memory; the file has all of them. */
    private static final int MOST_KEPT = 100_000;

    private final Scheduler clock;
    private final Consumer<JournalEntry> listener;
    private final Outflow file;
    private final List<JournalEntry> entries = new ArrayList<>();

    /**
     * @param listener told of each entry, on the run's thread
     * @param file where to write; {@code null} for nowhere
     */
    public JournalLog(Scheduler clock, Consumer<JournalEntry> listener, Outflow file) {
        this.clock = clock;
        this.listener = listener;
        this.file = file;
    }

    @Override
    public void event(String kind, String subject, String detail) {
        JournalEntry entry = new JournalEntry(clock.now(), kind, subject, detail);
        synchronized (entries) {
            if (entries.size() < MOST_KEPT) {
                entries.add(entry);
            }
        }
        if (file != null) {
            byte[] line = (Json.line(json(entry)) + '\n').getBytes(StandardCharsets.UTF_8);
            file.write(line, 0, line.length);
        }
        listener.accept(entry);
    }

    /** An entry as results write it. */
    public static Map<String, Object> json(JournalEntry entry) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("time", new Json.Raw(Seconds.text(entry.time())));
        object.put("kind", entry.kind());
        object.put("subject", entry.subject());
        object.put("detail", entry.detail());
        return object;
    }

    /** Entries from number {@code from} on; from any thread. */
    public List<JournalEntry> from(int from) {
        synchronized (entries) {
            return from >= entries.size() ? List.of() : List.copyOf(entries.subList(from, entries.size()));
        }
    }
}
