package org.wirelathe.lab.internal.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableFactory;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
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
import org.wirelathe.lab.internal.trace.ByteTrace;
import org.wirelathe.model.App;
import org.wirelathe.model.Event;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Route;
import org.wirelathe.model.Routes;
import org.wirelathe.model.Topology;

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
    /** By the number of the cable. */
    private final List<LineTaps> taps = new ArrayList<>();

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
        List<BuiltNode> nodes = nodes(cables);
        packets.fill(likelyInFlight());
        return new BuiltLab(lab, loop, packets, nodes, cables, apps(nodes), captures);
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
        List<BuiltCable> cables = new ArrayList<>();
        for (Link link : lab.links()) {
            CableSpec spec = new CableSpec(BuiltCable.name(link), link.rate(), link.delay(), link.loss());
            LineTaps tap = new LineTaps(around.digest().tap(cables.size()));
            around.trace().ifPresent(trace -> tap.add(trace.wire(link.a(), link.b())));
            taps.add(tap);
            Cable cable = factory.create(loop, spec, lab.run().seed(), tap);
            cables.add(new BuiltCable(link, cable, cable.a(), cable.b()));
        }
        return cables;
    }

    private List<BuiltNode> nodes(List<BuiltCable> cables) throws LabException {
        Map<String, NodeContext> contexts = new HashMap<>();
        for (Node node : lab.nodes()) {
            NodeCounters own = new NodeCounters();
            counters.put(node.name(), own);
            contexts.put(node.name(), new NodeContext(node.name(), lab.run().seed(), loop, packets, own,
                    around.journal(), around.probes(), new Cpu(loop, CpuCosts.NONE)));
        }
        NodeBuilder builder = new NodeBuilder(parts, around.algorithms(), plugs(cables, contexts));
        Map<String, List<Route>> routes = Routes.compute(lab);
        List<BuiltNode> nodes = new ArrayList<>();
        for (Node node : lab.nodes()) {
            nodes.add(builder.build(node, contexts.get(node.name()), counters.get(node.name()),
                    routes.getOrDefault(node.name(), List.of()), this::capture));
        }
        return nodes;
    }

    private Map<PortRef, NodeBuilder.Plug> plugs(List<BuiltCable> cables, Map<String, NodeContext> contexts) {
        Map<PortRef, NodeBuilder.Plug> plugs = new HashMap<>();
        for (int i = 0; i < cables.size(); i++) {
            BuiltCable cable = cables.get(i);
            Link link = cable.model();
            if (mayBeCut(link)) {
                cable = new BuiltCable(link, cable.cable(), cuttable(cable.a(), link.a(), contexts),
                        cuttable(cable.b(), link.b(), contexts));
                cables.set(i, cable);
            }
            plugs.put(link.a(), new NodeBuilder.Plug(cable.a(), link.queue()));
            plugs.put(link.b(), new NodeBuilder.Plug(cable.b(), link.queue()));
        }
        return plugs;
    }

    private LinePort cuttable(LinePort port, PortRef end, Map<String, NodeContext> contexts) {
        NodeContext node = contexts.get(end.node());
        return new CuttablePort(loop, port, node.counters().drop(end.iface(), "cableDown"));
    }

    private boolean mayBeCut(Link link) {
        return lab.events().stream().anyMatch(event -> event instanceof Event.LinkState state
                && state.a().equals(link.a()) && state.b().equals(link.b()));
    }

    private UnaryOperator<NetDevice> capture(NodeContext node, NetworkInterface nic, LinePort port) {
        if (around.results().isEmpty() || !lab.capture().contains(new PortRef(node.name(), nic.name()))) {
            return null;
        }
        CaptureFile.Port at = new CaptureFile.Port(node.name(), nic.name(), nic.mac(), port.bitsPerSecond(),
                counters.get(node.name()).dropsAt(nic.name()));
        CaptureFile file = new CaptureFile(around.workers(), loop,
                around.results().get().resolve(at.file(CaptureWish.DRIVER)), at, CaptureWish.DRIVER);
        captures.add(file);
        return file::decorate;
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
