package org.wirelathe.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.AnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.wirelathe.model.Problem;
import org.wirelathe.model.edit.DocumentChange;
import org.wirelathe.model.edit.TextChange;

/** Keeps the text editor's document and the lab document the same, whichever of them is changed. */
final class TextBridge implements IDocumentListener {
    /** Types of annotations. */
    static final String ERROR = "org.wirelathe.ui.error";

    static final String WARNING = "org.wirelathe.ui.warning";

    private final LabSession session;
    private final Document document;
    private final AnnotationModel annotations = new AnnotationModel();
    private boolean following;
    private boolean leading;

    TextBridge(LabSession session) {
        this.session = session;
        this.document = new Document(session.document().text());
        document.addDocumentListener(this);
        showProblems();
    }

    IDocument document() {
        return document;
    }

    IAnnotationModel annotations() {
        return annotations;
    }

    @Override
    public void documentAboutToBeChanged(DocumentEvent event) {
        // Only the change itself matters.
    }

    @Override
    public void documentChanged(DocumentEvent event) {
        if (following) {
            return;
        }
        String replacement = event.getText() == null ? "" : event.getText();
        lead(() -> session.typed(new TextChange(event.getOffset(), event.getLength(), replacement)));
    }

    /** What {@code change} does to the lab document has been done to the text already. */
    void lead(Runnable change) {
        boolean before = leading;
        leading = true;
        try {
            change.run();
        } finally {
            leading = before;
        }
    }

    /** The lab document has changed. */
    void follow(DocumentChange change) {
        if (!leading) {
            following = true;
            try {
                replace(change.changes());
            } finally {
                following = false;
            }
        }
        showProblems();
    }

    private void replace(List<TextChange> changes) {
        try {
            for (TextChange change : changes.reversed()) {
                document.replace(change.offset(), change.length(), change.replacement());
            }
        } catch (BadLocationException impossible) {
            document.set(session.document().text());
        }
    }

    private void showProblems() {
        Map<Annotation, Position> wanted = new HashMap<>();
        int length = document.getLength();
        for (Problem problem : session.document().problems()) {
            int offset = Math.min(problem.offset(), length);
            // A place between two letters is shown as the letter behind it, or the last one of the text.
            int width = Math.clamp(problem.length(), Math.min(1, length - offset), length - offset);
            wanted.put(
                    new Annotation(problem.isError() ? ERROR : WARNING, false, problem.message()),
                    new Position(width == 0 && offset > 0 ? offset - 1 : offset, Math.max(width, Math.min(1, length))));
        }
        annotations.replaceAnnotations(all(), wanted);
    }

    private Annotation[] all() {
        Map<Annotation, Position> present = new HashMap<>();
        annotations.getAnnotationIterator().forEachRemaining(a -> present.put(a, null));
        return present.keySet().toArray(Annotation[]::new);
    }
}
