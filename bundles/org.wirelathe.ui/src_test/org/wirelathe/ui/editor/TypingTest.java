package org.wirelathe.ui.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.edit.TextChange;

class TypingTest {
    @Test
    void differenceIsTheStretchInWhichTwoTextsDiffer() {
        assertEquals(new TextChange(2, 1, "XY"), Typing.difference("abcde", "abXYde"));
        assertEquals(new TextChange(3, 0, "a"), Typing.difference("aaa", "aaaa"));
        assertEquals(new TextChange(0, 3, ""), Typing.difference("abc", ""));
        assertEquals(new TextChange(3, 0, ""), Typing.difference("abc", "abc"));
    }

    @Test
    void differenceMakesTheOneOfTheOther() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            String before = word(random);
            String now = word(random);
            TextChange change = Typing.difference(before, now);
            assertEquals(
                    now, before.substring(0, change.offset()) + change.replacement() + before.substring(change.end()));
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(2)));
        }
        return word.toString();
    }
}
