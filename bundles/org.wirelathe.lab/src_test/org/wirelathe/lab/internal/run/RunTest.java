package org.wirelathe.lab.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunListener;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunState;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.SwapScope;
import org.wirelathe.lab.internal.build.Kind;
import org.wirelathe.model.App;
import org.wirelathe.model.Event;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.TcpSettings;
import org.wirelathe.model.Value;

class RunTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1000 * MS;

    private final FakeParts parts = new FakeParts();
    private LabRun run;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        if (run != null) {
            run.close();
        }
    }

    private static Lab lab(long until, List<Event> events, App... apps) {
        Node alice = new Node("alice", NodeType.HOST, List.of(), List.of(), List.of(), TcpSettings.DEFAULT);
        return new Lab("Test", List.of(alice), List.of(), List.of(apps), events, List.of(),
                new org.wirelathe.model.Run(until, 7, 10 * MS), Map.of());
    }

    private static App app(String name, long at) {
        return new App("alice", name, Map.of(), at);
    }

    private LabRun prepare(Lab lab) throws LabException {
        run = new Preparation(parts, Map.of("test", "1")).prepare(lab, RunOptions.unrecorded(folder));
        return run;
    }

    private LabRun ticking(int times) throws LabException {
        parts.app("tick", context -> new Ticker(context, times));
        return prepare(lab(SECOND, List.of(), app("tick", 5 * MS)));
    }

    @Test
    void endsWhenTheLastApplicationRests() throws Exception {
        ticking(3).start();
        RunResult result = run.await();
        assertEquals(RunState.ENDED, run.state());
        assertEquals(Ending.DONE, result.ending());
        assertEquals(35 * MS, result.virtualTime());
        assertEquals(4, result.events());
        assertEquals("3 ticks", result.apps().getFirst().result().summary());
        assertTrue(result.ok());
        assertTrue(parts.closed);
        assertTrue(parts.detached);
    }

    @Test
    void endsAtUntilAndSaysWhatWasNotDone() throws Exception {
        ticking(1_000).start();
        RunResult result = run.await();
        assertEquals(Ending.UNTIL, result.ending());
        assertEquals(SECOND, result.virtualTime());
        assertFalse(result.ok());
        assertEquals(7, result.seed());
    }

    @Test
    void withNobodyToWaitForItEndsAtOnce() throws Exception {
        prepare(lab(SECOND, List.of())).start();
        assertEquals(Ending.DONE, run.await().ending());
        assertEquals(0, run.time());
    }

    @Test
    void runUntilStandsStillAtThatTime() throws Exception {
        ticking(1_000).runUntil(105 * MS);
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(105 * MS, run.time());
        Snapshot snapshot = run.snapshot().get();
        assertEquals(105 * MS, snapshot.time());
        assertEquals("10 ticks", snapshot.apps().getFirst().result().summary());
        run.runUntil(115 * MS);
        run.awaitStandstill();
        assertEquals("11 ticks", run.snapshot().get().apps().getFirst().result().summary());
    }

    @Test
    void stepsFromEventToEvent() throws Exception {
        ticking(1_000).step();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(5 * MS, run.time());
        run.step();
        run.step();
        run.awaitStandstill();
        assertEquals(25 * MS, run.time());
        assertEquals(3, run.snapshot().get().events());
    }

    @Test
    void pausesAndGoesOn() throws Exception {
        ticking(1_000).speed(0.001);
        run.start();
        run.pause();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        long time = run.time();
        assertEquals(time, run.snapshot().get().time());
        run.speed(Double.POSITIVE_INFINITY);
        run.start();
        assertEquals(SECOND, run.await().virtualTime());
    }

    @Test
    void watchingDoesNotChangeTheRun() throws Exception {
        ticking(50).start();
        RunResult alone = run.await();
        FakeParts others = new FakeParts().app("tick", context -> new Ticker(context, 50));
        LabRun watched = new Preparation(others, Map.of()).prepare(run.lab(), RunOptions.unrecorded(folder));
        for (int i = 0; i < 20; i++) {
            watched.step();
            watched.snapshot().get();
        }
        watched.speed(100);
        watched.start();
        for (int i = 0; i < 20; i++) {
            watched.snapshot().get();
        }
        RunResult result = watched.await();
        assertEquals(alone.events(), result.events());
        assertEquals(alone.virtualTime(), result.virtualTime());
    }

    /** 100 ms of virtual time at 10 virtual seconds per second are at least 10 ms of real time. */
    @Test
    void paceHoldsTheRunBack() throws Exception {
        ticking(10).speed(10);
        run.start();
        RunResult result = run.await();
        assertTrue(result.cost().wallTime() >= 9 * MS, () -> "took " + result.cost().wallTime() + " ns");
    }

    @Test
    void stopKeepsWhatThereIs() throws Exception {
        ticking(1_000).runUntil(105 * MS);
        run.awaitStandstill();
        run.stop();
        RunResult result = run.await();
        assertEquals(Ending.STOPPED, result.ending());
        assertEquals(105 * MS, result.virtualTime());
        assertEquals(RunState.ENDED, run.state());
        assertEquals(105 * MS, run.snapshot().get().time());
        assertFalse(run.post(() -> { }));
        assertEquals(0, run.swap(new SwapScope.All(), "vegas").get());
    }

    @Test
    void closeOfARunThatNeverBegan() throws Exception {
        ticking(5).close();
        assertEquals(RunState.ENDED, run.state());
        assertTrue(parts.closed);
    }

    @Test
    void aLeakIsOneSentence() throws Exception {
        parts.app("leak", context -> new Ticker(context, 1) {
            @Override
            void tick() {
                context.node().packets().take();
                super.tick();
            }
        });
        prepare(lab(SECOND, List.of(), app("leak", 0))).start();
        RunResult result = run.await();
        assertEquals(RunState.FAILED, run.state());
        assertEquals("1 packet was not given back at the end of the run: a layer keeps packets that it should release",
                result.failure().orElseThrow());
        assertFalse(result.ok());
    }

    @Test
    void aMistakeEndsTheRunAndLeavesItsTraceInAFile() throws Exception {
        parts.app("broken", context -> new Ticker(context, 1) {
            @Override
            void tick() {
                throw new IllegalStateException("packet released twice");
            }
        });
        Path results = folder.resolve("out");
        run = new Preparation(parts, Map.of()).prepare(lab(SECOND, List.of(), app("broken", 0)),
                RunOptions.unrecorded(folder).into(results));
        run.start();
        RunResult result = run.await();
        assertEquals(RunState.FAILED, run.state());
        String sentence = result.failure().orElseThrow();
        assertTrue(sentence.startsWith("the run broke off at 0.01 s, because of a mistake in the program or a plug-in: "),
                sentence);
        assertTrue(sentence.endsWith(results.resolve("error.log") + " has the details"), sentence);
        assertTrue(Files.readString(results.resolve("error.log")).contains("at org.wirelathe.lab"));
        assertTrue(Files.readString(results.resolve("result.json")).contains("\"ending\": \"failed\""));
    }

    @Test
    void listenersHearOfStatesAndJournal() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        ticking(2).addListener(new RunListener() {
            @Override
            public void stateChanged(RunState state) {
                heard.add(state.name());
            }

            @Override
            public void journalled(JournalEntry entry) {
                heard.add(entry.kind());
            }
        });
        run.runUntil(10 * MS);
        run.awaitStandstill();
        parts.handle.post(() -> parts.handle.journal("plugin", "vegas", "arrived"));
        run.start();
        run.await();
        assertEquals(List.of("RUNNING", "PAUSED", "plugin", "RUNNING", "ENDED"), heard);
        assertEquals(List.of(new JournalEntry(10 * MS, "plugin", "vegas", "arrived")), run.journal(0));
        assertEquals(List.of(), run.journal(1));
    }

    @Test
    void whatIsPostedRunsAlsoWhileTheRunStandsStill() throws Exception {
        List<String> done = new ArrayList<>();
        ticking(2);
        assertTrue(run.post(() -> done.add("prepared")));
        run.runUntil(10 * MS);
        run.awaitStandstill();
        assertTrue(run.post(() -> done.add("paused")));
        run.snapshot().get();
        assertEquals(List.of("prepared", "paused"), done);
    }

    @Test
    void aSwapWithNobodyToChangeIsJournalled() throws Exception {
        parts.app("tick", context -> new Ticker(context, 3));
        prepare(lab(SECOND, List.of(new Event.Swap(20 * MS, java.util.Optional.of("alice"), java.util.Optional.empty(),
                "vegas")), app("tick", 0))).start();
        RunResult result = run.await();
        assertEquals(List.of(new JournalEntry(20 * MS, "swap", "alice", "to vegas: no connection was there to change")),
                result.swaps());
    }

    @Test
    void everyCounterIsInTheResult() throws Exception {
        parts.app("count", context -> new Ticker(context, 3) {
            @Override
            void tick() {
                context.node().counters().counter("eth0", "rxPackets").add(2);
                context.node().counters().drop("eth0", "rxNoBuffer").increment();
                context.node().counters().counter("eth0", "txPackets");
                super.tick();
            }
        });
        Path results = folder.resolve("out");
        run = new Preparation(parts, Map.of()).prepare(lab(SECOND, List.of(), app("count", 0)),
                RunOptions.unrecorded(folder).into(results).with(List.of("--set", "run.seed=7")));
        run.start();
        assertEquals(List.of(new Snapshot.CounterRow("alice", "eth0", "rxPackets", false, 6),
                new Snapshot.CounterRow("alice", "eth0", "rxNoBuffer", true, 3)), run.await().counters());
        String json = Files.readString(results.resolve("result.json")).replaceAll("\\s+", "");
        assertTrue(json.contains("\"counters\":{\"alice\":{\"eth0\":{\"rxPackets\":6,\"rxNoBuffer\":3}}}"), json);
        assertTrue(json.contains("\"arguments\":[\"--set\",\"run.seed=7\"]"), json);
    }

    /** A plug-in's exception may throw when it is asked what it is. */
    @Test
    void aMistakeThatCannotBeAskedEndsTheRunAllTheSame() throws Exception {
        parts.app("rude", context -> new Ticker(context, 1) {
            @Override
            void tick() {
                throw new IllegalStateException() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public String getMessage() {
                        throw new UnsupportedOperationException();
                    }
                };
            }
        });
        Path results = folder.resolve("out");
        run = new Preparation(parts, Map.of()).prepare(lab(SECOND, List.of(), app("rude", 0)),
                RunOptions.unrecorded(folder).into(results));
        run.start();
        RunResult result = run.await();
        assertTrue(result.failure().orElseThrow().contains("RunTest$"), () -> result.failure().orElseThrow());
        assertTrue(Files.readString(results.resolve("error.log")).contains("\tat org.wirelathe.lab"));
    }

    @Test
    void closingARunThatIsStuckSaysWhere() throws Exception {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        parts.app("stuck", context -> new Ticker(context, 2) {
            @Override
            void tick() {
                stuck.countDown();
                try {
                    free.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                super.tick();
            }
        });
        Run stubborn = (Run) prepare(lab(SECOND, List.of(), app("stuck", 0)));
        stubborn.start();
        stuck.await();
        String sentence = assertThrows(IllegalStateException.class, () -> stubborn.close(5 * MS)).getMessage();
        assertTrue(sentence.startsWith("the run of Test does not end: something in it has not returned since 0 s, at "),
                sentence);
        assertTrue(sentence.contains("RunTest"), sentence);
        free.countDown();
        assertEquals(Ending.STOPPED, run.await().ending());
    }

    @Test
    void missingPartsAreNamed() {
        parts.without(Kind.LINK);
        LabException none = assertThrows(LabException.class, () -> prepare(lab(SECOND, List.of())));
        assertEquals("no bundle provides the link layer 'ethernet', nor any other", none.getMessage());
        parts.app("tick", context -> new Ticker(context, 1));
        LabException other = assertThrows(LabException.class,
                () -> new Preparation(new FakeParts().app("tick", context -> null), Map.of())
                        .prepare(lab(SECOND, List.of(), app("talk", 0)), RunOptions.unrecorded(folder)));
        assertEquals("no bundle provides the application 'talk'; there is tick", other.getMessage());
        assertTrue(parts.closed);
    }

    @Test
    void parametersThatDoNotFitAreNamedWithTheirPlace() {
        parts.app("tick", context -> new Ticker(context, 1));
        App wrong = new App("alice", "tick", Map.of("size", new Value.Text("5 apples")), 0);
        LabException e = assertThrows(LabException.class, () -> prepare(lab(SECOND, List.of(), wrong)));
        assertEquals(List.of("apps", 0, "size"), e.path());
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefusedBeforeTheRun() throws Exception {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        LabException e = assertThrows(LabException.class, () -> new Preparation(parts, Map.of())
                .prepare(lab(SECOND, List.of()), RunOptions.unrecorded(folder).into(inTheWay.resolve("out"))));
        assertTrue(e.getMessage().startsWith("cannot write results to " + inTheWay.resolve("out") + ": "), e.getMessage());
    }

    @Test
    void resultsAreWritten() throws Exception {
        parts.app("tick", context -> new Ticker(context, 3));
        Path results = folder.resolve("out");
        run = new Preparation(parts, Map.of("org.wirelathe.test", "1.0.0")).prepare(
                lab(SECOND, List.of(new Event.Swap(20 * MS, java.util.Optional.empty(), java.util.Optional.empty(),
                        "vegas")), app("tick", 0)),
                new RunOptions("test.yaml", folder, java.util.Optional.of(results)));
        run.start();
        run.await();
        String json = Files.readString(results.resolve("result.json"));
        assertTrue(json.contains("\"source\": \"test.yaml\""));
        assertTrue(json.contains("\"virtualTime\": 0.03,"));
        assertTrue(json.contains("\"org.wirelathe.test\": \"1.0.0\""));
        assertEquals("{\"time\":0.02,\"kind\":\"swap\",\"subject\":\"every node\","
                + "\"detail\":\"to vegas: no connection was there to change\"}\n",
                Files.readString(results.resolve("journal.jsonl")));
        assertEquals("time,node,flow,name,value\n", Files.readString(results.resolve("series.csv")));
        try (var files = Files.list(results)) {
            assertEquals(0, files.filter(file -> file.toString().endsWith(".part")).count());
        }
    }
}
