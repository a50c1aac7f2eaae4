package org.wirelathe.lab.internal.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.RouteEntry;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Journal;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.lab.internal.record.CaptureFile;
import org.wirelathe.lab.internal.record.CaptureWish;
import org.wirelathe.lab.internal.record.FrameDigest;
import org.wirelathe.lab.internal.record.LineTaps;
import org.wirelathe.lab.internal.routing.Rerouting;
import org.wirelathe.lab.internal.trace.ByteTrace;
import org.wirelathe.model.App;
import org.wirelathe.model.Capture;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Routes;
import org.wirelathe.model.Topology;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** Puts a lab together, in the order of the lab file: equal files make equal runs. */
public final class LabBuilder {
    private static final double NS_PER_SECOND = 1e9;
    private static final int FULL_FRAME_BITS = 1538 * 8;
    private static final int SHORT_QUEUE = 512;
    private static final int MOST_STOCKED = 2048;

    private final Parts parts;
    private final Lab lab;
    private final Surroundings around;
    private final EventLoop loop;
    private final PacketPool packets = new PacketPool();
    private final List<CaptureFile> captures = new ArrayList<>();
    private final Map<String, NodeCounters> counters = new HashMap<>();
    /** By the interface that is plugged in. */
    private final Map<PortRef, Side> taps = new HashMap<>();

    /** A cable as seen from one of its ends, which sends in that direction. */
    private record Side(LineTaps taps, int direction) {
    }

    /**
     * What a lab is built into.
     *
     * @param journal the run's journal
     * @param algorithms where its connections get their algorithms
     * @param workers the run's helpers
     * @param digest watches every cable
     * @param files the bytes of its applications
     * @param results the folder of the results; captures go nowhere without it
     * @param rested told when an application may have come to rest
     * @param probes who follows packets
     * @param trace follows a byte, on cables too; empty for none
     */
    public record Surroundings(Journal journal, Algorithms algorithms, Workers workers, FrameDigest digest,
            AppFiles files, Optional<Path> results, Runnable rested, Probes probes, Optional<ByteTrace> trace) {
    }

    public LabBuilder(Parts parts, Lab lab, EventLoop loop, Surroundings around) {
        this.parts = parts;
        this.lab = lab;
        this.loop = loop;
        this.around = around;
    }

    /** @throws LabException when a part is missing, or the lab asks for what cannot be built */
    public BuiltLab build() throws LabException {
        Fits.check(lab);
        List<BuiltCable> cables = cables();
        DriverMaker drivers = new DriverMaker(parts, around.files());
        NodeBuilder builder = new NodeBuilder(parts, around.algorithms(), drivers, plugs(cables));
        List<BuiltNode> nodes = nodes(builder);
        if (lab.routing().computed()) {
            computeRoutes(nodes, cables);
        }
        packets.fill(likelyInFlight());
        Alterations alterations =
                new Alterations(around.journal(), parts, drivers, lab.events(), cables, builder.fitted());
        return new BuiltLab(lab, loop, packets, nodes, cables, apps(nodes), captures, alterations);
    }

    /** Gives the nodes routes that follow the cables. */
    private void computeRoutes(List<BuiltNode> nodes, List<BuiltCable> cables) {
        Map<String, Network> networks = new LinkedHashMap<>();
        nodes.stream().filter(node -> node.model().type() != NodeType.SWITCH)
                .forEach(node -> networks.put(node.name(), node.network()));
        Rerouting rerouting = new Rerouting(lab, loop, around.journal(), networks, () ->
                cables.stream().filter(BuiltCable::isDown).map(BuiltCable::model).collect(Collectors.toSet()));
        rerouting.install();
        cables.forEach(cable -> cable.watch(rerouting::changed));
    }

    /** What fills every cable in one direction with full frames, and a short queue; a larger need is met as it comes. */
    private int likelyInFlight() {
        double frames = 0;
        for (Link link : lab.links()) {
            double onTheLine = (double) link.rate() * link.delay() / NS_PER_SECOND / FULL_FRAME_BITS;
            frames += Math.min(onTheLine + Math.min(link.queue().limit(), SHORT_QUEUE), MOST_STOCKED);
        }
        return (int) Math.min(frames, MOST_STOCKED);
    }

    private List<BuiltCable> cables() throws LabException {
        CableFactory factory = parts.any(Kind.CABLE);
        RateTraces traces = new RateTraces(lab, around.files().inputs());
        List<BuiltCable> cables = new ArrayList<>();
        for (Link link : lab.links()) {
            CableSpec spec = new CableSpec(BuiltCable.name(link), link.forth().spec(traces.of(link.forth().trace())),
                    link.back().spec(traces.of(link.back().trace())));
            LineTaps tap = new LineTaps(around.digest().tap(cables.size()));
            around.trace().ifPresent(trace -> tap.add(trace.wire(link.a(), link.b())));
            taps.put(link.a(), new Side(tap, 0));
            taps.put(link.b(), new Side(tap, 1));
            cables.add(new BuiltCable(link, factory.create(loop, spec, lab.run().seed(), tap), traces));
        }
        return cables;
    }

    private List<BuiltNode> nodes(NodeBuilder builder) throws LabException {
        Map<String, NodeContext> contexts = new HashMap<>();
        for (Node node : lab.nodes()) {
            NodeCounters own = new NodeCounters();
            counters.put(node.name(), own);
            contexts.put(node.name(), new NodeContext(node.name(), lab.run().seed(), loop, packets, own,
                    around.journal(), around.probes(), new Cpu(loop, node.cpu())));
        }
        Map<String, List<RouteEntry>> routes = Routes.compute(lab);
        List<BuiltNode> nodes = new ArrayList<>();
        for (Node node : lab.nodes()) {
            nodes.add(builder.build(node, contexts.get(node.name()), counters.get(node.name()),
                    routes.getOrDefault(node.name(), List.of()), this::capture));
        }
        return nodes;
    }

    private static Map<PortRef, NodeBuilder.Plug> plugs(List<BuiltCable> cables) {
        Map<PortRef, NodeBuilder.Plug> plugs = new HashMap<>();
        for (BuiltCable cable : cables) {
            Link link = cable.model();
            plugs.put(link.a(), new NodeBuilder.Plug(cable.cable().a(), link.queue()));
            plugs.put(link.b(), new NodeBuilder.Plug(cable.cable().b(), link.queue()));
        }
        return plugs;
    }

    /** Opens the captures of an interface; returns what records above its driver, {@code null} when nothing does. */
    private UnaryOperator<NetDevice> capture(NodeContext node, NetworkInterface nic, LinePort port)
            throws LabException {
        UnaryOperator<NetDevice> decorate = null;
        for (int i = 0; around.results().isPresent() && i < lab.captures().size(); i++) {
            Capture capture = lab.captures().get(i);
            if (capture.at().equals(new PortRef(node.name(), nic.name()))) {
                CaptureFile.Port at = new CaptureFile.Port(node.name(), nic.name(), nic.mac(), port.bitsPerSecond(),
                        counters.get(node.name()).dropsAt(nic.name()));
                CaptureWish wish = wish(capture, i);
                CaptureFile file = new CaptureFile(around.workers(), loop,
                        around.results().get().resolve(at.file(wish)), at, wish);
                captures.add(file);
                if (!wish.onWire()) {
                    decorate = file::decorate;
                } else if (taps.containsKey(capture.at())) {
                    Side side = taps.get(capture.at());
                    side.taps().add(file.tap(side.direction()));
                }
            }
        }
        return decorate;
    }

    private static CaptureWish wish(Capture capture, int index) throws LabException {
        try {
            FrameFilter filter = capture.filter().isPresent() ? FrameFilter.of(capture.filter().get()) : null;
            return new CaptureWish(capture.on() == Capture.Place.WIRE, filter, capture.ring().orElse(0),
                    capture.snap().orElse(0));
        } catch (FilterException e) {
            throw new LabException(e.getMessage(), "capture", index, "filter");
        }
    }

    private List<BuiltApp> apps(List<BuiltNode> nodes) throws LabException {
        Topology topology = Topology.of(lab);
        Map<String, BuiltNode> hosts = new HashMap<>();
        nodes.forEach(node -> hosts.put(node.name(), node));
        Map<String, Integer> places = new HashMap<>();
        List<BuiltApp> apps = new ArrayList<>();
        for (App app : lab.apps()) {
            int place = places.merge(app.on(), 1, Integer::sum) - 1;
            HostContext context = new HostContext(hosts.get(app.on()), around.files(), place, around.rested());
            apps.add(new BuiltApp(app, process(app, apps.size(), topology, context)));
        }
        return apps;
    }

    private AppProcess process(App app, int index, Topology topology, HostContext context) throws LabException {
        Application application = parts.named(Kind.APPLICATION, app.run());
        try {
            return application.create(context, new AppParameters(application, app, index, topology));
        } catch (ParameterException e) {
            throw new LabException(e.getMessage(), "apps", index);
        }
    }
}
