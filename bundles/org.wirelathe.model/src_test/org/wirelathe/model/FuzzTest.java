package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Whatever the text is: a result, problems inside of the text, in its order, and no lab when there
 * are errors.
 */
class FuzzTest {
    private static final int MUTATIONS = 10_000;
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ": ",
        ",",
        "- ",
        "#",
        " #",
        "\"",
        "'",
        "\n",
        "\r\n",
        "\t",
        "  ",
        "&a ",
        "*a",
        "!!x ",
        "|\n",
        ">-\n",
        "? ",
        "---\n",
        "...\n",
        "<<: ",
        "~",
        "null",
        "true",
        "99999999999999999999999999",
        "-1",
        "0",
        "1e400",
        "10.0.1.1/24",
        "10.0.1.1",
        "bob:5001",
        "1 Gbit/s",
        "10 ms",
        "%",
        "\u0000",
        "\uFEFF",
        "\uD83D",
        "\uDE80",
        "\uD83D\uDE80",
        "\u2028",
        "\u0085",
        "nodes:",
        "links:",
        "alice",
        "eth0",
        "all",
        "%YAML 1.1\n",
        "\\x",
        "\"\\uD800\"",
    };

    private static final Vocabulary KNOWN =
            new Vocabulary(
                    Set.of("reno", "vegas"),
                    Set.of("sink", "send", "ping"),
                    Set.of("fifo"),
                    Set.of("ring"));

    private final Random random = new Random(42);

    @Test
    void noTextIsTooBad() throws Exception {
        List<String> seeds = seeds();
        assertCpuTime(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < MUTATIONS; i++) {
                        String text = seeds.get(i % seeds.size());
                        for (int n = random.nextInt(4); n >= 0; n--) {
                            text = mutate(text);
                        }
                        check(text, i);
                    }
                });
    }

    @Test
    void bytesThatAreNoTextAreNoLab() {
        byte[] noise = new byte[2000];
        for (int i = 0; i < 300; i++) {
            random.nextBytes(noise);
            check(
                    new String(
                            noise,
                            i % 2 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8),
                    i);
        }
    }

    @Test
    void longAndDeepTextsTakeNoTime() {
        String flood = "x".repeat(200) + "\n";
        assertCpuTime(
                Duration.ofSeconds(20),
                () -> {
                    check("nodes:\n" + "  a: { type: host }\n".repeat(20_000), 1);
                    check("{".repeat(200_000), 2);
                    check("- ".repeat(200_000), 3);
                    check("a: ".repeat(100_000), 4);
                    check("\"" + flood.repeat(2_000), 5);
                    check("lab: " + "9".repeat(1_000_000), 6);
                    check("#".repeat(1_000_000), 7);
                    check("lab: [" + "a, ".repeat(200_000), 8);
                    check("\n".repeat(500_000) + "\t", 9);
                    check(
                            "links:\n"
                                    + "  - { between: [a:b, a:b], rate: 1 bit/s }\n".repeat(5_000),
                            10);
                });
    }

    /** CPU time, which other work on the machine does not stretch. */
    private static void assertCpuTime(Duration most, Executable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertDoesNotThrow(work);
        Duration taken = Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
        assertTrue(taken.compareTo(most) < 0, () -> "took " + taken + ", not less than " + most);
    }

    private static void check(String text, int round) {
        ParseResult result;
        try {
            result = LabFile.parse(text, "fuzz", KNOWN);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    "round "
                            + round
                            + ": "
                            + e
                            + "\n"
                            + text.substring(0, Math.min(4000, text.length())),
                    e);
        }
        boolean errors = result.problems().stream().anyMatch(Problem::isError);
        assertEquals(errors, result.lab().isEmpty());
        int last = 0;
        for (Problem problem : result.problems()) {
            assertTrue(
                    problem.offset() >= last
                            && problem.offset() + problem.length() <= text.length(),
                    () -> problem + " outside of\n" + text);
            assertTrue(problem.line() >= 1 && problem.column() >= 1);
            last = problem.offset();
        }
        assertNotNull(result.source().at(text.length() / 2));
    }

    private String mutate(String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(20));
        return switch (random.nextInt(6)) {
            case 0 ->
                    text.substring(0, at)
                            + PIECES[random.nextInt(PIECES.length)]
                            + text.substring(at);
            case 1 ->
                    text.substring(0, at)
                            + PIECES[random.nextInt(PIECES.length)]
                            + text.substring(end);
            case 2 -> text.substring(0, at) + text.substring(end);
            case 3 -> text.substring(0, end) + text.substring(at);
            case 4 -> text.substring(0, at);
            default -> text.substring(0, at) + (char) random.nextInt(0x3000) + text.substring(end);
        };
    }

    private static List<String> seeds() throws Exception {
        List<String> seeds = new ArrayList<>();
        try (var files = Files.list(Repository.file("examples/labs"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
                seeds.add(Files.readString(file));
            }
        }
        assertTrue(seeds.size() >= 4);
        return seeds;
    }
}
