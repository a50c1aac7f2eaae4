package org.wirelathe.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.Token;
import org.junit.jupiter.api.Test;

class YamlScannerTest {
    private static final TextAttribute KEY = new TextAttribute(null);
    private static final TextAttribute COMMENT = new TextAttribute(null, null, 1);
    private static final TextAttribute QUOTED = new TextAttribute(null, null, 2);
    private static final TextAttribute NUMBER = new TextAttribute(null, null, 3);
    private static final TextAttribute MARK = new TextAttribute(null, null, 4);

    private static final Map<TextAttribute, String> NAMES =
            Map.of(KEY, "key", COMMENT, "comment", QUOTED, "quoted", NUMBER, "number", MARK, "mark");

    /** What is coloured, as {@code kind=text}; the pieces must cover the whole text. */
    private static List<String> scan(String text) {
        YamlScanner scanner = new YamlScanner(new TextColours(KEY, COMMENT, QUOTED, NUMBER, MARK));
        scanner.setRange(new Document(text), 0, text.length());
        List<String> found = new ArrayList<>();
        int covered = 0;
        for (IToken token = scanner.nextToken(); token != Token.EOF; token = scanner.nextToken()) {
            assertEquals(covered, scanner.getTokenOffset());
            covered += scanner.getTokenLength();
            if (token.getData() != null) {
                found.add(NAMES.get(token.getData()) + "=" + text.substring(scanner.getTokenOffset(), covered));
            }
        }
        assertEquals(text.length(), covered);
        return found;
    }

    @Test
    void keysNumbersAndMarks() {
        assertEquals(
                List.of("key=rate", "mark=:", "number=100", "mark=,", "key=type", "mark=:"),
                scan("rate: 100 Mbit/s, type: host"));
    }

    @Test
    void aColonWithinAWordIsNoKey() {
        assertEquals(
                List.of("key=between", "mark=:", "mark=[", "mark=,", "mark=]"), scan("between: [alice:eth0, r1:eth0]"));
    }

    @Test
    void commentsBeginAfterABlank() {
        assertEquals(List.of("key=a", "mark=:", "comment=# rest: 1"), scan("a: b#c # rest: 1"));
        assertEquals(List.of("comment=# all", "key=k", "mark=:"), scan("# all\nk:"));
    }

    @Test
    void quotes() {
        assertEquals(
                List.of("key=\"x\"", "mark=:", "quoted='it # is'", "comment=# c"), scan("\"x\": 'it # is' # c"));
        assertEquals(List.of("quoted=\"open"), scan("\"open"));
        assertEquals(List.of("quoted=\"a\\\"b\""), scan("\"a\\\"b\""));
    }

    @Test
    void anythingAtAllIsCovered() {
        for (String text : List.of("", "\t\r\n", "- -5 - x", "}{][:::", "\"\\", "'", "#", "a:\r\n  b: -\r\n")) {
            scan(text);
        }
    }
}
