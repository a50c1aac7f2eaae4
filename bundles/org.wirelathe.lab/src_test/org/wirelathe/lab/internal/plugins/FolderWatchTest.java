package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens in the folder, the last look comes after it. */
class FolderWatchTest {
    private static final Duration QUIET = Duration.ofMillis(20);

    @TempDir
    Path temporary;
    private final BlockingQueue<Set<String>> looks = new LinkedBlockingQueue<>();
    private final List<String> troubles = new ArrayList<>();

    private void look(Path folder) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.forEach(entry -> names.add(entry.getFileName().toString()));
        } catch (IOException gone) {
            names.add("(gone)");
        }
        looks.add(names);
    }

    /** Looks until one shows {@code names}, for at most 20 s. */
    private void awaitLook(String... names) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        Set<String> last = null;
        while (!Set.of(names).equals(last)) {
            Set<String> next = looks.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(next != null, "no look showed " + Set.of(names) + ", the last one " + last);
            last = next;
        }
    }

    @Test
    void everyChangeIsFollowedByALook() throws Exception {
        Path folder = temporary.resolve("made/on/demand");
        FolderWatch watch = new FolderWatch(folder, QUIET, () -> look(folder), troubles::add);
        awaitLook();
        Files.writeString(folder.resolve("a.jar"), "one");
        awaitLook("a.jar");
        for (int i = 0; i < 300; i++) {
            Files.writeString(folder.resolve("b.part"), "more".repeat(i));
        }
        Files.move(folder.resolve("b.part"), folder.resolve("b.jar"));
        Files.delete(folder.resolve("a.jar"));
        awaitLook("b.jar");
        watch.close(Duration.ofSeconds(20));
        Files.writeString(folder.resolve("c.jar"), "nobody looks any more");
        assertEquals(List.of(), troubles);
    }

    @Test
    void aFolderThatIsRemovedIsMadeAgain() throws Exception {
        Path folder = temporary.resolve("dropins");
        FolderWatch watch = new FolderWatch(folder, QUIET, () -> look(folder), troubles::add);
        Files.writeString(folder.resolve("a.jar"), "one");
        awaitLook("a.jar");
        Files.delete(folder.resolve("a.jar"));
        Files.delete(folder);
        awaitLook();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !Files.exists(folder); Thread.yield()) {
            assertTrue(System.nanoTime() < end, "the folder was not made again");
        }
        Files.writeString(folder.resolve("b.jar"), "two");
        awaitLook("b.jar");
        watch.close(Duration.ofSeconds(20));
        assertEquals(List.of(), troubles);
    }

    @Test
    void whatCannotBeAFolderIsSaid() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "in the way");
        assertThrows(IOException.class, () -> new FolderWatch(file, QUIET, () -> look(file), troubles::add));
        Path below = file.resolve("dropins");
        assertThrows(IOException.class, () -> new FolderWatch(below, QUIET, () -> look(below), troubles::add));
    }
}
