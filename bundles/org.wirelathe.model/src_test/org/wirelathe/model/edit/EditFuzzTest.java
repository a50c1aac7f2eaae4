package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.Vocabulary;

/** Edits on texts with mistakes: done and undone to the byte, or refused with nothing changed. */
class EditFuzzTest {
    private static final int ROUNDS = 1500;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ": ",
        ",",
        "- ",
        " #x\n",
        "\"",
        "'",
        "\n",
        "\t",
        "  ",
        "*a",
        "!!x ",
        "|\n",
        "? ",
        "---\n",
        "~",
        "alice",
        "bob:eth0"
    };

    private final Random random = new Random(11);

    @Test
    void anEditIsDoneOrRefused() {
        List<String> samples = new ArrayList<>(Samples.all().values());
        List<Map.Entry<String, EditCases.Case>> edits = new ArrayList<>(EditCases.all().entrySet());
        int done = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = mutate(samples.get(round % samples.size()));
            Map.Entry<String, EditCases.Case> edit = edits.get(random.nextInt(edits.size()));
            done += run(text, edit.getKey(), edit.getValue().edit().get()) ? 1 : 0;
        }
        assertTrue(done > ROUNDS / 4, done + " edits were done");
    }

    private static boolean run(String text, String name, Edit edit) {
        LabDocument document = new LabDocument(text, "lab.yaml", Vocabulary.ANY);
        try {
            document.apply(edit);
        } catch (EditException e) {
            assertEquals(text, document.text(), name);
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(name + " on\n" + text, e);
        }
        String after = document.text();
        document.revert(edit);
        assertEquals(text, document.text(), name);
        document.apply(edit);
        assertEquals(after, document.text(), name);
        return true;
    }

    private String mutate(String text) {
        String changed = text;
        for (int n = random.nextInt(3); n >= 0; n--) {
            int at = random.nextInt(changed.length());
            int end = Math.min(changed.length(), at + random.nextInt(4));
            String piece = random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)] : "";
            changed = changed.substring(0, at) + piece + changed.substring(end);
        }
        return changed;
    }
}
