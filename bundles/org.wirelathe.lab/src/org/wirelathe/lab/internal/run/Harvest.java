package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.transport.ConnectionReport;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.RunResult.App;
import org.wirelathe.lab.RunResult.CableTraffic;
import org.wirelathe.lab.RunResult.Drop;
import org.wirelathe.lab.RunResult.Flow;
import org.wirelathe.lab.RunResult.InterfaceTraffic;
import org.wirelathe.lab.RunResult.Line;
import org.wirelathe.lab.RunResult.Transfer;
import org.wirelathe.lab.Snapshot.CounterRow;
import org.wirelathe.lab.internal.build.BuiltApp;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.build.NodeCounters;
import org.wirelathe.model.PortRef;

/** What a lab has brought forth, gathered from its nodes before they are cleared. */
final class Harvest {
    private static final double BITS = 8e9;
    /** Counters of the card: frames that came in and did not get into the host's memory. */
    private static final String[] DROPPED_BY_CARD = {"rxCrcErrors", "rxTooLong", "rxNoBuffer", "rxCardFull"};
    /** Counters of the card: frames that were meant for it. */
    private static final String[] FOR_CARD = {"rxPauseFrames", "rxPauseIgnored", "rxControlUnknown"};

    private final BuiltLab lab;

    Harvest(BuiltLab lab) {
        this.lab = lab;
    }

    /** One end of a connection, and the two ends by which the other end is found. */
    private record Ends(Endpoint local, Endpoint remote) {
    }

    private record End(String node, ConnectionReport report) {
    }

    /** TCP segments with data that hosts sent. */
    long dataPackets() {
        return lab.nodes().stream().flatMap(node -> node.transport().reports().stream())
                .mapToLong(ConnectionReport::dataSegments).sum();
    }

    /** Each direction that carried data; of a connection that carried none, the end that was begun first. */
    List<Flow> flows() {
        Map<Ends, End> ends = new LinkedHashMap<>();
        for (BuiltNode node : lab.nodes()) {
            for (ConnectionReport report : node.transport().reports()) {
                if (report.state() != ConnectionState.LISTEN) {
                    // Of connections that used the same ends one after the other, the last one counts for the others.
                    ends.put(new Ends(report.local(), report.remote()), new End(node.name(), report));
                }
            }
        }
        List<Flow> flows = new ArrayList<>();
        for (BuiltNode node : lab.nodes()) {
            for (ConnectionReport report : node.transport().reports()) {
                End peer = ends.get(new Ends(report.remote(), report.local()));
                boolean idle = report.dataSegments() == 0;
                boolean first = peer == null || report.local().port() > report.remote().port();
                if (!idle || first && (peer == null || peer.report().dataSegments() == 0)) {
                    flows.add(flow(node.name(), report, peer));
                }
            }
        }
        return flows;
    }

    private static Flow flow(String node, ConnectionReport report, End peer) {
        long duration = report.lastActivity() - report.establishedAt();
        boolean measured = report.establishedAt() >= 0 && duration > 0;
        return new Flow(node, peer == null ? "" : peer.node(), report,
                peer == null ? -1 : peer.report().bytesReceived(),
                measured ? Math.round(report.bytesAcked() * BITS / duration) : 0);
    }

    /** What became of the applications, which have been closed. */
    List<App> apps() {
        List<App> apps = new ArrayList<>();
        for (BuiltApp app : lab.apps()) {
            apps.add(new App(app.model().on(), app.model().run(), app.process().result()));
        }
        return apps;
    }

    /**
     * What was sent beside what arrived. Applications say so in their results: {@code sent} and {@code received} are
     * lists of objects with {@code local}, {@code remote}, {@code bytes} and {@code sha256}.
     */
    static List<Transfer> transfers(List<App> apps) {
        Map<String, Map<?, ?>> received = new HashMap<>();
        for (App app : apps) {
            for (Map<?, ?> stream : streams(app, "received")) {
                received.put(stream.get("local") + "<" + stream.get("remote"), stream);
            }
        }
        List<Transfer> transfers = new ArrayList<>();
        for (App app : apps) {
            for (Map<?, ?> stream : streams(app, "sent")) {
                String from = String.valueOf(stream.get("local"));
                String to = String.valueOf(stream.get("remote"));
                Map<?, ?> other = received.get(to + "<" + from);
                if (other != null) {
                    transfers.add(new Transfer(from, to, bytes(stream), bytes(other), sha256(stream), sha256(other)));
                }
            }
        }
        return transfers;
    }

    private static List<Map<?, ?>> streams(App app, String name) {
        List<Map<?, ?>> streams = new ArrayList<>();
        if (app.result().values().get(name) instanceof List<?> list) {
            for (Object item : list) {
                if (item instanceof Map<?, ?> stream) {
                    streams.add(stream);
                }
            }
        }
        return streams;
    }

    private static long bytes(Map<?, ?> stream) {
        return stream.get("bytes") instanceof Number number ? number.longValue() : 0;
    }

    private static String sha256(Map<?, ?> stream) {
        return stream.get("sha256") instanceof String text ? text : "";
    }

    List<Drop> drops() {
        List<Drop> drops = new ArrayList<>();
        for (BuiltNode node : lab.nodes()) {
            node.counters().forEach((place, name, drop, value) -> {
                if (drop && value != 0) {
                    drops.add(new Drop(node.name(), place, name, value));
                }
            });
        }
        return drops;
    }

    /** Every counter that counted something. */
    List<CounterRow> counters() {
        List<CounterRow> rows = new ArrayList<>();
        for (BuiltNode node : lab.nodes()) {
            node.counters().forEach((place, name, drop, value) -> {
                if (value != 0) {
                    rows.add(new CounterRow(node.name(), place, name, drop, value));
                }
            });
        }
        return rows;
    }

    /** What each interface did, beside what the cables brought it. */
    List<InterfaceTraffic> interfaces(List<CableTraffic> cables) {
        Map<PortRef, Line> brought = new HashMap<>();
        for (CableTraffic cable : cables) {
            brought.put(cable.b(), cable.there());
            brought.put(cable.a(), cable.back());
        }
        List<InterfaceTraffic> interfaces = new ArrayList<>();
        for (BuiltNode node : lab.nodes()) {
            for (NetworkInterface nic : node.nics()) {
                PortRef port = new PortRef(node.name(), nic.name());
                Line line = brought.get(port);
                if (line != null) {
                    NodeCounters counters = node.counters();
                    interfaces.add(new InterfaceTraffic(port, line.frames() - line.lost(),
                            sum(counters, nic.name(), "rxPackets"), sum(counters, nic.name(), DROPPED_BY_CARD),
                            sum(counters, nic.name(), FOR_CARD),
                            sum(counters, nic.name(), "txPackets", "txPauseFrames"),
                            sum(counters, nic.name(), "hardInterrupts")));
                }
            }
        }
        return interfaces;
    }

    private static long sum(NodeCounters counters, String place, String... names) {
        long sum = 0;
        for (String name : names) {
            sum += counters.value(place, name);
        }
        return sum;
    }
}
