package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirelathe.cli.CliApplication;

/** {@code wirelathe shell LAB} with its commands in a pipe: the real layers, and Gogo in this framework. */
class ShellSessionTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** What a session with an example prints; it ends with status 0. */
    private List<String> session(String lab, String... lines) {
        String typed = String.join("\n", lines) + "\n";
        int status = CliApplication.execute(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                "shell", Bench.examples().resolve(lab + ".yaml").toString());
        assertEquals(0, status, err::toString);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void showsRoutesAndPings() {
        // 1 ms and 10 ms each way, and 2 x (880 ns + 8.8 us) for 98 bytes with preamble and checksum: 22.0 ms.
        List<String> said = session("ping",
                "ip route show bob",
                "ping alice bob count 2",
                "ip neigh show r1 | grep eth1",
                "traceroute alice bob | grep bob");
        assertEquals(List.of(
                "default via 10.0.2.254 dev eth0 proto static",
                "10.0.2.0/24 dev eth0 proto kernel scope link src 10.0.2.1",
                "PING bob (10.0.2.1) 56(84) bytes of data."), said.subList(0, 3));
        assertEquals("64 bytes from 10.0.2.1: icmp_seq=2 ttl=63 time=22.0 ms", said.get(4));
        assertEquals("2 packets transmitted, 2 received, 0% packet loss", said.get(6).replaceFirst(", time.*", ""));
        assertTrue(said.get(8).matches("10\\.0\\.2\\.1 dev eth1 lladdr [0-9a-f:]{17} REACHABLE"), said.get(8));
        assertTrue(said.get(10).matches(" 2  bob \\(10\\.0\\.2\\.1\\)(  22\\.0\\d\\d ms){3}"), said.get(10));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    /** RFC 4862 §5.4: nothing is sent from an address that is being tried, and whoever wonders is told. */
    @Test
    void saysThatAddressesAreStillTried() {
        List<String> said = session("dual-stack", "ping alice 2001:db8:4::1 count 1", "run until 2s",
                "ping alice 2001:db8:4::1 count 1 | grep received");
        assertEquals("ping: sendmsg: Network is unreachable: alice is still trying its IPv6 addresses;"
                + " `run until 2s` first", said.get(1));
        assertTrue(said.getLast().startsWith("1 packets transmitted, 1 received"), said::toString);
    }

    @Test
    void changesRoutesAndGoesOnAfterMistakes() {
        List<String> said = session("ping",
                "ip route add alice blackhole 10.0.2.0/24",
                "ip route show alice | grep blackhole",
                "nonsense",
                "ip route show zurich",
                "ip route del alice 10.0.2.0/24",
                "ping alice bob count 1 | grep received",
                "journal | grep route");
        assertEquals("blackhole 10.0.2.0/24 proto static", said.getFirst());
        assertEquals(List.of("there is no command 'nonsense'", "there is no node 'zurich'; there are alice, r1, bob"),
                err.toString(StandardCharsets.UTF_8).lines().map(line -> line.replace("wirelathe: ", "")
                        .replaceFirst("(nonsense').*", "$1")).toList());
        assertTrue(said.get(1).startsWith("1 packets transmitted, 1 received, 0% packet loss"), said.get(1));
        assertEquals(List.of("ip route add blackhole 10.0.2.0/24 proto static", "ip route del 10.0.2.0/24"),
                said.subList(2, 4).stream().map(line -> line.replaceFirst(".*(?=ip route)", "")).toList());
    }

    @Test
    void dumpsFramesStepsAndSwaps() {
        List<String> said = session("first-transfer",
                "tcpdump r1:eth1 tcp count 3",
                "run until 2 s",
                "step frame",
                "ss alice",
                "swap alice congestion vegas",
                "status | grep vegas",
                "quit",
                "nonsense");
        assertTrue(said.get(0).matches("00:00:00\\.1\\d{8} IP 10\\.0\\.1\\.1\\.\\d+ > 10\\.0\\.2\\.1\\.5001: Flags \\[S],"
                + " seq \\d+, win \\d+, options \\[mss 1460.*], length 0"), said.get(0));
        assertTrue(said.get(1).matches(".* IP 10\\.0\\.2\\.1\\.5001 > 10\\.0\\.1\\.1\\.\\d+: Flags \\[S\\.], seq \\d+, ack 1,"
                + ".*"), said.get(1));
        assertTrue(said.get(2).matches(".*: Flags \\[\\.], ack 1, win \\d+, length 0"), said.get(2));
        assertEquals(List.of("3 frames", "at 2.000000000 s"), said.subList(3, 5));
        assertTrue(said.get(5).matches("at 2\\.0000\\d+ s"), "a frame is 1.5 KB and there are 100 Mbit/s: " + said.get(5));
        assertTrue(said.get(7).matches("tcp +ESTAB +0 +\\d+ +10\\.0\\.1\\.1:\\d+ +10\\.0\\.2\\.1:5001"), said.get(7));
        assertEquals("1 connection of alice now uses vegas", said.get(8));
        assertEquals(10, said.size(), out::toString);
        assertTrue(said.get(9).contains("ESTABLISHED  vegas"), said.get(9));
        assertEquals("", err.toString(StandardCharsets.UTF_8), "nothing is read behind 'quit'");
    }
}
