package org.wirelathe.lab.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.api.transport.ConnectionState;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Step;
import org.wirelathe.lab.Watch;
import org.wirelathe.model.App;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;

/** An application ticks every 10 ms; at each tick it counts, journals every fifth, and passes a frame on. */
class WatchTest {
    private static final long MS = 1_000_000;

    @TempDir
    Path folder;

    private final FakeParts parts = new FakeParts();
    private final List<Watch> heard = new CopyOnWriteArrayList<>();
    private final List<String> found = new CopyOnWriteArrayList<>();
    private LabRun run;
    private long window;

    @AfterEach
    void close() {
        run.close();
    }

    private final class Busy extends Ticker {
        private final AppContext context;
        private final Counter ticks;

        Busy(AppContext context) {
            super(context, 20);
            this.context = context;
            ticks = context.node().counters().counter("app", "ticks");
        }

        @Override
        void tick() {
            super.tick();
            ticks.increment();
            window = 1000 * (super.ticks % 5);
            if (super.ticks % 5 == 0) {
                context.node().journal().event("fifth", "alice", "again");
            }
            if (context.node().probes().on) {
                Packet frame = context.node().packets().take();
                frame.put(60);
                new EthernetHeader(frame.bytes, frame.head).write(1, 2,
                        super.ticks == 7 ? EtherType.ARP : EtherType.IPV4);
                context.node().probes().packet(Stage.QUEUE, "alice", "eth0", frame);
                frame.release();
            }
        }
    }

    private LabRun prepare(boolean probes) throws Exception {
        parts.app("busy", Busy::new);
        parts.connections.add(FakeParts.dummy(Connection.class, "", Map.of("state", ConnectionState.TIME_WAIT, "local",
                Endpoint.ofV4(1, 2), "remote", Endpoint.ofV4(3, 4))));
        Node alice = new Node("alice", NodeType.HOST, List.of(), List.of(), List.of(), TcpSettings.DEFAULT);
        Lab lab = new Lab("Test", List.of(alice), List.of(), List.of(new App("alice", "busy", Map.of(), 0)), List.of(),
                List.of(), new org.wirelathe.model.Run(1000 * MS, 7, 3 * MS), Map.of());
        RunOptions options = RunOptions.unrecorded(folder);
        run = new Preparation(parts, Map.of()).prepare(lab, probes ? options.withProbes() : options);
        run.addListener(new RunListener() {
            @Override
            public void watched(Watch watch, long time, String what) {
                heard.add(watch);
                found.add(what);
            }
        });
        return run;
    }

    private long goOn() throws Exception {
        run.start();
        run.awaitStandstill();
        return run.time();
    }

    @Test
    void aCounterThatReachesAValue() throws Exception {
        Watch watch = new Watch.CounterReaches("alice", "app", "ticks", 4);
        prepare(false).watch(watch);
        assertEquals(40 * MS, goOn());
        assertEquals(RunState.PAUSED, run.state());
        assertEquals(List.of(watch), heard);
        assertEquals(List.of("ticks is 4"), found);
        goOn();
        assertEquals(RunState.ENDED, run.state());
        assertEquals(200 * MS, run.await().virtualTime());
    }

    /** It comes when it was not so before: at 30 ms, and after the fall at 50 ms again at 80 ms. */
    @Test
    void aGaugeThatRisesAndFalls() throws Exception {
        Watch high = new Watch.GaugePasses("alice", "", "cwnd", false, 3000);
        Watch low = new Watch.GaugePasses("alice", "", "cwnd", true, 1000);
        parts.connections.add(new Windowed(() -> window).connection());
        prepare(false).watch(high);
        assertEquals(30 * MS, goOn());
        assertEquals(80 * MS, goOn());
        run.unwatch(high);
        run.watch(low);
        assertEquals(100 * MS, goOn());
        assertEquals(List.of(high, high, low), heard);
        assertEquals("cwnd is 0 at 0.0.0.5:6>0.0.0.5:6", found.getLast());
    }

    /** A connection whose window is given. */
    private record Windowed(LongSupplier window) {
        Connection connection() {
            return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class}, (self, method, arguments) -> switch (method.getName()) {
                        case "gauges" -> {
                            ((Gauges) arguments[0]).gauge("cwnd", window.getAsLong());
                            yield null;
                        }
                        case "state" -> ConnectionState.TIME_WAIT;
                        case "local", "remote" -> Endpoint.ofV4(5, 6);
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> 1;
                        default -> null;
                    });
        }
    }

    @Test
    void somethingInTheJournal() throws Exception {
        prepare(false).watch(new Watch.Journalled("fifth"));
        assertEquals(50 * MS, goOn());
        assertEquals(100 * MS, goOn());
        assertEquals("alice again", found.getLast());
    }

    /** Between two events, and at the time of one: after it. */
    @Test
    void aTime() throws Exception {
        prepare(false).watch(new Watch.At(25 * MS));
        run.watch(new Watch.At(40 * MS));
        run.watch(new Watch.At(45 * MS));
        run.unwatch(new Watch.At(45 * MS));
        assertEquals(25 * MS, goOn());
        refused("the run is already at 25 ms; write a later time", new Watch.At(25 * MS));
        assertEquals(40 * MS, goOn());
        assertEquals(4, run.snapshot().get().counters().getFirst().value());
        assertEquals(List.of(new Watch.At(25 * MS), new Watch.At(40 * MS)), heard);
        goOn();
        assertEquals(RunState.ENDED, run.state());
    }

    /** A single step passes over nothing in silence. */
    @Test
    void aStepTellsOfWhatItPasses() throws Exception {
        Watch time = new Watch.At(7 * MS);
        Watch counter = new Watch.CounterReaches("alice", "app", "ticks", 1);
        prepare(false).watch(counter);
        run.watch(time);
        while (run.time() < 10 * MS) {
            run.step();
            run.awaitStandstill();
        }
        assertEquals(List.of(counter, time), heard);
    }

    @Test
    void aPacketAtAStage() throws Exception {
        prepare(true).watch(new Watch.AtStage(Stage.QUEUE, "alice", "eth0", Optional.of("arp")));
        assertEquals(70 * MS, goOn());
        run.watch(new Watch.AtStage(Stage.QUEUE, "", "", Optional.empty()));
        assertEquals(80 * MS, goOn());
        run.watch(new Watch.AtStage(Stage.QUEUE, "alice", "eth1", Optional.empty()));
        run.unwatch(new Watch.AtStage(Stage.QUEUE, "", "", Optional.empty()));
        goOn();
        assertEquals(RunState.ENDED, run.state());
    }

    @Test
    void whatCanNeverComeIsASentence() throws Exception {
        prepare(true);
        refused("there is no node 'alise' among alice; did you mean alice?",
                new Watch.CounterReaches("alise", "app", "ticks", 4));
        refused("there is no counter 'tikcs' at app of alice; did you mean ticks?",
                new Watch.CounterReaches("alice", "app", "tikcs", 4));
        refused("there is no counter 'allTicks' at app of alice; near it: ticks",
                new Watch.CounterReaches("alice", "app", "allTicks", 4));
        refused("there is no counter 'x' at app of alice; there are ticks",
                new Watch.CounterReaches("alice", "app", "x", 4));
        refused("nothing is counted at 'eth9' of alice, but at app",
                new Watch.CounterReaches("alice", "eth9", "ticks", 4));
        refused("'ticks' is a counter; write its place before it, which is one of app on alice",
                new Watch.GaugePasses("alice", "", "ticks", false, 4));
        refused("the run ends at 1 s at the latest; write a time before that", new Watch.At(1000 * MS));
        refused("the wire is told of when a frame has arrived; watch dma_out or dma_in",
                new Watch.AtStage(Stage.WIRE, "", "", Optional.empty()));
        refused("a filter is for frames, and at the stage read there is none yet or none any more; watch one from queue"
                + " to softirq", new Watch.AtStage(Stage.READ, "", "", Optional.of("arp")));
        refused("the filter 'port x', column 6: 'x' is not a port; write a number from 0 to 65535",
                new Watch.AtStage(Stage.QUEUE, "", "", Optional.of("port x")));
        run.close();
        prepare(false);
        refused("in this run no stages can be watched; prepare it with probes",
                new Watch.AtStage(Stage.QUEUE, "", "", Optional.empty()));
    }

    private void refused(String sentence, Watch watch) {
        assertEquals(sentence, assertThrows(IllegalArgumentException.class, () -> run.watch(watch)).getMessage());
    }

    @Test
    void stepsByTimeAndByEvent() throws Exception {
        prepare(false).step(new Step.Time(25 * MS));
        run.awaitStandstill();
        assertEquals(25 * MS, run.time());
        run.step(new Step.Event());
        run.awaitStandstill();
        assertEquals(30 * MS, run.time());
        run.step(new Step.Time(Long.MAX_VALUE));
        assertEquals(200 * MS, run.await().virtualTime());
        assertThrows(IllegalArgumentException.class, () -> new Step.Time(-1));
    }

    /** However a run is driven and watched: it ends at the same time, after as many events. */
    @Test
    void theRunIsTheSame() throws Exception {
        prepare(true).start();
        RunResult plain = run.await();
        prepare(true).watch(new Watch.Journalled("fifth"));
        run.watch(new Watch.AtStage(Stage.QUEUE, "", "", Optional.empty()));
        int stops = 0;
        while (!run.state().isOver()) {
            goOn();
            run.snapshot().get();
            stops++;
        }
        assertTrue(stops >= 20, stops + " stops");
        assertSame(plain, run.await());
        prepare(true);
        while (!run.state().isOver()) {
            run.step();
            run.awaitStandstill();
        }
        assertSame(plain, run.await());
    }

    private static void assertSame(RunResult expected, RunResult actual) {
        assertEquals(expected.events(), actual.events());
        assertEquals(expected.virtualTime(), actual.virtualTime());
        assertEquals(expected.ending(), actual.ending());
    }
}
