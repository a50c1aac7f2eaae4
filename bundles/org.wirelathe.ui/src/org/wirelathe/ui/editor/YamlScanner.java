package org.wirelathe.ui.editor;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** Splits YAML into what is coloured alike. It looks at a line at a time and knows no more than an eye sees. */
final class YamlScanner implements ITokenScanner {
    private final Token key = new Token(null);
    private final Token comment = new Token(null);
    private final Token quoted = new Token(null);
    private final Token number = new Token(null);
    private final Token mark = new Token(null);
    private final IToken plain = new Token(null);
    private String text = "";
    private int base;
    private int start;
    private int at;

    YamlScanner(TextColours colours) {
        dress(colours);
    }

    /** Uses other colours from now on. */
    void dress(TextColours colours) {
        key.setData(colours.key());
        comment.setData(colours.comment());
        quoted.setData(colours.quoted());
        number.setData(colours.number());
        mark.setData(colours.mark());
    }

    @Override
    public void setRange(IDocument document, int offset, int length) {
        try {
            text = document.get(offset, length);
        } catch (BadLocationException outdated) {
            text = "";
        }
        base = offset;
        start = 0;
        at = 0;
    }

    @Override
    public IToken nextToken() {
        start = at;
        if (at >= text.length()) {
            return Token.EOF;
        }
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return plain;
        }
        if (c == '#' && (start == 0 || Character.isWhitespace(text.charAt(start - 1)))) {
            skipLine();
            return comment;
        }
        if (c == '"' || c == '\'') {
            return skipQuoted(c) ? key : quoted;
        }
        if ("{}[],:-?&*!|>".indexOf(c) >= 0 && !isNumberAt(at)) {
            at++;
            return mark;
        }
        skipWord();
        if (endsWithColon()) {
            return key;
        }
        return isNumberAt(start) ? number : plain;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    /** True when what was quoted is a key. */
    private boolean skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote && text.charAt(at) != '\n') {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        at = Math.min(text.length(), at + 1);
        return endsWithColon();
    }

    /** A word ends at a blank, at a comma or bracket, or at a colon that is followed by a blank. */
    private void skipWord() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c) || ",{}[]".indexOf(c) >= 0 || c == ':' && blankAt(at + 1)) {
                return;
            }
            at++;
        }
    }

    private boolean endsWithColon() {
        return at < text.length() && text.charAt(at) == ':' && blankAt(at + 1);
    }

    private boolean blankAt(int index) {
        return index >= text.length() || Character.isWhitespace(text.charAt(index));
    }

    private boolean isNumberAt(int index) {
        int digit = text.charAt(index) == '-' ? index + 1 : index;
        return digit < text.length() && text.charAt(digit) >= '0' && text.charAt(digit) <= '9';
    }

    @Override
    public int getTokenOffset() {
        return base + start;
    }

    @Override
    public int getTokenLength() {
        return at - start;
    }
}
