package org.wirelathe.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has changed is marked, and for a while only. */
class MarksTest {
    private final Marks marks = new Marks();

    /** Each letter is a line; a digit behind it its state. */
    private static List<Line> lines(String... texts) {
        return Stream.of(texts).map(text -> new Line(text.substring(0, 1), List.of(List.of(text)), List.of(text), text,
                "", text, false)).toList();
    }

    private String look(long time, String... texts) {
        return marks.look(lines(texts), time).stream().map(m -> m.line().text() + ':' + m.mark().word()).toList()
                .toString();
    }

    @Test
    void theFirstLookMarksNothing() {
        assertEquals("[a1:, b1:]", look(0, "a1", "b1"));
        assertFalse(marks.isMarked());
    }

    @Test
    void newChangedAndGoneAreMarkedUntilTheyFade() {
        look(0, "a1", "b1", "c1");
        assertEquals("[a1:, b1:gone, c2:changed, d1:new]", look(1, "a1", "c2", "d1"));
        assertEquals("[a1:, b1:gone, c2:changed, d1:new]", look(Marks.LINGER, "a1", "c2", "d1"));
        assertTrue(marks.isMarked());
        assertEquals("[a1:, c2:, d1:]", look(Marks.LINGER + 2, "a1", "c2", "d1"));
        assertFalse(marks.isMarked());
    }

    @Test
    void whatComesBackIsNewAndNotGone() {
        look(0, "a1", "b1");
        look(1, "a1");
        assertEquals("[a1:, b2:new]", look(2, "a1", "b2"));
    }

    @Test
    void aTableThatNobodySeesKeepsItsNews() {
        assertFalse(marks.differs(lines("a1")));
        assertFalse(marks.differs(lines("a1")));
        assertTrue(marks.differs(lines("a2")));
        assertTrue(marks.differs(lines("a1", "b1")));
        assertEquals("[a2:changed]", look(5, "a2"));
        assertFalse(marks.differs(lines("a2")));
    }
}
