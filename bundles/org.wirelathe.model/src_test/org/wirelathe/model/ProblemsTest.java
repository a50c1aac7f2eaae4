package org.wirelathe.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake has its own problem, at its place, with a sentence that helps. */
class ProblemsTest {
    private static final Vocabulary KNOWN =
        new Vocabulary(Set.of("reno", "vegas"), Set.of("sink", "send", "ping"), Set.of("fifo"), Set.of("ring"));

    private static final String GOOD =
        """
        lab: Good
        nodes:
          alice: { type: host, interfaces: { eth0: 10.0.1.1/24 }, gateway: 10.0.1.254 }
          r1: { type: router, interfaces: { eth0: 10.0.1.254/24, eth1: 10.0.2.254/24 } }
          bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254, tcp: { congestion: vegas } }
        links:
          - { between: [alice:eth0, r1:eth0], rate: 1 Gbit/s, delay: 1 ms }
          - { between: [r1:eth1, bob:eth0], rate: 100 Mbit/s, delay: 10 ms, queue: { type: fifo, limit: 100 packets }, loss: 0.01 % }
        apps:
          - { on: bob, run: sink, port: 5001, save: received.bin }
          - { on: alice, run: send, to: bob:5001, bytes: 1 MiB, at: 100 ms }
          - { on: alice, run: ping, to: bob }
        events:
          - { at: 5 s, swap: { node: alice, congestion: vegas } }
          - { at: 7 s, link: [r1, bob], down: true }
        capture: [ alice:eth0, r1:eth1 ]
        run: { until: 60 s, seed: 1 }
        view: { alice: [40, 80], r1: [200, 80], bob: [360, 80] }
        """;

    /**
     * A change of the good lab and the one problem that it makes.
     *
     * @param to what replaces {@code from}; the problem covers what is between « and »
     */
    private record Mistake(String from, String to, String code, String message) {
        @Override
        public String toString() {
            return code + ": " + to;
        }
    }

    private static final List<Mistake> MISTAKES = new ArrayList<>();

    private static void error(String from, String to, String code, String message) {
        MISTAKES.add(new Mistake(from, to, code, message));
    }

    private static void warning(String from, String to, String code, String message) {
        MISTAKES.add(new Mistake(from, to, "warning " + code, message));
    }

    static List<Mistake> mistakes() {
        MISTAKES.clear();
        keysAndTypes();
        quantities();
        addresses();
        topology();
        apps();
        events();
        return MISTAKES;
    }

    private static void keysAndTypes() {
        error("run: {", "«rnu»: {", "unknown-key", "unknown key 'rnu': did you mean `run`? This lab takes apps, capture, events, lab, links, nodes, run, view");
        error("delay: 1 ms", "«dealy»: 1 ms", "unknown-key", "unknown key 'dealy': did you mean `delay`? This link takes between, delay, loss, queue, rate");
        error("seed: 1", "«colour»: red", "unknown-key", "unknown key 'colour': This run table takes sample, seed, until");
        error("seed: 1", "seed: «x»", "wrong-type", "'x' is not a whole number: write one, as in `1`");
        error("seed: 1", "seed: «99999999999999999999999»", "out-of-range", "'99999999999999999999999' is out of range: write a number from -9223372036854775808 to 9223372036854775807");
        error("seed: 1", "seed: «[1]»", "wrong-type", "this is a list, and `seed` takes a whole number here: write it like `seed: 1`");
        error("lab: Good", "lab: «{ a: 1, b: 2 }»", "wrong-type", "this is a table, and `lab` takes a text here: write it like `lab: First transfer`");
        error("capture: [ alice:eth0, r1:eth1 ]", "capture: «alice:eth0»", "wrong-type", "this is a single value, and `capture` takes a list here: write it like `capture: [ \"alice:eth0\" ]`");
        error("[ alice:eth0, r1:eth1 ]", "[ «alice: eth0», r1:eth1 ]", "wrong-type", "this is a table, and `capture` takes an interface of a node here: if you mean one text, write `alice:eth0` without the space");
        error("type: host, interfaces: { eth0: 10.0.1.1/24 }", "type: «hots», interfaces: { eth0: 10.0.1.1/24 }", "unknown-type", "'hots' is no type of node: write `host` or `router`");
        error("type: router", "type: «switch»", "not-yet", "a node of type switch comes later: use `host` or `router` for now");
        error("type: router, ", "", "missing-key", "this node has no `type`: add it, as in `type: host`");
        error("rate: 1 Gbit/s, ", "", "missing-key", "this link has no `rate`: add it, as in `rate: 1 Gbit/s`");
        error("rate: 1 Gbit/s, ", "«rate»: , ", "missing-value", "`rate` has no value: write it like `rate: 1 Gbit/s`");
        error("\nlinks", "\n  «carol»:\nlinks", "missing-value", "'carol' has no value: it takes type, interfaces, gateway, routes, tcp");
        error("[alice:eth0, r1:eth0]", "«[alice:eth0]»", "wrong-count", "`between` takes 2 items, not 1: write it like `between: [alice:eth0, r1:eth0]`");
        error("alice: [40, 80]", "alice: «[40]»", "wrong-count", "`view` takes 2 items, not 1: write it like `view: { alice: [40, 80] }`");
        error("alice: [40, 80]", "alice: [40, «north»]", "wrong-type", "'north' is not a whole number: write one, as in `1`");
        error("\nlinks", "\n  «bob»: { type: host }\nlinks", "duplicate-key", "'bob' is here twice (first on line 5): keep one, or give the other another name");
        error("\nlinks", "\n  «9th»: { type: host, interfaces: {} }\nlinks", "bad-name", "'9th' is not a name: start with a letter, go on with letters, digits, `-` and `_`");
        error("\nlinks", "\n  «all»: { type: host, interfaces: {} }\nlinks", "bad-name", "'all' means every node, so no node can be called that: choose another name");
        error("seed: 1", "«<<»: {}", "unknown-key", "a lab file does not merge tables: write the keys out");
        error("seed: 1", "seed: «*one»", "alias", "a lab file has no aliases: write the value out instead of `*one`");
        error("seed: 1", "seed: «!»!int 1", "tag", "a lab file has no tags (`!...`): write the plain value");
        error("seed: 1", "«[seed]»: 1", "complex-key", "a key is one word: write `key: value`");
    }

    private static void quantities() {
        error("delay: 1 ms", "delay: «1»", "missing-unit", "'1' has no unit: write a time like `10 ms`");
        error("delay: 1 ms", "delay: «1 lightyear»", "bad-quantity", "'lightyear' is no unit of a time: use ns, us, ms, s, min, h");
        error("delay: 1 ms", "delay: «-1 ms»", "out-of-range", "a time is never negative");
        error("rate: 1 Gbit/s", "rate: «0 bit/s»", "out-of-range", "this rate is too small: write at least 1 bit/s");
        error("rate: 1 Gbit/s", "rate: «-1 Gbit/s»", "out-of-range", "a rate is never negative");
        error("rate: 1 Gbit/s", "rate: «1 Gbps»", "bad-quantity", "'Gbps' is no unit of a rate: use bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s");
        error("rate: 1 Gbit/s", "rate: «1001 Tbit/s»", "out-of-range", "this rate is too large: write at most 1000 Tbit/s");
        error("loss: 0.01 %", "loss: «101 %»", "out-of-range", "this share is too large: write at most 100 %");
        error("loss: 0.01 %", "loss: «0.01»", "missing-unit", "'0.01' has no unit: write a share like `0.1 %`");
        error("limit: 100 packets", "limit: «100»", "missing-unit", "'100' has no unit: write `100 packets`, or a size like `64 KiB`");
        error("limit: 100 packets", "limit: «0 packets»", "out-of-range", "this number of packets is too small: write at least 1 packet");
        error("limit: 100 packets", "limit: «1.5 packets»", "bad-quantity", "'1.5 packets' is finer than one packet, the smallest step of a number of packets");
        error("until: 60 s", "until: «0»", "out-of-range", "this time is too small: write at least 1 ns");
        error("until: 60 s", "until: «99999999999 h»", "out-of-range", "'99999999999 h' is too large for a time");
        error("{ congestion: vegas } }\nlinks", "{ receive-buffer: «0» } }\nlinks", "out-of-range", "this size is too small: write at least 1 B");
        error("{ congestion: vegas } }\nlinks", "{ delayed-ack: «yes» } }\nlinks", "wrong-type", "'yes' is neither `true` nor `false`: write one of them");
    }

    private static void addresses() {
        error("eth0: 10.0.1.1/24", "eth0: «10.0.1.1»", "bad-address", "'10.0.1.1' has no prefix length: write it like `10.0.1.1/24`");
        error("eth0: 10.0.1.1/24", "eth0: «10.0.1.300/24»", "bad-address", "'10.0.1.300' is not an IPv4 address; write four numbers from 0 to 255, as in 10.0.1.1");
        error("eth0: 10.0.1.1/24", "eth0: «10.0.1.1/33»", "bad-address", "'33' is no prefix length: write a number from 1 to 32 after the `/`");
        error("eth0: 10.0.1.1/24", "eth0: «10.0.1.0/24»", "bad-address", "10.0.1.0 is the network 10.0.1.0/24 itself: use 10.0.1.1 or a later one");
        error("eth0: 10.0.1.1/24", "eth0: «10.0.1.255/24»", "bad-address", "10.0.1.255 is the broadcast address of 10.0.1.0/24: use 10.0.1.254 or an earlier one");
        error("eth0: 10.0.1.1/24", "eth0: «224.0.0.1/24»", "bad-address", "224.0.0.1 is no address of one host: use one like 10.0.1.1");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, mac: «01:00:00:00:00:01» }", "bad-address", "01:00:00:00:00:01 is no address of one station: make the first octet 02, as in 02:00:00:00:00:01");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, mac: «02:00» }", "bad-address", "'02:00' is not a MAC address; write six hexadecimal octets, as in 02:00:00:00:00:01");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, mtu: «67» }", "out-of-range", "'67' is out of range: write a number from 68 to 65535");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, rings: { tx: «0» } }", "out-of-range", "'0' is out of range: write a number from 2 to 32768");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, rings: { rx: «100» } }", "ring-size", "a ring of 100 descriptors cannot be built: write a power of two, as in 128");
        error("eth0: 10.0.1.1/24", "eth0: «{ mtu: 1500 }»", "missing-key", "this interface has no `address`: add it, as in `address: 10.0.1.1/24`");
        error("eth1: 10.0.2.254/24", "eth1: 10.0.2.254/24 }, routes: [{ to: «10.0.9.1/24», via: 10.0.2.1 }], tcp: {", "bad-address", "'10.0.9.1/24' has bits behind its prefix: write `10.0.9.0/24`");
        error("eth1: 10.0.2.254/24", "eth1: 10.0.2.254/24 }, routes: [{ to: 10.0.9.0/24, via: «10.0.3.1» }], tcp: {", "next-hop-off-link", "the next hop 10.0.3.1 is on none of r1's networks: write an address in 10.0.1.0/24 or 10.0.2.0/24");
        error("gateway: 10.0.1.254", "gateway: «10.0.2.254»", "next-hop-off-link", "the gateway 10.0.2.254 is on none of alice's networks: write an address in 10.0.1.0/24");
        error("gateway: 10.0.1.254", "gateway: «10.0.1.1»", "next-hop-itself", "the gateway 10.0.1.1 is alice itself: write the neighbour's address");
        error("gateway: 10.0.1.254", "gateway: «r1»", "bad-address", "'r1' is not an IPv4 address; write four numbers from 0 to 255, as in 10.0.1.1");
        error("bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }", "bob: { type: host, interfaces: { eth0: «10.0.2.254/24» }", "duplicate-address", "10.0.2.254 is already the address of r1:eth1 (line 4): give this interface another one");
    }

    private static void topology() {
        error("[alice:eth0, r1:eth0]", "[«alcie:eth0», r1:eth0]", "unknown-node", "there is no node 'alcie': did you mean `alice`?");
        error("[alice:eth0, r1:eth0]", "[«alice:eth7», r1:eth0]", "unknown-interface", "alice has no interface 'eth7': did you mean `eth0`?");
        error("[alice:eth0, r1:eth0]", "[alice:eth0, «r1»]", "bad-port", "'r1' is not an interface of a node: write NODE:INTERFACE, as in `alice:eth0`");
        error("[alice:eth0, r1:eth0]", "[alice:eth0, «quux:lan»]", "unknown-node", "there is no node 'quux': there is alice, bob, r1");
        error("\napps", "\n  - { between: [r1:eth0, «alice:eth0»], rate: 1 Gbit/s }\napps", "two-cables",
            "alice:eth0 already has a cable (line 7): an interface takes one, so add another interface to alice");
        error("bob: { type: host, interfaces: { eth0: 10.0.2.1/24 }, gateway: 10.0.2.254", "bob: { type: host, interfaces: { eth0: 10.0.3.1/24 }, gateway: 10.0.3.254", "different-networks",
            "r1:eth1 is on the network 10.0.2.0/24 and bob:eth0 on 10.0.3.0/24: give both ends addresses of one network");
        error("congestion: vegas } }\nlinks", "congestion: «vega» } }\nlinks", "unknown-congestion", "there is no congestion algorithm 'vega': did you mean `vegas`?");
        error("type: fifo", "type: «lifo»", "unknown-type", "there is no queue discipline 'lifo': did you mean `fifo`?");
        error("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, driver: «e1000» }", "unknown-driver", "there is no NIC driver 'e1000': there is ring");
        error("[ alice:eth0, r1:eth1 ]", "[ alice:eth0, «r1:eth9» ]", "unknown-interface", "r1 has no interface 'eth9': did you mean `eth0`?");
        warning("[ alice:eth0, r1:eth1 ]", "[ alice:eth0, «alice:eth0» ]", "capture-twice", "alice:eth0 is captured already: take this one out");
        warning("bob: [360, 80]", "«bbo»: [360, 80]", "unknown-node", "there is no node 'bbo' to place: did you mean `bob`?");
        warning("eth1: 10.0.2.254/24", "eth1: 10.0.2.254/24, «eth2»: 10.0.9.1/24", "no-cable", "no cable goes into r1:eth2: add a link `between: [r1:eth2, NODE:INTERFACE]`");
        warning("\nlinks", "\n  «carol»: { type: host }\nlinks", "no-interface", "carol has no interface, so nothing reaches it: add `interfaces: { eth0: 10.0.1.1/24 }`");
        warning("eth0: 10.0.1.1/24", "eth0: { address: 10.0.1.1/24, mtu: 9000 }", "different-mtu",
            "alice:eth0 has an mtu of 9000 and r1:eth0 of 1500, so large packets arrive in one direction only: write the same mtu at both");
        warning("gateway: 10.0.2.254, tcp", "gateway: «10.0.2.253», tcp", "nobody-there", "no interface has the address 10.0.2.253: write the address of the router next to bob");
    }

    private static void apps() {
        error("on: bob,", "on: «bub»,", "unknown-node", "there is no node 'bub': did you mean `bob`?");
        error("run: sink", "run: «sinc»", "unknown-run", "there is no application 'sinc': did you mean `sink`?");
        error("port: 5001", "«prot»: 5001, port: 5001", "unknown-key", "unknown key 'prot': did you mean `port`? This app takes at, on, port, run, save");
        error("port: 5001, ", "", "missing-key", "this app has no `port`: add it, as in `port: 5001`");
        error("port: 5001", "port: «70000»", "out-of-range", "'70000' is out of range: write a number from 1 to 65535");
        error("port: 5001", "port: «http»", "wrong-type", "'http' is not a port: write a number from 1 to 65535");
        error("to: bob:5001", "to: «bob»", "missing-port", "'bob' has no port: write it like `bob:5001`");
        error("to: bob:5001", "to: «bob:0»", "out-of-range", "'0' is out of range: write a number from 1 to 65535");
        error("to: bob:5001", "to: «bub:5001»", "unknown-node", "there is no node 'bub': did you mean `bob`?");
        error("to: bob:5001", "to: «10.0.2:5001»", "bad-address", "'10.0.2' is not an IPv4 address; write four numbers from 0 to 255, as in 10.0.1.1");
        error("to: bob }", "to: «bob:80» }", "bad-host", "'bob:80' is not a node or an address: write it without a port, as in `bob`");
        error("bytes: 1 MiB, ", "", "missing-key", "`send` needs `file` or `bytes`: add one of them");
        error("bytes: 1 MiB", "file: x, bytes: «1 MiB»", "one-of", "only one of `file` or `bytes` can be given: take the other out");
        error("save: received.bin", "save: «../received.bin»", "bad-file", "'../received.bin' leads out of the results: write a plain name, as in `received.bin`");
        error("save: received.bin", "save: «/etc/passwd»", "bad-file", "'/etc/passwd' leads out of the results: write a plain name, as in `received.bin`");
        error("\nevents", "\n  - { on: bob, run: sink, port: «5001» }\nevents", "port-taken", "the application of line 10 listens on port 5001 of bob already: choose another port");
        error("\nevents", "\n  - { on: bob, run: sink, port: 5002, save: «./received.bin» }\nevents", "output-taken", "the application of line 10 writes './received.bin' too: choose another name");
        error("run: ping, to: bob", "run: ping, count: «0», to: bob", "out-of-range", "'0' is out of range: write a number from 1 to 1000000000");
        warning("at: 100 ms", "at: «60 s»", "after-end", "the run ends at 60 s, before this starts: start it earlier, or write a later `until` under `run:`");
        warning("to: bob:5001", "to: «bob:5002»", "nobody-listens", "nobody listens on bob:5002, so the connection is refused: add `{ on: bob, run: sink, port: 5002 }`");
        warning("to: bob }", "to: «10.0.2.9» }", "nobody-there", "no interface has the address 10.0.2.9: write the name of a node");
    }

    private static void events() {
        error("at: 5 s, ", "", "missing-key", "this event has no `at`: add it, as in `at: 5 s`");
        error("swap: { node: alice, congestion: vegas }", "swap: { node: «alcie», congestion: vegas }", "unknown-node", "there is no node 'alcie': did you mean `alice`?");
        error("swap: { node: alice, congestion: vegas }", "swap: { node: alice, congestion: «cubic» }", "unknown-congestion", "there is no congestion algorithm 'cubic': there is reno, vegas");
        error("swap: { node: alice, congestion: vegas }", "swap: «{ congestion: vegas }»", "missing-key", "this swap table has no `node`: add it, as in `node: alice`");
        error("swap: { node: alice, congestion: vegas }", "swap: { node: all, flow: «bub:80», congestion: vegas }", "unknown-node", "there is no node 'bub': did you mean `bob`?");
        error("link: [r1, bob]", "link: «[alice, bob]»", "unknown-link", "no cable joins alice and bob: name the two ends of one under `links:`");
        error("link: [r1, bob]", "link: [r1, «bub»]", "unknown-node", "there is no node 'bub': did you mean `bob`?");
        error("link: [r1, bob]", "link: [r1:eth1, «bob:eth1»]", "unknown-interface", "bob has no interface 'eth1': did you mean `eth0`?");
        error("{ at: 7 s, link: [r1, bob], down: true }", "«{ at: 7 s, link: [r1, bob] }»", "missing-key", "this event does not say what happens to the cable: add `down: true` or `down: false`");
        error("{ at: 7 s, link: [r1, bob], down: true }", "«{ at: 7 s }»", "event-kind", "this event does nothing: add `swap: { node: alice, congestion: vegas }` or `link: [r1, bob], down: true`");
        error("{ at: 7 s, link: [r1, bob], down: true }", "«{ at: 7 s, link: [r1, bob], down: true, swap: { node: all, congestion: reno } }»", "event-kind", "this event has both `swap` and `link`: make two events of it");
        error("swap: { node: alice, congestion: vegas }", "swap: { node: alice, congestion: vegas }, down: «true»", "unknown-key", "`down` belongs to an event with `link`: take it out here");
        warning("at: 7 s", "at: «70 s»", "after-end", "the run ends at 60 s, before this happens: let it happen earlier, or write a later `until` under `run:`");
    }

    @Test
    void theGoodLabHasNone() {
        assertEquals(List.of(), LabFile.parse(GOOD, "lab.yaml", KNOWN).problems());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void isFoundAtItsPlace(Mistake mistake) {
        assertTrue(GOOD.contains(mistake.from), "the good lab has " + mistake.from);
        String marked = replaceFirst(GOOD, mistake.from, mistake.to);
        String text = marked.replace("«", "").replace("»", "");
        List<Problem> problems = LabFile.parse(text, "lab.yaml", KNOWN).problems();
        Problem problem =
            problems.stream()
                .filter(p -> p.message().equals(mistake.message))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not among " + problems));
        assertEquals(mistake.code.replace("warning ", ""), problem.code());
        assertEquals(mistake.code.startsWith("warning "), problem.severity() == Severity.WARNING);
        int start = marked.indexOf('«');
        if (start >= 0) {
            assertEquals(start, problem.offset(), problem.toString());
            assertEquals(marked.indexOf('»') - start - 1, problem.length(), problem.toString());
        }
        String before = text.substring(0, problem.offset());
        assertEquals(before.chars().filter(c -> c == '\n').count() + 1, problem.line());
        assertEquals(problem.offset() - before.lastIndexOf('\n'), problem.column());
        assertEquals(problem.isError(), LabFile.parse(text, "lab.yaml", KNOWN).lab().isEmpty());
    }

    /** A mistake must not drag others behind it, but for those that say the same of the other end. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void comesAlone(Mistake mistake) {
        String text = replaceFirst(GOOD, mistake.from, mistake.to).replace("«", "").replace("»", "");
        List<Problem> problems = LabFile.parse(text, "lab.yaml", KNOWN).problems();
        long errors = problems.stream().filter(Problem::isError).count();
        if (!mistake.code.startsWith("warning ")) {
            assertTrue(errors <= 2, () -> "too much: " + problems);
        } else {
            assertEquals(0, errors, () -> "too much: " + problems);
        }
    }

    private static String replaceFirst(String text, String from, String to) {
        int at = text.indexOf(from);
        return text.substring(0, at) + to + text.substring(at + from.length());
    }

    @Test
    void theyComeAllAtOnceInTheOrderOfTheText() {
        String text =
            GOOD.replace("type: router", "type: ruoter")
                .replace("rate: 1 Gbit/s", "rate: 1 Gbit")
                .replace("run: sink", "run: sinc")
                .replace("at: 5 s, ", "")
                .replace("seed: 1", "sead: 1");
        List<String> found = LabFile.parse(text, "five.yaml", KNOWN).problems().stream().map(Problem::toString).toList();
        assertEquals(
            List.of(
                "five.yaml:4:15: 'ruoter' is no type of node: write `host` or `router`",
                "five.yaml:7:45: 'Gbit' is no unit of a rate: did you mean Gbit/s? use bit/s, kbit/s, Mbit/s, Gbit/s, Tbit/s",
                "five.yaml:10:21: there is no application 'sinc': did you mean `sink`?",
                "five.yaml:14:5: this event has no `at`: add it, as in `at: 5 s`",
                "five.yaml:17:21: unknown key 'sead': did you mean `seed`? This run table takes sample, seed, until"),
            found);
    }

    @Test
    void parallelCablesNeedTheirPortsInAnEvent() {
        String text =
            """
            nodes:
              a: { type: host, interfaces: { eth0: 10.0.1.1/24, eth1: 10.0.2.1/24 } }
              b: { type: host, interfaces: { eth0: 10.0.1.2/24, eth1: 10.0.2.2/24 } }
            links:
              - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
              - { between: [b:eth1, a:eth1], rate: 1 Gbit/s }
            events:
              - { at: 1 s, link: [a, b], down: true }
            """;
        assertEquals(
            List.of("f:8:22: 2 cables join a and b: say which one, as in `[a:eth0, b:eth0]`"),
            LabFile.parse(text, "f", KNOWN).problems().stream().map(Problem::toString).toList());
        assertEquals(List.of(), LabFile.parse(text.replace("[a, b]", "[a:eth1, b]"), "f", KNOWN).problems());
    }

    @Test
    void filesToSendMustBeThere(@TempDir Path folder) throws Exception {
        String text = GOOD.replace("bytes: 1 MiB", "file: payload.bin");
        assertEquals(List.of(), LabFile.parse(text, "f", KNOWN).problems());
        assertEquals(
            List.of("f:11:49: the file 'payload.bin' is not there: put a file beside the lab file, or send `bytes: 1 MiB` of made-up payload"),
            LabFile.parse(text, "f", KNOWN, Optional.of(folder)).problems().stream().map(Problem::toString).toList());
        Files.writeString(folder.resolve("payload.bin"), "x");
        assertEquals(List.of(), LabFile.parse(text, "f", KNOWN, Optional.of(folder)).problems());
    }

    @Test
    void packetsMustFindTheirWayThereAndBack() {
        String noGateway = GOOD.replace("gateway: 10.0.1.254 ", "");
        assertEquals(
            List.of("no packet gets from alice to bob: alice has no route to 10.0.2.1: give it a `gateway` or `routes`"),
            messages(noGateway));
        String oneWay = GOOD.replace("gateway: 10.0.2.254, ", "");
        assertEquals(
            List.of("no answer gets from bob back to alice: bob has no route to 10.0.1.1: give it a `gateway` or `routes`"),
            messages(oneWay));
        String throughAHost = GOOD.replace("type: router", "type: host");
        assertEquals(List.of("no packet gets from alice to bob: r1 is a host and forwards nothing: let a router do it"), messages(throughAHost));
        String circle = GOOD.replace("eth1: 10.0.2.254/24 }", "eth1: 10.0.2.254/24 }, routes: [{ to: 10.0.2.1/32, via: 10.0.1.1 }]")
            .replace("{ type: host, interfaces: { eth0: 10.0.1.1/24 }", "{ type: router, interfaces: { eth0: 10.0.1.1/24 }");
        assertTrue(messages(circle).contains("no packet gets from alice to bob: the routes lead in a circle through alice"), messages(circle).toString());
    }

    /** Messages without repetition: two applications of the good lab talk to bob. */
    private static List<String> messages(String text) {
        return LabFile.parse(text, "f", KNOWN).problems().stream().map(Problem::message).distinct().toList();
    }

    @Test
    void aNetworkBelongsOnOneCable() {
        String text =
            """
            nodes:
              a: { type: host, interfaces: { eth0: 10.0.1.1/24 } }
              b: { type: host, interfaces: { eth0: 10.0.1.2/24, eth1: 10.0.1.3/24 } }
              c: { type: host, interfaces: { eth0: 10.0.1.4/24 } }
            links:
              - { between: [a:eth0, b:eth0], rate: 1 Gbit/s }
              - { between: [b:eth1, c:eth0], rate: 1 Gbit/s }
            """;
        assertEquals(
            List.of(
                "f:3:59: b:eth0 is on the network 10.0.1.0/24 too: give each interface its own network",
                "f:7:16: the network 10.0.1.0/24 is on the cable of line 6 too: give each cable its own network"),
            LabFile.parse(text, "f", KNOWN).problems().stream().map(Problem::toString).toList());
    }

    @Test
    void nothingIsNoLab() {
        assertEquals(List.of("f:1:1: there is no lab here: start with `lab: A title` and `nodes:`"), texts(""));
        assertEquals(List.of("f:1:1: there is no lab here: start with `lab: A title` and `nodes:`"), texts("# only a comment\n"));
        assertEquals(List.of("f:1:1: a lab file is a table: start with `lab: A title` and `nodes:`"), texts("hello"));
        assertEquals(List.of("f:1:1: a lab file is a table: start with `lab: A title` and `nodes:`"), texts("- a\n- b\n"));
        assertEquals(List.of("f:1:1: this lab has no `nodes`: add it, as in `nodes:`"), texts("lab: x"));
        assertEquals(List.of("f:1:1: this lab has no nodes: add some under `nodes:`"), texts("nodes:\n"));
    }

    private static List<String> texts(String text) {
        return LabFile.parse(text, "f", Vocabulary.ANY).problems().stream().map(Problem::toString).toList();
    }
}
