package org.wirelathe.tests.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.wirelathe.lab.Labs;
import org.wirelathe.lab.PluginEvent;
import org.wirelathe.lab.PluginEvent.Kind;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.RunState;

/** Plug-ins that come, change, misbehave and go in the middle of a transfer. Every byte arrives, each time. */
class LiveSwapTest {
    private static final int MSS = 1_460;
    private static final String BLOCK = "org.example.portion.block";
    private static final String BLOCKED = "org.example.portion.blocked";

    private final DropFolder folder = new DropFolder();
    private final Labs labs = folder.service(Labs.class);

    @AfterEach
    void nothingIsLeft() throws Exception {
        folder.close();
        assertEquals(Set.of(), Set.copyOf(folder.removalPending()));
        assertEquals(List.of(), folder.errors(), "errors in the log");
    }

    private static PluginFile portion(String version, int segments) {
        return new PluginFile("org.example.portion", version, "portion", segments);
    }

    @Test
    void aPluginTakesOverGoesHomeAndComesBack() throws Exception {
        try (Transfer transfer = new Transfer(labs, "reno", 8 * 1024)) {
            assertEquals("reno", transfer.until(300).congestion());
            folder.drop("a.jar", portion("1.0.0", 40).bytes());
            transfer.swap("portion");
            assertEquals("portion", transfer.congestion());
            assertEquals(40 * MSS, transfer.window());
            transfer.until(500);
            folder.remove("a.jar");
            assertEquals("reno", transfer.congestion(), "the connection went home, standing still");
            assertEquals(40 * MSS, transfer.window(), "and starts from where the plug-in was");
            transfer.until(600);
            folder.drop("a.jar", portion("1.0.0", 50).bytes());
            assertEquals("portion", transfer.congestion(), "what was asked for by name is back");
            transfer.until(700);
            assertEquals(Kind.UPDATED, folder.drop("a.jar", portion("1.1.0", 60).bytes()).kind());
            assertEquals(60 * MSS, transfer.window());
            transfer.until(800);
            assertEquals(Kind.REFUSED, folder.drop("a.jar", new byte[] {'P', 'K', 3, 4}).kind());
            assertEquals("portion", transfer.congestion());
            assertEquals(60 * MSS, transfer.window());
            transfer.finish();
        }
    }

    /**
     * The framework's own way: the bundle stops, starts, and is updated, each time unbound before it is bound again.
     */
    @Test
    void aBundleThatIsStoppedStartedAndUpdated() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 40).bytes());
        try (Transfer transfer = new Transfer(labs, "portion", 4 * 1024)) {
            assertEquals("portion", transfer.until(150).congestion());
            Bundle bundle = folder.bundle("org.example.portion");
            bundle.stop(Bundle.STOP_TRANSIENT);
            assertEquals("reno", transfer.congestion());
            transfer.until(200);
            bundle.start(Bundle.START_TRANSIENT);
            assertEquals("portion", transfer.congestion());
            transfer.until(250);
            bundle.update(new ByteArrayInputStream(portion("1.0.1", 45).bytes()));
            assertEquals("portion", transfer.congestion());
            assertEquals(45 * MSS, transfer.window());
            transfer.finish();
        }
    }

    @Test
    void aPluginThatThrowsIsRetiredAndTheTransferGoesOn() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 40).property("failAfter", "Integer", "500").bytes());
        try (Transfer transfer = new Transfer(labs, "portion", 8 * 1024)) {
            transfer.finish();
            PluginEvent event = folder.next("portion");
            assertEquals(Kind.RETIRED, event.kind());
            assertTrue(event.message().startsWith("Congestion plug-in portion (org.example.portion 1.0.0) is retired: ")
                    && event.message().endsWith(" it threw java.lang.IllegalStateException: acknowledgment 501 is one"
                            + " too many; its connections go on without it."), event.message());
            assertTrue(transfer.journal().contains("retired " + event.message()), transfer.journal().toString());
            assertTrue(transfer.journal().stream().anyMatch(line -> line.startsWith("swap from portion to reno: ")),
                    transfer.journal().toString());
        }
    }

    /** H16, with a swap at standstill: replaced by itself, a plug-in leaves no trace in what is sent. */
    @Test
    void replacedByItselfTheTraceIsTheSame() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 40).bytes());
        String untouched = digest(400);
        try (Transfer transfer = new Transfer(labs, "portion", 4 * 1024)) {
            for (int version = 1; version <= 5; version++) {
                transfer.until(70L * version);
                folder.drop("a.jar", portion("1.0." + version, 40).bytes());
            }
            assertEquals(untouched, transfer.finish().digest());
        }
        assertEquals(untouched, digest(400), "the same once more");
        folder.drop("a.jar", portion("1.1.0", 41).bytes());
        assertNotEquals(untouched, digest(400), "one segment more would show");
    }

    private String digest(long standstill) throws Exception {
        try (Transfer transfer = new Transfer(labs, "portion", 4 * 1024)) {
            return transfer.until(standstill).finish().digest();
        }
    }

    /** H16 under way: a running loop is swapped whenever the new jar is there, and the trace is still the same. */
    @Test
    void replacedByItselfWhileItRunsTheTraceIsTheSame() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 40).bytes());
        try (Transfer plain = new Transfer(labs, "portion", 64 * 1024);
                Transfer swapped = new Transfer(labs, "portion", 64 * 1024)) {
            RunResult expected = plain.finish();
            swapped.until(50);
            swapped.run().speed(1.5);
            swapped.run().start();
            for (int version = 1; version <= 5; version++) {
                folder.drop("a.jar", portion("1.0." + version, 40).bytes());
            }
            assertEquals(RunState.RUNNING, swapped.run().state(), "the transfer was over too soon");
            swapped.run().speed(Double.POSITIVE_INFINITY);
            RunResult result = swapped.finish();
            assertEquals(expected.digest(), result.digest());
            assertEquals(5, result.swaps().size(), result.swaps().toString());
        }
    }

    /**
     * H5: the plug-in blocks in a call, and its jar is removed. Its bundle goes; the run goes on when the call returns.
     */
    @Test
    void aPluginThatBlocksIsEvicted() throws Exception {
        folder.drop("a.jar", portion("1.0.0", 40).property("blockAfter", "Integer", "200").bytes());
        System.setProperty(BLOCK, "true");
        try (Transfer transfer = new Transfer(labs, "portion", 4 * 1024)) {
            try {
                transfer.run().start();
                for (long end = System.nanoTime() + 60_000_000_000L; !Boolean.getBoolean(BLOCKED); Thread.yield()) {
                    assertTrue(System.nanoTime() < end, "the plug-in was not called often enough to block");
                }
                assertEquals(Kind.REMOVED, folder.remove("a.jar").kind());
                assertTrue(folder.next("portion").message().contains("is stuck in a call and cannot be stopped"));
            } finally {
                System.clearProperty(BLOCK);
            }
            transfer.finish();
            assertTrue(transfer.journal().stream().anyMatch(line -> line.startsWith("swap from portion to reno: ")),
                    transfer.journal().toString());
        } finally {
            System.clearProperty(BLOCKED);
        }
    }
}
