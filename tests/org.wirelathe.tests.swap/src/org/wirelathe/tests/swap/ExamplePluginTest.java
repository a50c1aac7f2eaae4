package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PluginEvent;

/** The plug-in that docs/plug-ins.md shows is the one that is built, and it does what the page says. */
class ExamplePluginTest {
    private static final Path TREE = Path.of(System.getProperty("wirelathe.tree"));
    private static final String JAR = "org\\.example\\.cc\\.fixed-[^-]*(-SNAPSHOT)?\\.jar";
    private static final Path EXAMPLE = TREE.resolve("examples/plugins/org.example.cc.fixed");

    @Test
    void thePageShowsTheCompiledFile() throws IOException {
        String page = Files.readString(TREE.resolve("docs/plug-ins.md"));
        String fence = "```java\n";
        int start = page.indexOf(fence) + fence.length();
        assertEquals(Files.readString(EXAMPLE.resolve("src/org/example/cc/fixed/FixedWindow.java")),
                page.substring(start, page.indexOf("```", start)));
    }

    @Test
    void itsJarIsDroppedAndCarriesATransfer() throws Exception {
        try (DropFolder folder = new DropFolder()) {
            PluginEvent event = folder.drop("fixed.jar", Files.readAllBytes(jar()));
            assertTrue(event.message().endsWith(": congestion fixed."), event.message());
            try (Transfer transfer = new Transfer(folder.service(Labs.class), "fixed", 2 * 1024)) {
                assertEquals("fixed", transfer.until(200).congestion());
                assertEquals(32 * 1_460, transfer.window());
                transfer.finish();
            }
            assertEquals(List.of(), folder.errors(), "errors in the log");
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLE.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(JAR)).findFirst().orElseThrow();
        }
    }
}
