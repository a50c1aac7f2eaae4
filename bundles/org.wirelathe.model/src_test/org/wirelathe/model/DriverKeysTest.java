package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lab file says of drivers, and what it can say wrongly. */
class DriverKeysTest {
    private static final Map<String, List<AppSchema.Parameter>> SETTINGS =
            Map.of(
                    "ring",
                    List.of(),
                    "polling",
                    List.of(
                            AppSchema.Parameter.optional(
                                            "interval", ValueType.TIME, "50 us", "The time.")
                                    .within(100, 1_000_000_000)),
                    "replay",
                    List.of(
                            AppSchema.Parameter.required("file", ValueType.FILE, "The file."),
                            AppSchema.Parameter.optional(
                                    "start", ValueType.TIME, "0 s", "The wait.")));
    private static final Vocabulary KNOWN =
            new Vocabulary(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    SETTINGS.keySet(),
                    Map.of(),
                    Map.of(),
                    SETTINGS);

    @TempDir private Path folder;

    private static String text(String iface, String events) {
        return "nodes: { a: { type: host, interfaces: { eth0: { address: 10.0.1.1/24, "
                + iface
                + " } } }, b: { type: host, interfaces: { eth0: 10.0.1.2/24 } } }\n"
                + "links: [ { between: [a:eth0, b:eth0], rate: 1 Gbit/s } ]\n"
                + events;
    }

    private static Lab lab(String text, Vocabulary vocabulary) {
        ParseResult result = LabFile.parse(text, "f", vocabulary);
        assertEquals(List.of(), result.problems());
        return result.lab().orElseThrow();
    }

    private static Driver driver(String iface) {
        return lab(text(iface, ""), KNOWN).nodes().getFirst().interfaces().getFirst().driver();
    }

    private static List<String> problems(String iface) {
        return problems(text(iface, ""), Optional.empty());
    }

    private static List<String> problems(String text, Optional<Path> folder) {
        return LabFile.parse(text, "f", KNOWN, folder).problems().stream()
                .map(Problem::message)
                .toList();
    }

    @Test
    void aDriverIsANameOrATable() {
        assertEquals(Driver.DEFAULT, driver("mtu: 1500"));
        assertEquals(new Driver("polling"), driver("driver: polling"));
        assertEquals(new Driver("polling"), driver("driver: { type: polling }"));
        assertEquals(
                new Driver("polling", Optional.empty(), Map.of("interval", 20_000L)),
                driver("driver: { type: polling, interval: 20us }"));
        assertEquals(
                new Driver("replay", Optional.of("x.pcapng"), Map.of("start", 1_000_000_000L)),
                driver("driver: { type: replay, file: x.pcapng, start: 1s }"));
    }

    @Test
    void replayIsShortForADriverWithAFile() {
        Driver expected = new Driver("replay", Optional.of("x.pcap"), Map.of());
        assertEquals(expected, driver("replay: x.pcap"));
        assertEquals(expected, driver("driver: replay, replay: x.pcap"));
        assertEquals(
                new Driver("replay", Optional.of("x.pcap"), Map.of("start", 5L)),
                driver("driver: { type: replay, start: 5 ns }, replay: x.pcap"));
    }

    @Test
    void anEventTakesTheSame() {
        Lab lab =
                lab(
                        text(
                                "mtu: 1500",
                                "events:\n"
                                        + "  - { at: 1 s, interface: a:eth0, driver: ring }\n"
                                        + "  - { at: 2 s, interface: a:eth0, driver: { type:"
                                        + " replay, file: x.pcap, start: 3 ms } }\n"),
                        KNOWN);
        PortRef port = new PortRef("a", "eth0");
        assertEquals(
                List.of(
                        new Event.DriverSwap(1_000_000_000, port, Driver.DEFAULT),
                        new Event.DriverSwap(
                                2_000_000_000,
                                port,
                                new Driver(
                                        "replay",
                                        Optional.of("x.pcap"),
                                        Map.of("start", 3_000_000L)))),
                lab.events());
    }

    @Test
    void aDriverThatSaysNothingTakesAnyNumber() {
        assertEquals(
                new Driver(
                        "mine",
                        Optional.of("x"),
                        Map.of("a", 5_000_000L, "b", 1L, "c", 7L, "d", 2048L)),
                lab(
                                text(
                                        "driver: { type: mine, file: x, a: 5 ms, b: true, c: 7, d: 2"
                                                + " KiB }",
                                        ""),
                                Vocabulary.ANY)
                        .nodes()
                        .getFirst()
                        .interfaces()
                        .getFirst()
                        .driver());
        assertEquals(
                List.of(
                        "a setting of a driver is a number, a quantity, or `true` or `false`: write it"
                                + " like `a: 5 ms`"),
                LabFile.parse(text("driver: { type: mine, a: [1] }", ""), "f", Vocabulary.ANY)
                        .problems()
                        .stream()
                        .map(Problem::message)
                        .toList());
    }

    @Test
    void unknownKeysNameTheKnownOnes() {
        assertEquals(
                List.of(
                        "unknown key 'intervall': did you mean `interval`? This driver table takes"
                                + " interval, type"),
                problems("driver: { type: polling, intervall: 20 us }"));
        assertEquals(
                List.of("unknown key 'file': This driver table takes interval, type"),
                problems("driver: { type: polling, file: x.pcap }"));
        assertEquals(
                List.of(
                        "this driver table has no `type`: add it, as in `type: polling`"),
                problems("driver: { interval: 20 us }"));
        assertEquals(
                List.of("there is no NIC driver 'pooling': did you mean `polling`?"),
                problems("driver: { type: pooling }"));
    }

    @Test
    void valuesHaveUnitsAndRanges() {
        Problem problem =
                LabFile.parse(text("driver: { type: polling, interval: 2 s }", ""), "f", KNOWN)
                        .problems()
                        .getFirst();
        assertEquals(1, problem.line());
        assertEquals("this time is too large: write at most 1 s", problem.message());
        assertEquals(
                List.of("this time is too small: write at least 100 ns"),
                problems("driver: { type: polling, interval: 10 ns }"));
        assertEquals(
                List.of("'20' has no unit: write a time like `10 ms`"),
                problems("driver: { type: polling, interval: 20 }"));
    }

    @Test
    void aFileIsThereWhereItIsWantedAndNowhereElse() {
        String wanted =
                "the driver replay works from a file: write `driver: { type: replay, file:"
                        + " flood.pcapng }`";
        assertEquals(List.of(wanted), problems("driver: replay"));
        assertEquals(List.of(wanted), problems("driver: { type: replay, start: 1 s }"));
        assertEquals(
                List.of(wanted),
                problems(
                        text(
                                "mtu: 1500",
                                "events: [ { at: 1 s, interface: a:eth0, driver: replay } ]\n"),
                        Optional.empty()));
        assertEquals(
                List.of(
                        "the driver polling works from no file: take `replay` out, or write `driver:"
                                + " replay`"),
                problems("driver: polling, replay: x.pcap"));
        assertEquals(
                List.of(
                        "`replay` and the `file` of `driver` name the same thing: take one of them"
                                + " out"),
                problems("driver: { type: replay, file: x.pcap }, replay: x.pcap"));
    }

    @Test
    void aFileIsBesideTheLabFileAndNotTooLarge() throws IOException {
        String events =
                "events: [ { at: 1 s, interface: a:eth0, driver: { type: replay, file: x.pcap } } ]\n";
        String text = text("driver: { type: replay, file: sub/y.pcap }", events);
        String remedy = "put a pcap or pcapng file beside the lab file";
        assertEquals(
                List.of(
                        "the file 'sub/y.pcap' is not there: " + remedy,
                        "the file 'x.pcap' is not there: " + remedy),
                problems(text, Optional.of(folder)));
        Files.createDirectory(folder.resolve("sub"));
        Files.createFile(folder.resolve("sub").resolve("y.pcap"));
        Files.createDirectory(folder.resolve("x.pcap"));
        assertEquals(
                List.of("the file 'x.pcap' is a folder: " + remedy),
                problems(text, Optional.of(folder)));
        Files.delete(folder.resolve("x.pcap"));
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("x.pcap").toFile(), "rw")) {
            file.setLength(Driver.LARGEST_FILE);
            assertEquals(List.of(), problems(text, Optional.of(folder)));
            file.setLength(Driver.LARGEST_FILE + 1);
        }
        assertEquals(
                List.of(
                        "the file 'x.pcap' is larger than 256 MiB, the most that a driver works from:"
                                + " cut it"),
                problems(text, Optional.of(folder)));
    }
}
