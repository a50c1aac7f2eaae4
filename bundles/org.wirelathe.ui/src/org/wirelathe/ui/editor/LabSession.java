package org.wirelathe.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.IOperationHistory;
import org.eclipse.core.commands.operations.IUndoContext;
import org.eclipse.core.commands.operations.ObjectUndoContext;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.ui.PlatformUI;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Vocabulary;
import org.wirelathe.model.edit.DocumentChange;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.LabDocument;
import org.wirelathe.model.edit.TextChange;

/** A lab that is being edited: its document, its file, its undo history and what is selected in it. */
public final class LabSession {
    private final IUndoContext context = new ObjectUndoContext(this, "Lab");
    private final List<SessionListener> listeners = new CopyOnWriteArrayList<>();
    private final DocumentChange.Listener onChange = this::changed;
    private final TextBridge text;
    private final Typing typing = new Typing(this);
    private Optional<Path> file;
    private FileContent saved;
    private LabDocument document;
    private List<EditTarget> selection = List.of();
    private boolean wasDirty;

    private LabSession(Optional<Path> file, String name, FileContent saved, String text, Vocabulary vocabulary) {
        this.file = file;
        this.saved = saved;
        this.document = document(text, name, vocabulary);
        this.text = new TextBridge(this);
        this.wasDirty = isDirty();
    }

    /** Opens a file. */
    static LabSession open(Path file, Vocabulary vocabulary) throws IOException {
        FileContent content = FileContent.read(file);
        return new LabSession(
                Optional.of(file), file.getFileName().toString(), content, content.text(), vocabulary);
    }

    /** Begins a lab that has no file yet. */
    static LabSession begin(String name, String text, Vocabulary vocabulary) {
        return new LabSession(Optional.empty(), name, FileContent.unsaved(), text, vocabulary);
    }

    private LabDocument document(String content, String name, Vocabulary vocabulary) {
        LabDocument made = new LabDocument(content, name, vocabulary, file.map(Path::getParent));
        made.addListener(onChange);
        return made;
    }

    /** The truth. Change it by {@link #perform} only. */
    public LabDocument document() {
        return document;
    }

    /** The lab that the text means; with holes where it has errors. */
    public Lab shown() {
        return document.sound();
    }

    /** The same text for a text editor; what is typed there reaches {@link #document} at once. */
    public IDocument text() {
        return text.document();
    }

    /** The problems, as annotations of {@link #text}. */
    IAnnotationModel annotations() {
        return text.annotations();
    }

    /** What the steps of this lab carry in the operation history. */
    public IUndoContext context() {
        return context;
    }

    /** Where it is saved; empty as long as it is not. */
    public Optional<Path> file() {
        return file;
    }

    public boolean isDirty() {
        return !saved.text().equals(document.text()) || file.isEmpty();
    }

    /** Makes one step that can be undone; when that is impossible, listeners are told why. */
    public void perform(Edit edit) {
        execute(new EditOperation(this, edit));
    }

    void execute(EditOperation operation) {
        typing.end();
        try {
            IStatus status = history().execute(operation, null, null);
            if (!status.isOK()) {
                refuse(status.getMessage());
            }
        } catch (ExecutionException e) {
            refuse(e.getMessage());
        }
    }

    /** The text was changed in the text editor. */
    void typed(TextChange change) {
        typing.typed(change);
    }

    void lead(Runnable change) {
        text.lead(change);
    }

    /** Has everything that was typed read: whoever wants to know what the lab is now asks for this first. */
    public void settle() {
        typing.settle();
    }

    /** Tells the user, without a dialog, why something was not done. */
    public void refuse(String sentence) {
        tell(l -> l.refused(Sentences.capital(sentence)));
    }

    static IOperationHistory history() {
        return PlatformUI.getWorkbench().getOperationSupport().getOperationHistory();
    }

    public List<EditTarget> selection() {
        return selection;
    }

    /** Selects these parts in every view. */
    public void select(List<EditTarget> targets) {
        if (!selection.equals(targets)) {
            selection = List.copyOf(targets);
            tell(l -> l.selectionChanged(selection));
        }
    }

    /** Other plug-ins are there now. */
    void setVocabulary(Vocabulary vocabulary) {
        document.setVocabulary(vocabulary);
    }

    /** True when somebody else has written the file since it was read or saved. */
    boolean isOutdated() {
        return file.map(saved::isOlderThan).orElse(false);
    }

    /** Takes the file's text; as a step that can be undone when there is something to lose. */
    void reload() throws IOException {
        FileContent content = FileContent.read(file.orElseThrow());
        saved = content;
        if (!content.text().equals(document.text())) {
            perform(Edits.replaceText(new TextChange(0, document.text().length(), content.text())));
        }
        fileMayHaveChanged();
    }

    /** Writes the text to the session's own file. */
    void save() throws IOException {
        typing.end();
        saved = saved.write(file.orElseThrow(), document.text());
        fileMayHaveChanged();
    }

    /** Writes the text to another file, which is the session's own from then on. */
    void saveAs(Path newFile) throws IOException {
        typing.end();
        saved = saved.write(newFile, document.text());
        file = Optional.of(newFile);
        document.removeListener(onChange);
        document = document(document.text(), newFile.getFileName().toString(), document.vocabulary());
        tell(SessionListener::documentChanged);
        wasDirty = isDirty();
        tell(SessionListener::fileChanged);
    }

    private void changed(DocumentChange change) {
        text.follow(change);
        tell(SessionListener::documentChanged);
        fileMayHaveChanged();
    }

    private void fileMayHaveChanged() {
        boolean dirty = isDirty();
        if (dirty != wasDirty) {
            wasDirty = dirty;
            tell(SessionListener::fileChanged);
        }
    }

    private void tell(Consumer<SessionListener> news) {
        listeners.forEach(news);
    }

    public void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    public void removeListener(SessionListener listener) {
        listeners.remove(listener);
    }

    /** Forgets the undo history. */
    void close() {
        history().dispose(context, true, true, true);
        document.removeListener(onChange);
    }
}
