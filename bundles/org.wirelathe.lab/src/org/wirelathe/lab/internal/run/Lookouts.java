package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.lab.Watch;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.trace.ProbeHub;
import org.wirelathe.model.Suggestion;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** What a run waits for. All but {@link #check} belongs to the loop. */
final class Lookouts {
    /** Stages at which a packet begins with its Ethernet header. */
    private static final Set<Stage> OF_FRAMES = EnumSet.range(Stage.QUEUE, Stage.SOFTIRQ);

    private final BuiltLab lab;
    private final Optional<ProbeHub> hub;
    private final List<Lookout> all = new ArrayList<>();
    private final Map<Watch, Lookout.Ear> ears = new LinkedHashMap<>();

    Lookouts(BuiltLab lab, Optional<ProbeHub> hub) {
        this.lab = lab;
        this.hub = hub;
    }

    /** @throws IllegalArgumentException with a sentence, when that can never come; from any thread */
    void check(Watch watch) {
        switch (watch) {
            case Watch.CounterReaches counter -> node(counter.node());
            case Watch.GaugePasses gauge -> node(gauge.node());
            case Watch.AtStage stage -> check(stage);
            case Watch.Journalled journalled -> { }
        }
    }

    private void check(Watch.AtStage watch) {
        if (hub.isEmpty()) {
            throw new IllegalArgumentException("in this run no stages can be watched; prepare it with probes");
        }
        if (watch.stage() == Stage.WIRE) {
            throw new IllegalArgumentException("the wire is told of when a frame has arrived; watch DMA_OUT or DMA_IN");
        }
        if (!watch.node().isEmpty()) {
            node(watch.node());
        }
        if (watch.filter().isPresent() && !OF_FRAMES.contains(watch.stage())) {
            throw new IllegalArgumentException("a filter is for frames, and at the stage " + watch.stage()
                    + " there is none yet or none any more; watch one from QUEUE to SOFTIRQ");
        }
        filter(watch);
    }

    private static FrameFilter filter(Watch.AtStage watch) {
        if (watch.filter().isEmpty()) {
            return null;
        }
        try {
            return FrameFilter.of(watch.filter().get());
        } catch (FilterException e) {
            throw new IllegalArgumentException("the filter '" + watch.filter().get() + "', " + e.getMessage());
        }
    }

    private BuiltNode node(String name) {
        for (BuiltNode node : lab.nodes()) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        List<String> names = lab.nodes().stream().map(BuiltNode::name).toList();
        throw new IllegalArgumentException("there is no node '" + name + "' in this run"
                + Suggestion.among(names).nearest(name).map(near -> "; did you mean " + near + "?").orElse(""));
    }

    void add(Watch watch) {
        if (all.stream().anyMatch(lookout -> lookout.watch().equals(watch))) {
            return;
        }
        Lookout lookout = switch (watch) {
            case Watch.CounterReaches counter -> new Lookout.OfCounter(counter, node(counter.node()));
            case Watch.GaugePasses gauge -> new Lookout.OfGauge(gauge, node(gauge.node()));
            case Watch.AtStage stage -> {
                Lookout.OfMoment moment = new Lookout.OfMoment(watch);
                Lookout.Ear ear = new Lookout.Ear(stage, filter(stage), moment);
                ears.put(watch, ear);
                hub.orElseThrow().add(ear);
                yield moment;
            }
            case Watch.Journalled journalled -> new Lookout.OfMoment(watch);
        };
        lookout.begin();
        all.add(lookout);
    }

    void remove(Watch watch) {
        all.removeIf(lookout -> lookout.watch().equals(watch));
        Lookout.Ear ear = ears.remove(watch);
        if (ear != null) {
            hub.orElseThrow().remove(ear);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** From here on: what came while the run stood still is no reason to stand still again. */
    void begin() {
        all.forEach(Lookout::begin);
    }

    void journalled(String kind) {
        for (Lookout lookout : all) {
            if (lookout instanceof Lookout.OfMoment moment && lookout.watch() instanceof Watch.Journalled watch
                    && watch.kind().equals(kind)) {
                moment.happened();
            }
        }
    }

    /** What has come by the event that has just been handled; empty when nothing has. */
    List<Watch> came() {
        List<Watch> came = List.of();
        for (int i = 0; i < all.size(); i++) { // by index: this is done after every event
            if (all.get(i).came()) {
                came = came.isEmpty() ? new ArrayList<>() : came;
                came.add(all.get(i).watch());
            }
        }
        return came;
    }
}
