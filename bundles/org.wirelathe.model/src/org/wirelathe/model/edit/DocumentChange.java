package org.wirelathe.model.edit;

import java.util.List;

/**
 * What happened to a document.
 *
 * @param revision the document's new revision
 * @param changes in terms of the text before, in its order, without overlaps; empty when only the
 *     problems are new
 * @param labChanged whether {@link LabDocument#lab} is another lab than before
 */
public record DocumentChange(long revision, List<TextChange> changes, boolean labChanged) {
    public DocumentChange {
        changes = List.copyOf(changes);
    }

    /** Hears of changes of a document, after they have happened. */
    @FunctionalInterface
    public interface Listener {
        /** Called on the thread that made the change. */
        void changed(DocumentChange change);
    }
}
