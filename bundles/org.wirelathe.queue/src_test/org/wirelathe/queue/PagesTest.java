package org.wirelathe.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.queue.QueueDiscipline;
import org.wirelathe.api.queue.Setting;

/** The pages about queues say what the code says. */
class PagesTest {
    private static final Path TREE = Path.of("../..");

    @Test
    void everySettingIsOnThePage() throws IOException {
        String page = Files.readString(TREE.resolve("docs/queues.md"));
        for (QueueDiscipline discipline : ExplorerTest.ALL) {
            assertTrue(page.contains("\n## " + discipline.name() + "\n"), discipline.name());
            for (Setting setting : discipline.settings()) {
                if (!setting.name().startsWith("priomap")) {
                    String row = "| `" + setting.name() + "` | " + standard(setting) + " | " + setting.help() + " |";
                    assertTrue(page.contains(row), row);
                }
            }
        }
    }

    private static String standard(Setting setting) {
        long value = setting.standard();
        return switch (setting.kind()) {
            case TIME -> value == 0 ? "0 s" : value / 1_000_000 + " ms";
            case RATE -> value + " bit/s";
            case SIZE -> value + " B";
            case PACKETS -> value + " packets";
            case SHARE -> value / 10_000_000 + " %";
            case NUMBER -> Long.toString(value);
            case SWITCH -> value == 1 ? "true" : "false";
        };
    }

    @Test
    void thePluginPageShowsTheCompiledFile() throws IOException {
        String page = Files.readString(TREE.resolve("docs/plug-ins.md"));
        int chapter = page.indexOf("# Queue plug-ins");
        String fence = "```java\n";
        int start = page.indexOf(fence, chapter) + fence.length();
        assertEquals(Files.readString(TREE.resolve("examples/plugins/org.example.queue.headdrop/src/org/example/queue/"
                + "headdrop/HeadDrop.java")), page.substring(start, page.indexOf("```", start)));
    }
}
