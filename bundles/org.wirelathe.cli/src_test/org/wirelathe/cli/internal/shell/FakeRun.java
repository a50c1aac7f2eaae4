package org.wirelathe.cli.internal.shell;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.Lab;

/** A run that stands still at once wherever it is told to go; its methods stand in for those of a run. */
public final class FakeRun {
    final Map<String, FakeNode> nodes = new HashMap<>();
    final List<String> journal = new ArrayList<>();
    final List<String> done = new ArrayList<>();
    final List<Probes> followers = new ArrayList<>();
    /** What happens on the way, by time. */
    final TreeMap<Long, Runnable> agenda = new TreeMap<>();
    /** Answers echo requests. */
    Answering answering = (listener, sequence, size, hopLimit) -> { };
    private final Lab lab;
    private long time;
    private boolean paused;

    /** Answers an echo request, or does not. */
    interface Answering {
        void request(EchoListener listener, int sequence, int size, int hopLimit);
    }

    FakeRun(Lab lab) {
        this.lab = lab;
        lab.nodes().forEach(node -> nodes.put(node.name(), new FakeNode(this, node.name())));
    }

    LabRun asRun() {
        return (LabRun) Proxy.newProxyInstance(LabRun.class.getClassLoader(), new Class<?>[] {LabRun.class},
                (proxy, method, given) -> {
                    for (var own : FakeRun.class.getMethods()) {
                        if (own.getName().equals(method.getName()) && own.getParameterCount() == method.getParameterCount()) {
                            return own.invoke(this, given);
                        }
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    void echo(EchoListener listener, int sequence, int size, int hopLimit) {
        answering.request(listener, sequence, size, hopLimit);
    }

    public Lab lab() {
        return lab;
    }

    public RunState state() {
        return RunState.PAUSED;
    }

    public Optional<?> result() {
        return Optional.empty();
    }

    public long time() {
        return time;
    }

    public void start() {
        done.add("start");
        runUntil(lab.run().until());
    }

    public void pause() {
        paused = true;
    }

    public void step(Step step) {
        done.add(step.toString());
    }

    public void runUntil(long until) {
        paused = false;
        while (!paused && !agenda.isEmpty() && agenda.firstKey() <= until) {
            time = agenda.firstKey();
            agenda.pollFirstEntry().getValue().run();
        }
        time = paused ? time : until;
    }

    public RunState awaitStandstill() {
        return RunState.PAUSED;
    }

    public void watch(Watch watch) {
        done.add("watch " + watch);
    }

    public void unwatch(Watch watch) {
        done.add("unwatch " + watch);
    }

    public CompletableFuture<Integer> swap(SwapScope scope, String congestion) {
        done.add("swap " + scope + " " + congestion);
        return CompletableFuture.completedFuture(2);
    }

    public <T> CompletableFuture<T> onNode(String node, Function<NodeAccess, T> task) {
        try {
            return CompletableFuture.completedFuture(task.apply(nodes.get(node).access()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    public CompletableFuture<Snapshot> snapshot() {
        List<Snapshot.CounterRow> counters = List.of(new Snapshot.CounterRow("bob", "ip", "inReceives", false, 12),
                new Snapshot.CounterRow("bob", "eth0", "rxNoBuffer", true, 3));
        return CompletableFuture.completedFuture(new Snapshot(time, 7, 5, 0, List.of(), List.of(), List.of(), counters,
                Map.of(), List.of()));
    }

    public List<JournalEntry> journal(int from) {
        return List.of(new JournalEntry(1_500_000_000, "swap", "alice", "from reno to vegas"));
    }

    public void follow(Probes listener) {
        followers.add(listener);
    }

    public void unfollow(Probes listener) {
        followers.remove(listener);
    }

    public void addListener(RunListener listener) {
        // Nothing is told.
    }

    public void close() {
        done.add("close");
    }
}
