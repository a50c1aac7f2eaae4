package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Position;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Span;
import org.wirelathe.model.Vocabulary;

class LabDocumentTest {
    private static final String TEXT = "nodes:\n  a: { type: host }\nview: { a: [1, 2] }\n";

    private final LabDocument document = new LabDocument(TEXT, "my.yaml", Vocabulary.ANY);
    private final List<DocumentChange> heard = new ArrayList<>();

    LabDocumentTest() {
        document.addListener(heard::add);
    }

    private Problem firstError() {
        return document.problems().stream().filter(Problem::isError).findFirst().orElseThrow();
    }

    @Test
    void tellsWhatHasChanged() {
        document.apply(Edits.move(Map.of("a", new Position(1, 30))));
        assertEquals(
                List.of(
                        new DocumentChange(
                                1, List.of(new TextChange(TEXT.indexOf("2]"), 1, "30")), true)),
                heard);
        assertEquals(new Position(1, 30), document.lab().orElseThrow().view().get("a"));
    }

    @Test
    void keepsTheLastGoodLabWhileTheTextHasErrors() {
        Lab good = document.lab().orElseThrow();
        Edit edit = Edits.replaceText(new TextChange(TEXT.indexOf("host"), 4, "hots"));
        document.apply(edit);
        assertFalse(document.current());
        assertEquals(good, document.lab().orElseThrow());
        assertEquals(
                "my.yaml:2:14: 'hots' is no type of node: write `host`, `router` or `switch`",
                firstError().toString());
        assertFalse(heard.getFirst().labChanged());
        document.revert(edit);
        assertTrue(document.current());
        assertEquals(TEXT, document.text());
    }

    @Test
    void anyTextMayBeTyped() {
        document.apply(Edits.replaceText(new TextChange(0, TEXT.length(), "{{{{")));
        assertEquals("{{{{", document.text());
        assertFalse(document.problems().isEmpty());
        assertTrue(document.lab().isPresent());
    }

    @Test
    void nodesCanBeMovedWhileAnotherPlaceHasAnError() {
        document.apply(Edits.replaceText(new TextChange(0, 0, "rnu: 1\n")));
        document.apply(Edits.move(Map.of("a", new Position(5, 6))));
        assertEquals("rnu: 1\n" + TEXT.replace("1, 2", "5, 6"), document.text());
    }

    @Test
    void revertWantsTheTextAsApplyLeftIt() {
        Edit first = Edits.move(Map.of("a", new Position(5, 6)));
        document.apply(first);
        document.apply(Edits.move(Map.of("a", new Position(7, 8))));
        assertThrows(EditException.class, () -> document.revert(first));
        assertTrue(document.text().contains("[7, 8]"));
        assertThrows(EditException.class, () -> document.revert(Edits.move(Map.of())));
    }

    @Test
    void newPlugInsAreNoticed() {
        document.apply(Edits.set(EditTarget.node("a"), "tcp.congestion", Optional.of("bbr")));
        heard.clear();
        document.setVocabulary(new Vocabulary(Set.of("reno"), Set.of(), Set.of(), Set.of()));
        assertEquals("unknown-congestion", firstError().code());
        assertEquals(List.of(new DocumentChange(2, List.of(), false)), heard);
        document.setVocabulary(new Vocabulary(Set.of("reno", "bbr"), Set.of(), Set.of(), Set.of()));
        assertTrue(document.current());
    }

    @Test
    void anEditWithoutEffectIsNoChange() {
        Edit edit = Edits.move(Map.of("a", new Position(1, 2)));
        document.apply(edit);
        document.revert(edit);
        assertEquals(List.of(), heard);
        assertEquals(0, document.revision());
    }

    @Test
    void listenersLeave() {
        DocumentChange.Listener listener = change -> heard.clear();
        document.addListener(listener);
        document.removeListener(listener);
        document.apply(Edits.move(Map.of("a", new Position(5, 6))));
        assertEquals(1, heard.size());
    }

    @Test
    void saysWhereThingsAre() {
        assertEquals(Optional.of(new Span(9, 17)), document.source().span("nodes", "a"));
        assertEquals(Optional.of(new Span(12, 14)), document.source().value("nodes", "a"));
        assertEquals(Optional.of(new Span(20, 4)), document.source().value("nodes", "a", "type"));
        assertEquals(
                Optional.of(new Span(TEXT.indexOf("2]"), 1)),
                document.source().span("view", "a", 1));
        assertEquals(Optional.empty(), document.source().span("nodes", "b"));
        assertEquals(Optional.empty(), document.source().span("view", "a", 2));
        assertEquals(List.of("nodes", "a", "type"), document.source().at(21));
        assertEquals(List.of("view", "a", 0), document.source().at(TEXT.indexOf("1, 2")));
        assertEquals(List.of(), document.source().at(TEXT.length()));
    }
}
