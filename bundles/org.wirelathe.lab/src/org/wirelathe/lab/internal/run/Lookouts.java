package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.Watch;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.trace.ProbeHub;
import org.wirelathe.model.Quantity;
import org.wirelathe.wire.filter.FilterException;
import org.wirelathe.wire.filter.FrameFilter;

/** What a run waits for. All but {@link #check} belongs to the loop. */
final class Lookouts {
    private final BuiltLab lab;
    private final Optional<ProbeHub> hub;
    private final List<Lookout> all = new ArrayList<>();
    private final Map<Watch, Lookout.Ear> ears = new LinkedHashMap<>();
    /** These need no look after each event. */
    private final NavigableMap<Long, Watch> times = new TreeMap<>();

    Lookouts(BuiltLab lab, Optional<ProbeHub> hub) {
        this.lab = lab;
        this.hub = hub;
    }

    /**
     * From any thread.
     *
     * @param now the run's time, ns
     * @throws IllegalArgumentException with a sentence, when that can never come
     */
    void check(Watch watch, long now) {
        watch.checkFor(lab.model());
        switch (watch) {
            case Watch.CounterReaches counter -> CounterNames.of(node(watch)).check(counter);
            case Watch.GaugePasses gauge -> CounterNames.of(node(watch)).check(gauge);
            case Watch.AtStage stage when hub.isEmpty() -> throw new IllegalArgumentException(
                    "in this run no stages can be watched; prepare it with probes");
            case Watch.At at when at.time() <= now -> throw new IllegalArgumentException(
                    "the run is already at " + Quantity.TIME.format(now) + "; write a later time");
            default -> { }
        }
    }

    private static FrameFilter filter(Watch.AtStage watch) {
        try {
            return watch.filter().isEmpty() ? null : FrameFilter.of(watch.filter().get());
        } catch (FilterException e) {
            throw new IllegalArgumentException(e.getMessage(), e); // check has seen it
        }
    }

    private BuiltNode node(Watch watch) {
        for (BuiltNode node : lab.nodes()) {
            if (node.name().equals(watch.node())) {
                return node;
            }
        }
        throw new IllegalArgumentException("there is no node '" + watch.node() + "'");
    }

    void add(Watch watch) {
        if (watch instanceof Watch.At at) {
            times.put(at.time(), at);
            return;
        }
        if (all.stream().anyMatch(lookout -> lookout.watch().equals(watch))) {
            return;
        }
        Lookout lookout = switch (watch) {
            case Watch.CounterReaches counter -> new Lookout.OfCounter(counter, node(watch));
            case Watch.GaugePasses gauge -> new Lookout.OfGauge(gauge, node(watch));
            case Watch.AtStage stage -> {
                Lookout.OfMoment moment = new Lookout.OfMoment(watch);
                Lookout.Ear ear = new Lookout.Ear(stage, filter(stage), moment);
                ears.put(watch, ear);
                hub.orElseThrow().add(ear);
                yield moment;
            }
            case Watch.Journalled journalled -> new Lookout.OfMoment(watch);
            case Watch.At at -> throw new AssertionError(at);
        };
        lookout.begin();
        all.add(lookout);
    }

    void remove(Watch watch) {
        if (watch instanceof Watch.At at) {
            times.remove(at.time());
        }
        all.removeIf(lookout -> lookout.watch().equals(watch));
        Lookout.Ear ear = ears.remove(watch);
        if (ear != null) {
            hub.orElseThrow().remove(ear);
        }
    }

    /** Whether nothing needs a look after each event. */
    boolean isEmpty() {
        return all.isEmpty();
    }

    /** From here on: what came while the run stood still is no reason to stand still again. */
    void begin() {
        all.forEach(Lookout::begin);
    }

    /** The next time after {@code now} that is waited for, ns; {@link Long#MAX_VALUE} for none. */
    long nextTime(long now) {
        Long next = times.higherKey(now);
        return next == null ? Long.MAX_VALUE : next;
    }

    /** Who waits for a time that {@link #nextTime} answered. */
    Watch at(long time) {
        return times.get(time);
    }

    void journalled(JournalEntry entry) {
        for (Lookout lookout : all) {
            if (lookout instanceof Lookout.OfMoment moment && lookout.watch() instanceof Watch.Journalled watch
                    && watch.kind().equals(entry.kind())) {
                moment.happened(entry.subject() + ' ' + entry.detail());
            }
        }
    }

    /** What has come by the event that has just been handled; empty when nothing has. */
    List<Lookout> came() {
        List<Lookout> came = List.of();
        for (int i = 0; i < all.size(); i++) { // by index: this is done after every event
            if (all.get(i).came()) {
                came = came.isEmpty() ? new ArrayList<>() : came;
                came.add(all.get(i));
            }
        }
        return came;
    }
}
