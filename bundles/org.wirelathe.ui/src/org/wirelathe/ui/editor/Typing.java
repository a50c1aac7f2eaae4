package org.wirelathe.ui.editor;

import org.eclipse.swt.widgets.Display;
import org.wirelathe.model.edit.Edit;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.TextChange;

/**
 * Makes one step to undo of what is typed in one go: a word or a line, and not every letter. A lab so large that
 * reading it takes longer than a key press is read when the user stops for a moment.
 */
final class Typing {
    /** Reading the text in less time than this, ns, disturbs nobody who types. */
    private static final long FAST = 25_000_000;

    /** Milliseconds without a key after which a large text is read. */
    private static final int PAUSE = 250;

    private final LabSession session;
    private EditOperation open;
    private int next;
    private boolean deleting;
    private long cost;
    private boolean pending;
    private int presses;

    Typing(LabSession session) {
        this.session = session;
    }

    void typed(TextChange change) {
        boolean deletes = change.replacement().isEmpty();
        if (!continues(change, deletes)) {
            settle();
            begin(change);
        } else if (pending || cost > FAST) {
            defer();
        } else {
            absorb(change);
        }
        deleting = deletes;
        next = change.offset() + change.replacement().length();
    }

    private void begin(TextChange change) {
        EditOperation operation = new EditOperation(session, Edits.replaceText(change));
        long start = System.nanoTime();
        session.execute(operation);
        cost = System.nanoTime() - start;
        boolean single = change.length() + change.replacement().length() == 1;
        open = single ? operation : null;
    }

    private void absorb(TextChange change) {
        Edit edit = Edits.replaceText(change);
        long start = System.nanoTime();
        session.document().apply(edit);
        cost = System.nanoTime() - start;
        open.absorb(edit);
    }

    private void defer() {
        pending = true;
        int press = ++presses;
        Display.getCurrent().timerExec(PAUSE, () -> {
            if (press == presses) {
                settle();
            }
        });
    }

    /** Takes over what has been typed and not been read yet. */
    void settle() {
        if (pending) {
            pending = false;
            String before = session.document().text();
            String now = session.text().get();
            session.lead(() -> absorb(difference(before, now)));
        }
    }

    /** The one stretch in which two texts differ. */
    static TextChange difference(String before, String now) {
        int most = Math.min(before.length(), now.length());
        int start = 0;
        while (start < most && before.charAt(start) == now.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < most - start
                && before.charAt(before.length() - 1 - end) == now.charAt(now.length() - 1 - end)) {
            end++;
        }
        return new TextChange(start, before.length() - end - start, now.substring(start, now.length() - end));
    }

    private boolean continues(TextChange change, boolean deletes) {
        if (open == null || LabSession.history().getUndoOperation(session.context()) != open) {
            return false;
        }
        if (deletes) {
            return deleting && change.length() == 1 && (change.end() == next || change.offset() == next);
        }
        boolean letter = change.length() == 0 && change.replacement().length() == 1;
        return !deleting && letter && change.offset() == next && !change.replacement().isBlank();
    }

    /** Whatever is typed from now on is another step. */
    void end() {
        settle();
        open = null;
    }
}
