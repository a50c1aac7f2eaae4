package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot.CounterRow;

/**
 * The equations of docs/counters.md, over the counters of one node: what came into a layer is what it delivered and
 * what it dropped by reason, and where packets may wait, what waits there.
 */
final class Balance {
    /** What becomes of frames between the card, or a file that is played, and the link. */
    private static final String[] BEFORE_LINK = {"replayTooLong", "rxGroMerged", "rxNoReceiver"};
    private static final String[] LINK_IN = {"rxTruncated", "rxSourceInvalid", "rxOwnSource", "rxVlanUnknown",
        "rxOtherHost", "rxNotJoined", "rxLengthFrame", "rxUnknownType"};
    private static final String[] LINK_OUT = {"txNoNextHop", "txTooBig", "txAddressUntried", "arpPendingFull",
        "arpCacheFull"};
    private static final String[] NEIGHBOURS = {"ndPendingFull", "ndCacheFull", "ndDisabled"};
    private static final String[] SWITCH = {"rxTruncated", "rxSourceInvalid", "rxReserved", "rxVlanRefused",
        "rxSamePort", "rxBlocked", "rxNoPort", "rxLoopFrame", "txTooBig"};

    private final String node;
    private final List<CounterRow> rows;
    private final List<Equation> equations = new ArrayList<>();

    /**
     * Two sums that should be the same.
     *
     * @param where a node and a layer of it
     * @param in what came in
     * @param out where it went
     * @param mayWait whether there may be less out than in
     */
    record Equation(String where, long in, long out, boolean mayWait) {
        long waiting() {
            return in - out;
        }

        boolean holds() {
            return waiting() == 0 || mayWait && waiting() > 0;
        }
    }

    private Balance(String node, List<CounterRow> rows) {
        this.node = node;
        this.rows = rows;
        interfaces().forEach(this::driver);
        if (all("switchIn") > 0) {
            bridge();
        } else {
            interfaces().forEach(this::link);
            ip();
            ip6();
            protocols();
        }
    }

    /** Nothing was lost between the layers of any node; some of it may wait. */
    static void assertHolds(RunResult result) {
        assertEquals(List.of(), of(result.counters()).stream().filter(equation -> !equation.holds()).toList());
        assertEquals(List.of(), result.interfaces().stream().filter(nic -> nic.held() < 0).toList());
    }

    /** And nothing waits anywhere any more, but fragments for the rest of their packet: that takes half a minute. */
    static void assertHoldsAtRest(RunResult result) {
        assertEquals(List.of(), of(result.counters()).stream().filter(equation -> equation.waiting() != 0
                && !(equation.where().endsWith("fragments") && equation.holds())).toList());
        assertEquals(List.of(), result.interfaces().stream().filter(nic -> nic.held() != 0).toList());
    }

    /** The equations of every node. */
    static List<Equation> of(List<CounterRow> counters) {
        Map<String, List<CounterRow>> nodes = new LinkedHashMap<>();
        counters.forEach(row -> nodes.computeIfAbsent(row.node(), name -> new ArrayList<>()).add(row));
        List<Equation> equations = new ArrayList<>();
        nodes.forEach((node, rows) -> equations.addAll(new Balance(node, rows).equations));
        return equations;
    }

    /** The interfaces that frames came in or went out at; {@code eth0.10}, a VLAN, is a part of {@code eth0}. */
    private TreeSet<String> interfaces() {
        TreeSet<String> names = new TreeSet<>();
        for (CounterRow row : rows) {
            if (List.of("rxPackets", "replayFrames", "linkIn", "linkDelivers", "linkRequests", "switchIn")
                    .contains(row.name()) && !row.place().equals("lo")) {
                names.add(row.place().split("\\.")[0]);
            }
        }
        return names;
    }

    private void driver(String nic) {
        waits(nic + " driver", sum(nic, "rxPackets", "replayFrames"),
                sum(nic, BEFORE_LINK) + sum(nic, "linkIn", "switchIn"));
    }

    private void link(String nic) {
        exact(nic + " in", sum(nic, "linkIn"), sum(nic, LINK_IN) + sum(nic, "linkDelivers", "arpInPackets"));
        exact(nic + " ARP", sum(nic, "arpInPackets"),
                sum(nic, "arpOutReplies", "arpInReplies", "arpInOthers") + drops(nic, "arpIn"));
        waits(nic + " out", sum(nic, "linkRequests"),
                sum(nic, "linkTransmits", "linkUnresolved") + sum(nic, LINK_OUT));
    }

    private void bridge() {
        exact("switch", all("switchIn") + sum("switch", "copies", "loopFramesOut"),
                all("switchOut") + sum("switch", "loopFramesIn") + all(SWITCH));
    }

    private void ip() {
        exact("links to ip", all("linkDelivers") + sum("lo", "rxPackets"),
                sum("ip", "inReceives") + sum("ip6", "inReceives"));
        exact("ip in", sum("ip", "inReceives", "reasmOKs"),
                sum("ip", "inDelivers", "inForwDatagrams", "reasmReqds") + drops("ip", "in"));
        waits("ip fragments", sum("ip", "reasmReqds"), sum("ip", "reasmFragOKs") + drops("ip", "reasm"));
        exact("ip out", sum("ip", "outRequests", "inForwDatagrams", "outGsoSegments", "outFragCreates",
                "outGroupCopies") + sum("ip6", "outLoopbacks"), sum("ip", "outTransmits", "outGsoPackets", "outFragOKs")
                        + sum("lo", "txPackets") + drops("ip", "out"));
        exact("ip to links", sum("ip", "outTransmits") + all("ndTransmits"), all("linkRequests"));
        exact("given back", all("linkUnresolved"), sum("ip", "unresolved"));
        waits("lo", sum("lo", "txPackets"), sum("lo", "rxPackets"));
    }

    private void ip6() {
        exact("ip6 in", sum("ip6", "inReceives", "reasmOKs"),
                sum("ip6", "inDelivers", "outForwDatagrams", "reasmReqds") + drops("ip6", "in"));
        waits("ip6 fragments", sum("ip6", "reasmReqds"), sum("ip6", "reasmFragOKs") + drops("ip6", "reasm"));
        exact("ip6 out", sum("ip6", "outRequests", "outForwDatagrams", "outGsoSegments", "outFragCreates",
                "outGroupCopies"), sum("ip6", "outTransmits", "outLoopbacks", "outGsoPackets", "outFragOKs")
                        + drops("ip6", "out"));
        exact("ip6 to neighbours", sum("ip6", "outTransmits"), all("ndRequests"));
        waits("neighbours", all("ndRequests"), all("ndTransmits", "ndUnresolved") + all(NEIGHBOURS));
        exact("given back by neighbours", all("ndUnresolved"), sum("ip6", "unresolved"));
        exact("icmp6 in", sum("icmp6", "inMsgs"), sum("icmp6", "inEchos", "inEchoReplies", "inReported",
                "inRouterSolicits", "inRouterAdvertisements", "inNeighborSolicits", "inNeighborAdvertisements",
                "inRedirects") + drops("icmp6", "in"));
    }

    private void protocols() {
        exact("ip to protocols", sum("ip", "inDelivers") + sum("ip6", "inDelivers"),
                sum("icmp", "inMsgs") + sum("icmp6", "inMsgs") + sum("tcp", "inSegs") + sum("udp", "inPackets"));
        exact("icmp in", sum("icmp", "inMsgs"),
                sum("icmp", "inEchos", "inEchoReps", "inTimestamps", "inRedirects", "inReported")
                        + drops("icmp", "in"));
        exact("tcp in", sum("tcp", "inSegs"), sum("tcp", "inTaken") + drops("tcp", ""));
        exact("tcp errors", sum("tcp", "inErrs"), drops("tcp", "in"));
        exact("udp in", sum("udp", "inPackets", "inCopies"), sum("udp", "inDatagrams") + drops("udp", ""));
        exact("udp errors", sum("udp", "inErrors"), drops("udp", "in") + sum("udp", "rcvbufErrors"));
    }

    private void exact(String layer, long in, long out) {
        equations.add(new Equation(node + ": " + layer, in, out, false));
    }

    private void waits(String layer, long in, long out) {
        equations.add(new Equation(node + ": " + layer, in, out, true));
    }

    private long sum(String place, String... names) {
        List<String> wanted = List.of(names);
        return sum(row -> isAt(row, place) && wanted.contains(row.name()));
    }

    private long all(String... names) {
        List<String> wanted = List.of(names);
        return sum(row -> wanted.contains(row.name()));
    }

    /** Drops whose reasons begin so: a new one is part of its equation by its name. */
    private long drops(String place, String prefix) {
        return sum(row -> row.drop() && isAt(row, place) && row.name().startsWith(prefix));
    }

    private static boolean isAt(CounterRow row, String place) {
        return row.place().equals(place) || row.place().startsWith(place + ".");
    }

    private long sum(Predicate<CounterRow> which) {
        return rows.stream().filter(which).mapToLong(CounterRow::value).sum();
    }
}
