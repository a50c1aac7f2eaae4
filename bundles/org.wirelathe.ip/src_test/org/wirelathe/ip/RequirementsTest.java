package org.wirelathe.ip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** docs/ip-requirements.md names tests; they are there. */
class RequirementsTest {
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z0-9]+\\.)?)([A-Z]\\w+Test)\\.(\\w+)`");

    private static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("docs/ip-requirements.md"))) {
            root = root.getParent();
        }
        return root;
    }

    @Test
    void everyTestThatIsNamedIsThere() throws IOException {
        Path root = root();
        List<Path> sources;
        try (Stream<Path> files = Files.walk(root.resolve("bundles"))) {
            sources = files.filter(file -> file.toString().contains("src_test") && file.toString().endsWith("Test.java"))
                    .toList();
        }
        List<String> missing = new ArrayList<>();
        int named = 0;
        Matcher matcher = NAMED.matcher(Files.readString(root.resolve("docs/ip-requirements.md")));
        while (matcher.find()) {
            named++;
            String end = (matcher.group(1).isEmpty() ? "" : matcher.group(1).replace('.', '/')) + matcher.group(2)
                    + ".java";
            String method = "void " + matcher.group(3) + "(";
            boolean there = false;
            for (Path source : sources) {
                there |= source.toString().replace('\\', '/').endsWith("/" + end)
                        && Files.readString(source).contains(method);
            }
            if (!there) {
                missing.add(matcher.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named > 100, () -> "the page names tests in another form");
    }
}
