package org.wirelathe.lab.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult.Ending;
import org.wirelathe.lab.RunState;
import org.wirelathe.model.App;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.TcpSettings;

class OpenRunTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1000 * MS;

    private final FakeParts parts = new FakeParts();
    private LabRun run;

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        run.close();
    }

    /** An application that is busy from 5 ms on for ten milliseconds per tick. */
    private LabRun ticking(int times) throws Exception {
        parts.app("tick", context -> new Ticker(context, times));
        Node alice = new Node("alice", NodeType.HOST, List.of(), List.of(), List.of(), TcpSettings.DEFAULT);
        Lab lab = new Lab("Test", List.of(alice), List.of(), List.of(new App("alice", "tick", Map.of(), 5 * MS)),
                List.of(), List.of(), new org.wirelathe.model.Run(SECOND, 7, 10 * MS), Map.of());
        run = new Preparation(parts, Map.of()).prepare(lab, RunOptions.unrecorded(folder).keptOpen());
        return run;
    }

    @Test
    void standsStillWhereItWouldHaveEnded() throws Exception {
        ticking(3).start();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(35 * MS, run.time());
        run.start();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(35 * MS, run.time(), "nobody is busy: there is nothing to go on for");
        run.stop();
        assertEquals(Ending.STOPPED, run.await().ending());
    }

    @Test
    void goesBeyondItsEndWhenItIsToldHowFar() throws Exception {
        ticking(3).runUntil(2 * SECOND);
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(2 * SECOND, run.time());
    }

    @Test
    void standsStillAtUntilAndGoesOn() throws Exception {
        ticking(150).start();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(SECOND, run.time());
        run.start();
        assertEquals(RunState.PAUSED, run.awaitStandstill());
        assertEquals(5 * MS + 1500 * MS, run.time(), "150 ticks of 10 ms from 5 ms on");
    }

    @Test
    void whatIsAskedOfANodeIsAnsweredOnTheRunsThread() throws Exception {
        ticking(3).runUntil(20 * MS);
        run.awaitStandstill();
        assertEquals("alice at 20000000 on lab Test", run.onNode("alice", node -> node.context().name() + " at "
                + node.context().scheduler().now() + " on " + Thread.currentThread().getName()).join());
        CompletionException nobody = assertThrows(CompletionException.class,
                () -> run.onNode("bob", node -> 0).join());
        assertTrue(nobody.getMessage().endsWith("there is no node 'bob'"), nobody.getMessage());
    }
}
