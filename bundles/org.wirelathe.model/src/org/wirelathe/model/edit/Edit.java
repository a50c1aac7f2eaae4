package org.wirelathe.model.edit;

/**
 * One step that a user can do, undo and redo. An edit belongs to one document: apply and revert
 * alternate, and between an apply and its revert every later edit has been reverted.
 */
public interface Edit {
    /** What the user did, for a menu: {@code Move alice}. */
    String label();

    /**
     * Changes the document's text.
     *
     * @throws EditException when that is not possible now; the document is then as it was
     */
    void apply(LabDocument document);

    /**
     * Puts back the exact text from before {@link #apply}.
     *
     * @throws EditException when the text is not as apply left it
     */
    void revert(LabDocument document);
}
