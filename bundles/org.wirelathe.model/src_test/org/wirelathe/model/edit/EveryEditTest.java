package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Vocabulary;

/**
 * Every kind of edit on every sample: what it means for the lab, which comments stay, and undo and
 * redo to the byte.
 */
class EveryEditTest {
    private static final Pattern COMMENT =
            Pattern.compile("(?<=^|\\s)#[^\\r\\n]*", Pattern.MULTILINE);

    static Stream<Arguments> everything() {
        List<Arguments> all = new ArrayList<>();
        Samples.all()
                .forEach(
                        (sample, text) ->
                                EditCases.all()
                                        .forEach(
                                                (name, edit) ->
                                                        all.add(
                                                                Arguments.of(
                                                                        name, sample, edit,
                                                                        text))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everything")
    void doUndoRedo(String name, String sample, EditCases.Case edit, String text) {
        LabDocument document = new LabDocument(text, "lab.yaml", Vocabulary.ANY);
        assertEquals(List.of(), errors(document), "the sample is sound");
        Lab before = document.lab().orElseThrow();
        LabBuilder expected = new LabBuilder(before);
        edit.meaning().accept(expected);
        Edit it = edit.edit().get();

        document.apply(it);
        String after = document.text();
        assertEquals(List.of(), errors(document), after);
        assertEquals(expected.build(), document.lab().orElseThrow(), after);
        assertEquals(
                expected.build().equals(before),
                after.equals(text),
                "the text changes when the meaning does");
        assertEquals(List.of(), new ArrayList<>(lost(text, after, edit)), after);
        assertLineEnds(text, after);

        document.revert(it);
        assertEquals(text, document.text());
        assertEquals(before, document.lab().orElseThrow());
        document.apply(it);
        assertEquals(after, document.text());
        document.revert(it);
        assertEquals(text, document.text());
    }

    /** Comments that are gone and were not on a part that goes. */
    private static TreeSet<String> lost(String before, String after, EditCases.Case edit) {
        TreeSet<String> lost = new TreeSet<>(comments(before));
        lost.removeIf(after::contains);
        lost.removeAll(edit.commentsThatGo());
        return lost;
    }

    private static List<String> comments(String text) {
        Matcher matcher = COMMENT.matcher(text);
        List<String> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(matcher.group().strip());
        }
        return found;
    }

    private static List<String> errors(LabDocument document) {
        return document.problems().stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .toList();
    }

    private static void assertLineEnds(String before, String after) {
        String rest = before.contains("\r\n") ? after.replace("\r\n", "") : after.replace("\n", "");
        assertFalse(rest.contains("\r") || rest.contains("\n"), after);
        assertEquals(before.endsWith("\n"), after.endsWith("\n"), after);
    }
}
