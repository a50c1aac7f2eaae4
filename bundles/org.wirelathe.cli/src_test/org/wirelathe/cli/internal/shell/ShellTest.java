package org.wirelathe.cli.internal.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.link.NeighbourState;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.cli.internal.FakeLabs;
import org.wirelathe.cli.internal.Stage;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Lines through Gogo to a run that is none; what is expected is what iproute2, ping, ss and netstat print. */
class ShellTest {
    private static final String LAB = """
            lab: Two hosts
            nodes:
              alice: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              bob:   { type: host, interfaces: { eth0: 10.0.1.2/24 } }
            links:
              - { between: [alice:eth0, bob:eth0], rate: 1 Gbit/s, delay: 1 ms }
            run: { until: 10 s, seed: 1 }
            """;
    private static final long MS = 1_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final FakeLabs labs = new FakeLabs();
    private final CommandProcessorImpl processor = new CommandProcessorImpl(null);
    private FakeRun run;
    private FakeNode alice;
    private Shell shell;
    private Gogo gogo;

    @TempDir
    Path folder;

    @BeforeEach
    void begin() throws Exception {
        Stage stage = new Stage(InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), folder);
        labs.runs = lab -> {
            run = new FakeRun(lab);
            return run.asRun();
        };
        shell = new Shell(new ShellLab(labs, stage.out()));
        shell.verbs().forEach(verb -> processor.addCommand(Gogo.SCOPE, Gogo.function(shell, verb), verb.name()));
        gogo = new Gogo(processor, shell, stage);
        shell.lab().load(Files.writeString(folder.resolve("two.yaml"), LAB).toString());
        alice = run.nodes.get("alice");
        alice.address("10.0.1.1/24");
        run.nodes.get("bob").address("10.0.1.2/24");
    }

    @AfterEach
    void end() {
        gogo.close();
        processor.stop();
    }

    /** What a line prints; nothing goes wrong. */
    private String says(String line) {
        out.reset();
        gogo.line(line);
        assertEquals("", err.toString(StandardCharsets.UTF_8), line);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** A line that prints a sentence on stderr and nothing else. */
    private void refuses(String sentence, String line) {
        out.reset();
        err.reset();
        gogo.line(line);
        assertEquals("wirelathe: " + sentence + "\n", err.toString(StandardCharsets.UTF_8));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        err.reset();
    }

    private static RouteEntry route(String to, RouteEntry.Origin origin, RouteEntry.NextHop... hops) {
        return new RouteEntry(IpPrefix.parse(to), RouteEntry.Kind.UNICAST, List.of(hops), 0, Optional.empty(),
                Optional.empty(), origin);
    }

    private static RouteEntry.NextHop via(String gateway, int weight) {
        return new RouteEntry.NextHop(Optional.of(IpAddress.parse(gateway)), Optional.empty(), weight);
    }

    private static RouteEntry.NextHop direct() {
        return new RouteEntry.NextHop(Optional.empty(), Optional.of("eth0"), 1);
    }

    @Test
    void mistakesAreOneSentenceEachAndTheNextLineIsRead() {
        refuses("there is no command 'pign'; did you mean ping?", "pign alice bob");
        refuses("there is no node 'bobb'; did you mean bob?", "ip route show bobb");
        refuses("there is no node 'zurich'; there are alice, bob", "ping alice zurich");
        refuses("TO is missing; write: ping [-4 | -6] FROM TO [count N] [size N] [ttl N]", "ping alice");
        refuses("'x' is no count; it is a number from 1 to 65535", "ping alice bob count x");
        refuses("there is no interface 'bob:eth1'; did you mean bob:eth0?", "tcpdump bob:eth1");
        refuses("there is no congestion algorithm 'vegass'; did you mean vegas?", "swap alice congestion vegass");
        refuses("the line cannot be read: a quote or a bracket is not closed", "ip route show 'bob");
        refuses("'ip' knows no 'tunnel'; there are address, route, neigh and link", "ip tunnel show");
        refuses("the run is already at 0.005000000 s; time does not go back",
                says("run until 5 ms").isEmpty() ? "" : "run until 1 ms");
        assertEquals("at 0.005000000 s\n", says("pause"));
    }

    @Test
    void withoutALabItSaysHowToLoadOne() {
        Shell empty = new Shell(new ShellLab(labs, System.out));
        assertEquals("wirelathe> ", empty.prompt());
        assertEquals("Two hosts, 0 ns> ", shell.prompt());
        assertTrue(empty.candidates(List.of("ping")).isEmpty());
    }

    @Test
    void drivesTheRun() throws Exception {
        assertEquals("at 2.500000000 s\n", says("run until 2.5 s"));
        says("step");
        says("step frame");
        says("step 10 ms");
        assertEquals("2 connections of alice now use vegas\n", says("swap alice congestion vegas"));
        // Unquoted: Gogo would send what is behind > into a file.
        says("break bob eth0 rxNoBuffer >= 1");
        says("break 'alice cwnd < 20 kB'");
        assertEquals("bob eth0 rxNoBuffer >= 1\nalice cwnd < 20000\n", says("break"));
        says("break none");
        assertEquals("", says("break"));
        assertEquals(List.of("Event[]", "Frame[]", "Time[span=10000000]", "swap OfNode[node=alice] vegas",
                "watch bob eth0 rxNoBuffer >= 1", "watch alice cwnd < 20000", "unwatch bob eth0 rxNoBuffer >= 1",
                "unwatch alice cwnd < 20000"), run.done);
        assertEquals("1.500000000 s  swap  alice  from reno to vegas\n", says("journal"));
        assertEquals("ip    inReceives  12\neth0  rxNoBuffer  3   dropped\n", says("counters bob"));
        assertEquals("eth0  rxNoBuffer  3  dropped\n", says("counters bob | grep rx").replaceAll("3 +", "3  "));
    }

    @Test
    void quitEndsTheShellAndNothingBehindItIsRead() throws Exception {
        ShellCommand.read(shell, gogo, new BufferedReader(new StringReader("journal\nquit\nnonsense\n")));
        assertTrue(shell.isOver());
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void showsAndChangesAddresses() {
        alice.address("2001:db8::1/64");
        String link = """
                2: eth0: <BROADCAST,MULTICAST,UP,LOWER_UP> mtu 1500 state UP
                    link/ether 02:00:00:00:00:01 brd ff:ff:ff:ff:ff:ff
                """;
        String four = """
                    inet 10.0.1.1/24 brd 10.0.1.255 scope global eth0
                       valid_lft forever preferred_lft forever
                """;
        String six = """
                    inet6 2001:db8::1/64 scope global
                       valid_lft forever preferred_lft forever
                """;
        assertEquals(link + four + six, says("ip address show alice"));
        assertEquals(link + four, says("ip -4 a s alice"));
        assertEquals(link + six, says("ip -6 addr show alice dev eth0"));
        says("ip address add alice 10.0.1.77/25 dev eth0");
        says("ip addr del alice 10.0.1.1/24 dev eth0");
        assertEquals("    inet 10.0.1.77/25 brd 10.0.1.127 scope global eth0\n", says("ip -4 addr show alice | grep inet"));
        assertEquals(List.of("alice: ip address add 10.0.1.77/25 dev eth0", "alice: ip address del 10.0.1.1/24 dev eth0"),
                run.journal);
        refuses("eth0 has 10.0.1.77/25 already", "ip addr add alice 10.0.1.77/25 dev eth0");
        refuses("there is no interface of alice 'eth7'; did you mean eth0?", "ip addr add alice 10.0.1.78/25 dev eth7");
        alice.carrier = false;
        assertTrue(says("ip link show alice").startsWith("2: eth0: <NO-CARRIER,BROADCAST,MULTICAST,UP> mtu 1500 state DOWN"));
    }

    @Test
    void showsRoutes() {
        alice.routes.add(route("0.0.0.0/0", RouteEntry.Origin.STATIC, via("10.0.1.254", 1)));
        alice.routes.add(route("10.0.1.0/24", RouteEntry.Origin.KERNEL, direct()));
        alice.routes.add(route("10.7.0.0/16", RouteEntry.Origin.COMPUTED, via("10.0.1.3", 1), via("10.0.1.4", 2)));
        alice.routes.add(route("2001:db8:7::/48", RouteEntry.Origin.ADVERTISED, direct()));
        assertEquals("""
                default via 10.0.1.254 dev eth0 proto static
                10.0.1.0/24 dev eth0 proto kernel scope link src 10.0.1.1
                10.7.0.0/16 proto computed
                \tnexthop via 10.0.1.3 dev eth0 weight 1
                \tnexthop via 10.0.1.4 dev eth0 weight 2
                """, says("ip route show alice"));
        assertEquals("2001:db8:7::/48 dev eth0 proto ra\n", says("ip -6 r s alice"));
        assertEquals("10.7.1.1\n\tnexthop via 10.0.1.3 dev eth0 weight 1\n\tnexthop via 10.0.1.4 dev eth0 weight 2\n",
                says("ip route get alice 10.7.1.1"));
        assertEquals("10.0.1.2 dev eth0\n", says("ip route get alice bob"));
        refuses("alice has no route to 2001:db8:8::1", "ip route get alice 2001:db8:8::1");
    }

    @Test
    void addsAndTakesAwayRoutes() {
        says("ip route add alice default via 10.0.1.254");
        says("ip route add alice 10.8.0.0/16 via 10.0.1.3 dev eth0 metric 50 src 10.0.1.1 from 10.2.0.0/16");
        says("ip route add alice blackhole 10.9.0.0/16");
        says("ip route add alice 2001:db8::/32 nexthop via fe80::1 dev eth0 weight 3 nexthop via fe80::2 dev eth0");
        says("ip route add alice default via fe80::1 dev eth0");
        assertEquals("""
                default via 10.0.1.254 dev eth0 proto static
                10.8.0.0/16 from 10.2.0.0/16 via 10.0.1.3 dev eth0 proto static src 10.0.1.1 metric 50
                blackhole 10.9.0.0/16 proto static
                """, says("ip route show alice"));
        assertEquals("""
                2001:db8::/32 proto static
                \tnexthop via fe80::1 dev eth0 weight 3
                \tnexthop via fe80::2 dev eth0 weight 1
                default via fe80::1 dev eth0 proto static
                """, says("ip -6 route show alice"));
        says("ip route del alice 10.9.0.0/16");
        says("ip -6 route del alice default");
        assertEquals(3, alice.routes.size());
        assertEquals("alice: ip route del 10.9.0.0/16", run.journal.get(5));
        refuses("there is no such route to 10.9.0.0/16 on alice; 'ip route show alice' lists those there are",
                "ip route del alice 10.9.0.0/16");
        refuses("'vai' is not known in a route; there are via, dev, metric, from, src and nexthop",
                "ip route add alice 10.9.0.0/16 vai 10.0.1.1");
        refuses("a blackhole route has no next hop", "ip route add alice blackhole 10.9.0.0/16 via 10.0.1.3");
    }

    @Test
    void showsNeighboursOfBothFamilies() {
        alice.neighbours6.add(new NeighbourRow(IpAddress.parse("fe80::2"), 0x020000000002L, NeighbourState.REACHABLE, 0, 0));
        assertEquals("""
                10.0.1.254 dev eth0 lladdr 02:00:00:00:00:02 STALE
                10.0.1.9 dev eth0 FAILED
                fe80::2 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE
                """, says("ip neigh show alice"));
        assertEquals("fe80::2 dev eth0 lladdr 02:00:00:00:00:02 REACHABLE\n", says("ip -6 n alice"));
    }

    @Test
    void listsSockets() {
        alice.socket(5001, "10.0.1.2", 49152, ConnectionState.ESTABLISHED);
        alice.socket(53, "0.0.0.0", 0, ConnectionState.CLOSED);
        assertEquals("Proto  Recv-Q  Send-Q  Local Address  Foreign Address  State\n"
                + "tcp    5       7       10.0.1.1:5001  10.0.1.2:49152   ESTABLISHED\n"
                + "udp    5       7       10.0.1.1:53    *:*\n", says("netstat alice"));
        assertEquals("Netid  State   Recv-Q  Send-Q  Local Address:Port  Peer Address:Port\n"
                + "tcp    ESTAB   5       7       10.0.1.1:5001       10.0.1.2:49152\n"
                + "udp    UNCONN  5       7       10.0.1.1:53         *:*\n", says("ss alice"));
    }

    /** The run answers each request after 2 ms and as many microseconds as its number. */
    private void answering() {
        run.answering = (listener, sequence, size, hopLimit) -> run.agenda.put(run.time() + 2 * MS + 1000 * sequence,
                () -> listener.replied(IpAddress.parse("10.0.1.2"), sequence, size, 63));
    }

    @Test
    void pingsUntilItIsAnswered() {
        answering();
        assertEquals("""
                PING bob (10.0.1.2) 56(84) bytes of data.
                64 bytes from 10.0.1.2: icmp_seq=1 ttl=63 time=2.00 ms
                64 bytes from 10.0.1.2: icmp_seq=2 ttl=63 time=2.00 ms
                --- bob ping statistics ---
                2 packets transmitted, 2 received, 0% packet loss, time 1002ms
                rtt min/avg/max/mdev = 2.001/2.002/2.002/0.001 ms
                """, says("ping alice bob count 2").replace("2.0015", "2.002"));
        assertEquals(1002_002_000, run.time(), "it stands still as soon as the last answer is there");
        assertEquals(List.of("10.0.1.2 1 56 ttl 64", "10.0.1.2 2 56 ttl 64"), alice.echoes);
        assertEquals(List.of("alice: ping bob"), run.journal);
        assertTrue(alice.listeners.values().stream().allMatch(listener -> listener == null));
    }

    @Test
    void pingSaysWhatWentWrong() {
        run.answering = (listener, sequence, size, hopLimit) -> run.agenda.put(run.time() + MS,
                () -> listener.failed(sequence, new NetworkError(NetworkError.Kind.HOST_UNREACHABLE,
                        IpAddress.parse("10.0.1.254"), IpAddress.parse("10.0.1.1"), IpAddress.parse("10.9.9.9"), 0, 0)));
        assertEquals("""
                PING 10.9.9.9 (10.9.9.9) 100(128) bytes of data.
                From 10.0.1.254 icmp_seq=1 Destination Host Unreachable
                --- 10.9.9.9 ping statistics ---
                1 packets transmitted, 0 received, +1 errors, 100% packet loss, time 1ms
                """, says("ping alice 10.9.9.9 count 1 size 100"));
        alice.sent = Sent.NO_ROUTE;
        assertTrue(says("ping alice 10.9.9.9 count 1").contains("\nping: sendmsg: Network is unreachable\n"));
    }

    @Test
    void pingGivesUpWhenNobodyAnswers() {
        assertTrue(says("ping alice bob count 1").contains("\n1 packets transmitted, 0 received, 100% packet loss"));
        assertEquals(10_000 * MS, run.time());
    }

    @Test
    void tracesTheRoute() {
        run.answering = (listener, sequence, size, hopLimit) -> run.agenda.put(run.time() + hopLimit * MS, () -> {
            if (hopLimit == 1) {
                listener.failed(sequence, new NetworkError(NetworkError.Kind.TIME_EXCEEDED, IpAddress.parse("10.0.1.254"),
                        IpAddress.parse("10.0.1.1"), IpAddress.parse("10.0.1.2"), 0, 0));
            } else {
                listener.replied(IpAddress.parse("10.0.1.2"), sequence, size, 63);
            }
        });
        assertEquals("""
                traceroute to bob (10.0.1.2), 30 hops max, 60 byte packets
                 1  10.0.1.254 (10.0.1.254)  1.000 ms  1.000 ms  1.000 ms
                 2  bob (10.0.1.2)  2.000 ms  2.000 ms  2.000 ms
                """, says("traceroute alice bob"));
    }

    @Test
    void completesNamesAndWords() {
        assertTrue(shell.candidates(List.of()).containsAll(List.of("ip", "ping", "tcpdump", "quit")));
        assertEquals(List.of("alice", "bob"), shell.candidates(List.of("ping", "alice")));
        assertEquals(List.of("alice:eth0", "bob:eth0"), shell.candidates(List.of("tcpdump")));
        assertTrue(shell.candidates(List.of("ip", "route")).containsAll(List.of("show", "add", "get", "bob")));
        assertEquals(List.of("reno", "vegas"), shell.candidates(List.of("swap", "bob", "congestion")));
        assertFalse(shell.candidates(List.of("ip", "route", "show")).contains("show"));
    }

    @Test
    void helpListsEveryCommand() {
        String help = says("help");
        shell.verbs().forEach(verb -> assertTrue(help.contains("\n" + verb.name() + " ") || help.startsWith(verb.name()),
                verb.name()));
        assertTrue(says("help ping").startsWith("ping [-4 | -6] FROM TO [count N] [size N] [ttl N]\n"));
        refuses("there is no command 'pign'; did you mean ping?", "help pign");
    }
}
