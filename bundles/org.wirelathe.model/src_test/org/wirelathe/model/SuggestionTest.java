package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final Suggestion ALGORITHMS =
            Suggestion.among(List.of("reno", "vegas", "cubic", "bbr"));

    @Test
    void findsSlips() {
        assertEquals(Optional.of("vegas"), ALGORITHMS.nearest("vega"));
        assertEquals(Optional.of("vegas"), ALGORITHMS.nearest("Vegas"));
        assertEquals(Optional.of("cubic"), ALGORITHMS.nearest("cubci"));
        assertEquals(Optional.of("reno"), ALGORITHMS.nearest("renoo"));
        assertEquals(Optional.of("bbr"), ALGORITHMS.nearest("bb"));
    }

    @Test
    void leavesOtherWordsAlone() {
        assertEquals(Optional.empty(), ALGORITHMS.nearest("westwood"));
        assertEquals(Optional.empty(), ALGORITHMS.nearest(""));
        assertEquals(Optional.empty(), ALGORITHMS.nearest("x".repeat(1000)));
        assertEquals(Optional.empty(), Suggestion.among(List.of()).nearest("reno"));
    }

    @Test
    void equallyNearWordsGoByTheAlphabet() {
        assertEquals(Optional.of("r1"), Suggestion.among(List.of("r2", "r1", "r3")).nearest("r9"));
    }

    @Test
    void countsEdits() {
        assertEquals(0, Suggestion.edits("abc", "abc"));
        assertEquals(3, Suggestion.edits("", "abc"));
        assertEquals(1, Suggestion.edits("abc", "acb"));
        assertEquals(3, Suggestion.edits("kitten", "sitting"));
    }
}
