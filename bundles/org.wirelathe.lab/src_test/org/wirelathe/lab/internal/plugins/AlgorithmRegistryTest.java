package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.lab.PluginEvent;

/** Providers that come and go in every order that OSGi brings about (H4), and what the runs see of it. */
class AlgorithmRegistryTest {
    private final FakeServices services = new FakeServices();
    private final NewsDesk desk = new NewsDesk();
    private final AlgorithmRegistry registry = new AlgorithmRegistry(services, desk.news,
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @AfterEach
    void everyServiceObjectIsGivenBack() {
        registry.deactivate();
        assertEquals(0, services.held());
    }

    @Test
    void aProviderThatComesIsSelectableByName() {
        FakeRun run = new FakeRun(registry, "vegas");
        assertNull(run.lease);
        registry.bindAlgorithm(services.offer(new Steady("vegas")));
        registry.bindAlgorithm(services.offer(new Steady("bbr")));
        assertEquals("vegas", run.lease.name());
        assertTrue(run.lease.isLive());
        assertEquals(List.of(new PluginRegistry.Available("bbr", "a bundle that is gone", ""),
                new PluginRegistry.Available("vegas", "a bundle that is gone", "")), registry.available());
        assertEquals(2, run.told);
    }

    @Test
    void askedAgainTheAnswerIsTheSameLease() {
        registry.bindAlgorithm(services.offer(new Steady("vegas")));
        FakeRun run = new FakeRun(registry, "vegas");
        assertSame(run.lease, run.algorithms.lease("vegas"));
        FakeRun other = new FakeRun(registry, "vegas");
        assertNotSame(run.lease, other.lease, "a lease tells whether one loop is inside: it must not be shared");
    }

    /** H13: the highest ranking, then the one registered first; whatever the order in which they are bound. */
    @Test
    void theBestProviderOfANameIsChosen() {
        Steady older = new Steady("vegas");
        Steady younger = new Steady("vegas");
        Steady ranked = new Steady("vegas");
        FakeReference first = services.offer(older);
        FakeReference second = services.offer(younger);
        FakeReference third = services.offer(ranked, 10);
        FakeRun run = new FakeRun(registry, "vegas");
        registry.bindAlgorithm(second);
        assertSame(younger, run.lease.algorithm());
        registry.bindAlgorithm(first);
        assertSame(older, run.lease.algorithm());
        registry.bindAlgorithm(third);
        assertSame(ranked, run.lease.algorithm());
        registry.unbindAlgorithm(third);
        assertSame(older, run.lease.algorithm());
        registry.unbindAlgorithm(first);
        assertSame(younger, run.lease.algorithm());
    }

    /** H4: the replacement is bound before the old one is unbound. */
    @Test
    void boundBeforeUnboundTheConnectionGoesStraightOver() {
        Steady old = new Steady("vegas");
        Steady replacement = new Steady("vegas");
        FakeReference oldReference = services.offer(old);
        registry.bindAlgorithm(oldReference);
        FakeRun run = new FakeRun(registry, "vegas");
        Lease before = run.lease;
        registry.bindAlgorithm(services.offer(replacement, 1));
        assertSame(replacement, run.lease.algorithm());
        assertTrue(before.isLive(), "the old one has not left yet");
        registry.unbindAlgorithm(oldReference);
        assertSame(replacement, run.lease.algorithm());
        assertFalse(before.enter());
        assertNull(before.algorithm(), "a lease that has ended must not keep the provider's classes");
    }

    /** H4: the old one is unbound first, as {@code Bundle.update} does it. */
    @Test
    void unboundBeforeBoundTheConnectionGoesHomeAndComesBack() {
        FakeReference old = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(old);
        FakeRun run = new FakeRun(registry, "vegas");
        registry.unbindAlgorithm(old);
        assertNull(run.lease);
        Steady replacement = new Steady("vegas");
        registry.bindAlgorithm(services.offer(replacement));
        assertSame(replacement, run.lease.algorithm());
        assertEquals(List.of("plugin vegas: a bundle that is gone left", "plugin vegas: a bundle that is gone arrived"),
                run.journal);
    }

    /** H4: a second unbind, and an unbind of what was never bound. */
    @Test
    void unboundTwiceNothingHappensTwice() {
        FakeReference reference = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(reference);
        FakeRun run = new FakeRun(registry, "vegas");
        registry.unbindAlgorithm(reference);
        registry.unbindAlgorithm(reference);
        registry.unbindAlgorithm(services.offer(new Steady("bbr")));
        assertEquals(1, run.told);
    }

    /** H4: the same service twice. */
    @Test
    void boundTwiceTheServiceIsFetchedOnce() {
        FakeReference reference = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(reference);
        registry.bindAlgorithm(reference);
        assertEquals(1, services.held());
        registry.unbindAlgorithm(reference);
        assertNull(new FakeRun(registry, "vegas").lease);
    }

    /** H4: only properties change; the provider stays, and nobody moves without need. */
    @Test
    void aChangedPropertyMovesConnectionsOnlyWhenTheOrderChanges() {
        FakeReference first = services.offer(new Steady("vegas"));
        FakeReference second = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(first);
        registry.bindAlgorithm(second);
        FakeRun run = new FakeRun(registry, "vegas");
        Lease before = run.lease;
        registry.updatedAlgorithm(first);
        assertEquals(0, run.told);
        second.ranking(5);
        registry.updatedAlgorithm(second);
        assertEquals(1, run.told);
        assertNotSame(before, run.lease);
        assertTrue(before.isLive());
        registry.updatedAlgorithm(services.offer(new Steady("never bound")));
        assertEquals(1, run.told);
    }

    @Test
    void aRunThatIsOverIsNeitherToldNorWaitedFor() {
        FakeReference reference = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(reference);
        FakeRun over = new FakeRun(registry, "vegas");
        FakeRun closed = new FakeRun(registry, "vegas");
        over.over = true;
        closed.algorithms.close();
        assertNull(closed.algorithms.lease("vegas"));
        registry.unbindAlgorithm(reference);
        assertEquals(0, over.told);
        assertEquals(0, closed.told);
        assertFalse(over.lease.enter());
    }

    @Test
    void aRetiredProviderIsLeftByEveryRun() throws InterruptedException {
        FakeReference bad = services.offer(new Steady("vegas"), 1);
        registry.bindAlgorithm(bad);
        Steady second = new Steady("vegas");
        registry.bindAlgorithm(services.offer(second));
        FakeRun run = new FakeRun(registry, "vegas");
        FakeRun other = new FakeRun(registry, "vegas");
        Lease lease = run.lease;
        lease.retire("alice:49152>10.0.2.1:5001", "threw java.lang.IllegalStateException: boom");
        lease.retire("alice:49153>10.0.2.1:5001", "threw java.lang.IllegalStateException: again");
        assertSame(second, run.lease.algorithm());
        assertSame(second, other.lease.algorithm());
        assertFalse(lease.isLive());
        assertTrue(lease.enter(), "the state may still be fetched");
        lease.leave();
        PluginEvent event = desk.next();
        assertEquals(PluginEvent.Kind.RETIRED, event.kind());
        assertEquals("Congestion plug-in vegas (a bundle that is gone) is retired: on"
                + " alice:49152>10.0.2.1:5001 it threw java.lang.IllegalStateException: boom; its connections go on"
                + " without it.",
                event.message());
        assertEquals(List.of("retired alice:49152>10.0.2.1:5001: " + event.message()), run.journal);
        assertEquals(List.of(), other.journal);
        registry.unbindAlgorithm(bad);
        assertFalse(lease.enter());
        assertEquals(0, desk.unread());
    }

    @Test
    void whoListensHearsOfEveryChange() throws InterruptedException {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        Runnable listener = () -> heard.add(registry.available().size());
        registry.addListener(listener);
        FakeReference vegas = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(vegas);
        registry.bindAlgorithm(services.offer(new Steady("bbr")));
        registry.unbindAlgorithm(vegas);
        assertEquals(List.of(1, 2, 1), heard);
        new FakeRun(registry, "bbr").lease.retire("alice:49152>10.0.2.1:5001", "answered a window of 0 bytes");
        assertEquals(1, desk.unread());
        assertEquals(List.of(1, 2, 1, 0), heard);
        registry.removeListener(listener);
        registry.bindAlgorithm(services.offer(new Steady("cubic")));
        assertEquals(4, heard.size());
    }

    @Test
    void deactivationDrainsWhoIsStillBound() {
        registry.bindAlgorithm(services.offer(new Steady("vegas")));
        FakeRun run = new FakeRun(registry, "vegas");
        Lease lease = run.lease;
        registry.deactivate();
        assertNull(run.lease);
        assertFalse(lease.enter());
        registry.bindAlgorithm(services.offer(new Steady("bbr")));
        assertEquals(List.of(), registry.available(), "nobody comes in after the end");
    }
}
