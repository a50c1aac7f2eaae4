package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An edit whose changes are worked out when it is applied; it remembers what to put back. */
final class TextEdit implements Edit {
    /** A text, without keeping it. */
    private record Print(int length, int hash) {
        static Print of(String text) {
            return new Print(text.length(), text.hashCode());
        }
    }

    private final String label;
    private final boolean mayBreak;
    private final Function<LabDocument, List<TextChange>> plan;
    private List<TextChange> inverse;
    private Print after;

    /**
     * @param mayBreak whether the text may be no YAML afterwards
     */
    TextEdit(String label, boolean mayBreak, Function<LabDocument, List<TextChange>> plan) {
        this.label = label;
        this.mayBreak = mayBreak;
        this.plan = plan;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public void apply(LabDocument document) {
        List<TextChange> changes = plan.apply(document);
        List<TextChange> back = inverse(document.text(), changes);
        if (!changes.isEmpty()) {
            document.change(changes, mayBreak);
        }
        inverse = back;
        after = Print.of(document.text());
    }

    @Override
    public void revert(LabDocument document) {
        if (inverse == null || !after.equals(Print.of(document.text()))) {
            throw new EditException("the text has changed since: undo the later changes first");
        }
        if (!inverse.isEmpty()) {
            document.change(inverse, true);
        }
        inverse = null;
    }

    /**
     * What brings the text back, in terms of the text after {@code changes}, which are in order.
     */
    private static List<TextChange> inverse(String text, List<TextChange> changes) {
        List<TextChange> back = new ArrayList<>();
        int shift = 0;
        for (TextChange change : changes) {
            String old = text.substring(change.offset(), change.end());
            back.add(new TextChange(change.offset() + shift, change.replacement().length(), old));
            shift += change.replacement().length() - change.length();
        }
        return back;
    }
}
