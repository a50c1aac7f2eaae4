package org.wirelathe.model.edit;

/**
 * The replacement of one stretch of text.
 *
 * @param offset where it starts in the text before the change, in UTF-16 units
 * @param length how much of that text goes
 * @param replacement what comes instead
 */
public record TextChange(int offset, int length, String replacement) {
    public TextChange {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("negative change: " + offset + "+" + length);
        }
    }

    /** The index behind the last character that goes. */
    public int end() {
        return offset + length;
    }
}
