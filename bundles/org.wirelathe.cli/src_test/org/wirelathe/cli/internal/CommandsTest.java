package org.wirelathe.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.PlugIn;
import org.wirelathe.lab.PlugIn.Kind;
import org.wirelathe.lab.TraceRequest;

class CommandsTest {
    private static final String LAB = """
            lab: Two hosts
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.2/24 } }   # a comment
            links:
              - { between: [alice:eth0, bob:eth0], rate: 1 Gbit/s, delay: 1 ms }
            apps:
              - { on: alice, run: ping, to: bob }
            run: { until: 10 s, seed: 1 }
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeLabs labs = new FakeLabs();

    @TempDir
    Path folder;
    private String file;

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(folder.resolve("two.yaml"), LAB).toString();
    }

    private int wirelathe(String... arguments) throws Exception {
        Stage stage = new Stage(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder);
        return new Commands(stage, () -> labs).execute(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Status 2, and one line on stderr that begins so. */
    private void refuses(String beginning, String... arguments) throws Exception {
        err.reset();
        assertEquals(2, wirelathe(arguments));
        assertEquals("", out());
        assertEquals(1, err().lines().count(), err());
        assertTrue(err().startsWith(beginning), err());
    }

    @Test
    void mistakesOfTheCommandLineAreOneLineEach() throws Exception {
        refuses("wirelathe: there is no command 'rnu'; did you mean run?", "rnu");
        refuses("wirelathe: 'run' needs LAB; 'wirelathe run --help' says", "run");
        refuses("wirelathe: 'run' has no option --sed; did you mean --seed?", "run", file, "--sed", "1");
        refuses("wirelathe: 'run' has no option -x;", "run", file, "-x");
        refuses("wirelathe: 'run' takes --out with a value: --out DIR", "run", file, "--out");
        refuses("wirelathe: 'run' takes --quiet without a value", "run", file, "--quiet=yes");
        refuses("wirelathe: 'run' takes --seed once", "run", file, "--seed", "1", "--seed=2");
        refuses("wirelathe: 'run' takes one LAB, not also 'more'", "run", file, "more");
        refuses("wirelathe: --real-time is not there yet", "run", file, "--real-time");
        refuses("wirelathe: there is no list of 'nodes'", "list", "nodes");
    }

    @Test
    void filesThatCannotBeReadAreOneLine() throws Exception {
        refuses("wirelathe: cannot read nowhere.yaml: no such file", "run", "nowhere.yaml");
        refuses("wirelathe: cannot read " + folder + ": it is a folder", "check", folder.toString());
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xC3, (byte) 0x28});
        refuses("wirelathe: cannot read " + binary + ": it is not UTF-8 text", "check", binary.toString());
    }

    @Test
    void checkPrintsEveryProblemInOrder() throws Exception {
        Files.writeString(Path.of(file), LAB.replace("1 Gbit/s", "1 Gbit").replace("ping", "pong"));
        assertEquals(2, wirelathe("check", file));
        List<String> lines = out().lines().toList();
        assertEquals(2, lines.size(), out());
        assertTrue(lines.get(0).startsWith(file + ":6:"), lines.get(0));
        assertTrue(lines.get(1).startsWith(file + ":8:"), lines.get(1));
        assertEquals("", err());
    }

    @Test
    void runPrintsProblemsAndRunsNothing() throws Exception {
        Files.writeString(Path.of(file), LAB.replace("1 Gbit/s", "1 Gbit").replace("ping", "pong"));
        assertEquals(2, wirelathe("run", file));
        assertEquals("", out());
        assertEquals(2, err().lines().count(), err());
        assertTrue(err().startsWith(file + ":6:"), err());
        assertEquals(null, labs.lab);
    }

    @Test
    void whatTheLabRefusesHasItsPlace() throws Exception {
        labs.refusal = new LabException("no such thing", "links", 0, "queue", "limit");
        assertEquals(2, wirelathe("check", file));
        assertEquals(file + ":6:5: no such thing\n", out());
        out.reset();
        refuses(file + ":6:5: no such thing", "run", file);
        labs.refusal = new LabException("nowhere at all");
        refuses("wirelathe: nowhere at all", "run", file);
    }

    @Test
    void settingsComeFromTheCommandLine() throws Exception {
        refuses("wirelathe: refused by the test", "run", file, "--seed", "42", "--until=3 s", "--set",
                "links.0.loss=1%", "--set=nodes.bob.tcp.congestion=vegas", "--set", "apps.0.count=2",
                "--set", "nodes.alice.interfaces.eth0.mtu=1000", "--set", "lab=Other", "--out", "elsewhere");
        assertEquals(42, labs.lab.run().seed());
        assertEquals(3_000_000_000L, labs.lab.run().until());
        assertEquals(10_000_000, labs.lab.links().getFirst().loss());
        assertEquals("vegas", labs.lab.node("bob").orElseThrow().tcp().congestion());
        assertEquals("2", labs.lab.apps().getFirst().text("count").orElseThrow());
        assertEquals(1000, labs.lab.node("alice").orElseThrow().interfaces().getFirst().mtu());
        assertEquals("Other", labs.lab.name());
        assertEquals(Optional.of(Path.of("elsewhere")), labs.options.results());
        assertEquals(LAB, Files.readString(Path.of(file)));
    }

    @Test
    void settingsThatDoNotFitAreNamed() throws Exception {
        refuses("wirelathe: --set links.0.loss=much: 'much' is not a share", "run", file, "--set", "links.0.loss=much");
        refuses("wirelathe: --set links.1.loss=1%: '1' is none of the links", "run", file, "--set", "links.1.loss=1%");
        refuses("wirelathe: --set nodes.carol.gateway=1.2.3.4: there is no node 'carol'", "run", file, "--set",
                "nodes.carol.gateway=1.2.3.4");
        refuses("wirelathe: --set seed: there is no value", "run", file, "--set", "seed");
        refuses("wirelathe: --set seed=3: 'seed' cannot be set", "run", file, "--set", "seed=3");
        refuses("wirelathe: --set run=3: the path ends too early", "run", file, "--set", "run=3");
        refuses("wirelathe: --set nodes.bob.tcp.congestion=bbr: there is no congestion algorithm 'bbr'", "run", file,
                "--set", "nodes.bob.tcp.congestion=bbr");
        refuses("wirelathe: --seed many: 'many' is not", "run", file, "--seed", "many");
        refuses("wirelathe: --until soon: 'soon' is not a time", "run", file, "--until", "soon");
    }

    @Test
    void resultsGoWhereTheyBelong() throws Exception {
        refuses("wirelathe: refused", "run", file, "--seed", "5");
        assertEquals(Optional.of(folder.resolve("runs").resolve("two-5")), labs.options.results());
        assertEquals(folder, labs.options.inputs());
        assertEquals(file, labs.options.source());
    }

    @Test
    void optionsOfTheRunReachIt() throws Exception {
        refuses("wirelathe: refused", "run", file, "--until", "5 s", "--set", "run.seed=4", "--seed", "3", "--trace",
                "flow alice>bob:5001 byte 7");
        assertEquals(List.of("--until", "5 s", "--set", "run.seed=4"), labs.options.arguments());
        assertEquals(Optional.of(new TraceRequest("alice", 0, "bob", 5001, 7)), labs.options.trace());
        refuses("wirelathe: --trace: 'byte 7' names no byte of a flow; write it like 'flow alice>bob:5001 byte 1000000'",
                "run", file, "--trace", "byte 7");
    }

    @Test
    void watchPointsAreLookedAtBeforeTheRun() throws Exception {
        refuses("wirelathe: refused", "run", file, "--break", "alice cwnd < 20000", "--watch", "at 2 s");
        assertFalse(labs.options.probes());
        refuses("wirelathe: refused", "run", file, "--break", "at 2 s", "--break=drop at bob");
        assertTrue(labs.options.probes());
        refuses("wirelathe: --break: '>' behind cwnd is not understood;", "run", file, "--break", "alice cwnd > 20000");
        refuses("wirelathe: --watch 'drop at bib': there is no node 'bib' among alice, bob; did you mean bob?",
                "run", file, "--watch", "drop at bib");
        refuses("wirelathe: --break 'at 10 s': the run ends at 10 s at the latest", "run", file, "--break", "at 10 s");
    }

    @Test
    void listsWhatIsPluggedIn() throws Exception {
        labs.plugIns = List.of(new PlugIn(Kind.ALGORITHM, "reno", "org.wirelathe.tcp", "1.0.0"),
                new PlugIn(Kind.ALGORITHM, "vegas", "org.wirelathe.cc.vegas", "1.0.0"),
                new PlugIn(Kind.LINK_LAYER, "ethernet", "org.wirelathe.ethernet", "1.0.0"),
                new PlugIn(Kind.NETWORK_LAYER, "ip", "org.wirelathe.ip", "1.0.0"));
        assertEquals(0, wirelathe("list", "algorithms"));
        assertEquals("reno   org.wirelathe.tcp 1.0.0\nvegas  org.wirelathe.cc.vegas 1.0.0\n", out());
        out.reset();
        assertEquals(0, wirelathe("list", "layers"));
        assertEquals("ethernet  link     org.wirelathe.ethernet 1.0.0\nip        network  org.wirelathe.ip 1.0.0\n", out());
    }

    @Test
    void helpGoesToStdout() throws Exception {
        assertEquals(0, wirelathe("run", "--help"));
        assertTrue(out().startsWith("usage: wirelathe run LAB [--until T] [--seed N] [--out DIR] [--set PATH=VALUE]..."),
                out());
        out.reset();
        assertEquals(0, wirelathe("help", "list"));
        assertTrue(out().startsWith("usage: wirelathe list WHAT\n"), out());
        out.reset();
        assertEquals(2, wirelathe());
        assertEquals("", out());
        assertTrue(err().startsWith("usage:"), err());
    }

    @Test
    void withoutALabServiceItSaysSo() throws Exception {
        Stage stage = new Stage(new PrintStream(out), new PrintStream(err, true), folder);
        assertEquals(2, new Commands(stage, () -> null).execute("list", "apps"));
        assertTrue(err().startsWith("wirelathe: the lab is not there"), err());
    }

    @Test
    void aMistakeOfTheProgramLeavesItsTraceInAFile() throws Exception {
        Stage stage = new Stage(new PrintStream(out), new PrintStream(err, true), folder);
        assertEquals(1, LastResort.explain(new IllegalStateException("upside down"), stage));
        Path log = folder.resolve("wirelathe-error.log");
        assertEquals("wirelathe: this should not have happened: java.lang.IllegalStateException: upside down; "
                + log + " has the details\n", err());
        assertTrue(Files.readString(log).contains("CommandsTest"));
    }
}
