package org.wirelathe.model.internal.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.LabFile;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Repository;
import org.wirelathe.model.Vocabulary;

/** docs/lab-file.md says what the code does; {@code -Dwirelathe.write=true} writes its tables. */
class DocumentationTest {
    private static final Path DOCUMENT = Repository.file("docs/lab-file.md");
    private static final Pattern TABLE =
            Pattern.compile("(<!-- keys: ([a-z0-9 -]+) -->\\n)(.*?)(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile(
                    "<!-- (whole|broken) -->\\n"
                            + "```yaml\\n"
                            + "(.*?)```\\n"
                            + "(?:\\n"
                            + "[^\\n"
                            + "]*\\n"
                            + "\\n"
                            + "```\\n"
                            + "(.*?)```)?",
                    Pattern.DOTALL);
    /** A row of two columns: names, and what they do. */
    private static final Pattern WHAT_IT_DOES =
            Pattern.compile("^\\| `([a-z_`, ]+)` \\| [^|]+ \\|$", Pattern.MULTILINE);
    private static final Vocabulary SHIPPED =
            new Vocabulary(
                    Set.of("reno", "vegas"),
                    Set.of("sink", "send", "ping"),
                    ShippedSettings.queues().keySet(),
                    ShippedSettings.drivers().keySet(),
                    AppSchema.BUILT_IN,
                    ShippedSettings.queues(),
                    ShippedSettings.drivers());

    @Test
    void everyKeyIsExplained() throws IOException {
        String document = Files.readString(DOCUMENT);
        Map<String, String> tables = KeyTables.all();
        List<String> found = new ArrayList<>();
        String expected =
                TABLE.matcher(document)
                        .replaceAll(
                                match -> {
                                    found.add(match.group(2));
                                    String table =
                                            tables.getOrDefault(match.group(2), "no such table\n");
                                    return Matcher.quoteReplacement(
                                            match.group(1) + table + match.group(4));
                                });
        if (Boolean.getBoolean("wirelathe.write")) {
            Files.writeString(DOCUMENT, expected);
            document = expected;
        }
        assertEquals(List.copyOf(tables.keySet()), found, "every table is there, in this order");
        assertEquals(expected, document, "write the tables anew with -Dwirelathe.write=true");
    }

    @Test
    void everyShippedQueueAndDriverIsExplained() throws IOException {
        String document = Files.readString(DOCUMENT);
        Set<String> explained = new TreeSet<>();
        Matcher row = WHAT_IT_DOES.matcher(document);
        while (row.find()) {
            explained.addAll(List.of(row.group(1).split("`, `")));
        }
        Set<String> shipped = new TreeSet<>(ShippedSettings.queues().keySet());
        shipped.addAll(ShippedSettings.drivers().keySet());
        assertEquals(shipped, explained);
    }

    @Test
    void everyExampleIsALab() throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
        int whole = 0;
        while (block.find()) {
            List<Problem> problems = LabFile.parse(block.group(2), "my.yaml", SHIPPED).problems();
            if (block.group(1).equals("whole")) {
                whole++;
                assertEquals(List.of(), problems, block.group(2));
            } else {
                String text =
                        String.join("\n", problems.stream().map(Problem::toString).toList()) + "\n";
                assertEquals(text, block.group(3), block.group(2));
            }
        }
        assertTrue(whole >= 2);
    }
}
