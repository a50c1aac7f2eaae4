package org.wirelathe.ui.editor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContentTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("lab.yaml"), bytes);
    }

    private void survives(byte[] bytes) throws IOException {
        Path file = file(bytes);
        FileContent content = FileContent.read(file);
        content.write(file, content.text());
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void everyByteSurvives() throws IOException {
        survives("lab: \u00fcn\u00ef\u00e7\u00f6d\u00e9 \ud83d\udd27 # c\r\n\r\n\tx".getBytes(StandardCharsets.UTF_8));
        survives("\ufefflab: with a mark\n".getBytes(StandardCharsets.UTF_8));
        survives(new byte[] {'l', 'a', 'b', ':', ' ', (byte) 0xFC, (byte) 0x80, '\n', 0});
        survives(new byte[0]);
    }

    @Test
    void theMarkIsNoPartOfTheText() throws IOException {
        assertEquals("lab", FileContent.read(file("\ufefflab".getBytes(StandardCharsets.UTF_8))).text());
    }

    @Test
    void aLetterThatLatin1LacksTurnsTheFileIntoUtf8() throws IOException {
        Path file = file(new byte[] {(byte) 0xFC});
        FileContent.read(file).write(file, "\u00fc\u2192");
        assertEquals("\u00fc\u2192", Files.readString(file));
    }

    @Test
    void somebodyElsesWriteIsNoticed() throws IOException {
        Path file = file("a".getBytes(StandardCharsets.UTF_8));
        FileContent content = FileContent.read(file);
        assertFalse(content.isOlderThan(file));
        Files.writeString(file, "ab");
        assertTrue(content.isOlderThan(file), "another size");
        content = FileContent.read(file);
        Files.writeString(file, "cd");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertTrue(content.isOlderThan(file), "another time");
        Files.delete(file);
        assertFalse(content.isOlderThan(file), "a file that is gone says nothing");
    }

    @Test
    void savingLeavesNothingElseBehindAndFollowsLinks() throws IOException {
        Path file = file("a".getBytes(StandardCharsets.UTF_8));
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
        FileContent.read(link).write(link, "b");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("b", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file, link), files.sorted().toList());
        }
    }
}
