package org.wirelathe.model.edit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.wirelathe.model.Lab;
import org.wirelathe.model.ParseResult;
import org.wirelathe.model.Problem;
import org.wirelathe.model.SourceMap;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.internal.read.LabReader;
import org.wirelathe.model.internal.yaml.YamlReader;
import org.wirelathe.model.internal.yaml.YamlText;

/** A lab file that is being edited: its text, and what the text means. For one thread at a time. */
public final class LabDocument {
    private final String fileName;
    private final Optional<Path> folder;
    private final List<DocumentChange.Listener> listeners = new CopyOnWriteArrayList<>();
    private Vocabulary vocabulary;
    private YamlText yaml;
    private ParseResult result;
    private Lab sound;
    private Optional<Lab> lab = Optional.empty();
    private long revision;

    /** A document whose files nobody looks for. */
    public LabDocument(String text, String fileName, Vocabulary vocabulary) {
        this(text, fileName, vocabulary, Optional.empty());
    }

    /**
     * @param folder where the files are that the lab reads; without it nobody looks whether they
     *     exist
     */
    public LabDocument(String text, String fileName, Vocabulary vocabulary, Optional<Path> folder) {
        this.fileName = fileName;
        this.folder = folder;
        this.vocabulary = vocabulary;
        read(YamlReader.read(text));
    }

    /** The text as it is now. */
    public String text() {
        return yaml.text();
    }

    /** The name that problems carry. */
    public String fileName() {
        return fileName;
    }

    /** The plug-ins that the lab may name. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The lab of the latest text that had no errors; empty when there was none yet. */
    public Optional<Lab> lab() {
        return lab;
    }

    /** True when {@link #lab} is what the text says now, false when the text has errors. */
    public boolean current() {
        return result.lab().isPresent();
    }

    /** Every problem of the text, in its order. */
    public List<Problem> problems() {
        return result.problems();
    }

    /** Where the parts of the text are. */
    public SourceMap source() {
        return result.source();
    }

    /** Grows by one with each change of text or vocabulary. */
    public long revision() {
        return revision;
    }

    public void addListener(DocumentChange.Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(DocumentChange.Listener listener) {
        listeners.remove(listener);
    }

    /**
     * Does {@code edit}.
     *
     * @throws EditException when that is not possible now; the document is then as it was
     */
    public void apply(Edit edit) {
        edit.apply(this);
    }

    /**
     * Undoes {@code edit}, the last one that was applied.
     *
     * @throws EditException when the text is not as the edit left it
     */
    public void revert(Edit edit) {
        edit.revert(this);
    }

    /** Checks the same text against other plug-ins: some have come or gone. */
    public void setVocabulary(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        boolean labChanged = read(yaml);
        announce(List.of(), labChanged);
    }

    /** What can be made of the text as it is now, with holes where it has errors: to be shown, not to be run. */
    public Lab sound() {
        return sound;
    }

    /** The tree of the text as it is now. */
    YamlText yaml() {
        return yaml;
    }

    /**
     * Changes the text.
     *
     * @param changes without overlaps
     * @param mayBreak whether text may follow that is no YAML
     * @throws EditException when it would break and may not; nothing has changed then
     */
    void change(List<TextChange> changes, boolean mayBreak) {
        List<TextChange> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparingInt(TextChange::offset).thenComparingInt(TextChange::end));
        YamlText next = YamlReader.read(replaced(text(), sorted));
        if (!mayBreak && next.problems().size() > yaml.problems().size()) {
            throw new EditException(
                    "the text is written in a way that this cannot be added to: edit it there");
        }
        boolean labChanged = read(next);
        announce(sorted, labChanged);
    }

    static String replaced(String text, List<TextChange> sorted) {
        StringBuilder out = new StringBuilder(text.length() + 64);
        int done = 0;
        for (TextChange change : sorted) {
            if (change.offset() < done || change.end() > text.length()) {
                throw new IllegalArgumentException(
                        "changes overlap or lie outside of the text: " + sorted);
            }
            out.append(text, done, change.offset()).append(change.replacement());
            done = change.end();
        }
        return out.append(text, done, text.length()).toString();
    }

    private boolean read(YamlText next) {
        yaml = next;
        LabReader.Reading reading = LabReader.read(next, fileName, vocabulary, folder);
        result = reading.result();
        sound = reading.sound();
        boolean labChanged = result.lab().isPresent() && !result.lab().equals(lab);
        lab = result.lab().or(() -> lab);
        return labChanged;
    }

    private void announce(List<TextChange> changes, boolean labChanged) {
        revision++;
        DocumentChange change = new DocumentChange(revision, changes, labChanged);
        for (DocumentChange.Listener listener : listeners) {
            listener.changed(change);
        }
    }
}
