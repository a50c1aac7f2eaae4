package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.congestion.Lease;

/** H5: a provider must go while a loop is inside it, or does not answer. */
class EvictionTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final FakeServices services = new FakeServices();
    private final NewsDesk desk = new NewsDesk();

    private AlgorithmRegistry registry(Duration handOver, Duration grace) {
        return new AlgorithmRegistry(services, desk.news, new Limits(LONG, handOver, grace));
    }

    /** The loop is inside a call when its provider is unbound: unbind returns after the call, not before. */
    @Test
    void unbindWaitsForTheCallThatIsInside() throws InterruptedException {
        AlgorithmRegistry registry = registry(SHORT, LONG);
        FakeReference reference = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(reference);
        FakeRun run = new FakeRun(registry, "vegas");
        run.heldUp = true;
        Lease lease = run.lease;
        assertTrue(lease.enter());
        CountDownLatch unbound = new CountDownLatch(1);
        Thread.ofPlatform().start(() -> {
            registry.unbindAlgorithm(reference);
            unbound.countDown();
        });
        // When a nested call is refused, the eviction has passed its last look, and still waits.
        boolean refused = false;
        for (long end = System.nanoTime() + LONG.toNanos(); !refused && System.nanoTime() < end; Thread.yield()) {
            refused = !lease.enter();
            if (!refused) {
                lease.leave();
            }
        }
        assertTrue(refused, "the provider never expired");
        assertEquals(1, unbound.getCount(), "unbind returned while a call was inside");
        assertEquals(1, services.held());
        lease.leave();
        assertTrue(unbound.await(20, TimeUnit.SECONDS));
        assertEquals(0, services.held());
        assertFalse(lease.enter());
        assertNull(lease.algorithm());
        run.serve();
        assertNull(run.lease, "the connection finds home when its loop is back");
        assertEquals(0, desk.unread());
    }

    /** A call that never returns: unbind does not wait for ever, and says so. */
    @Test
    void unbindGivesUpOnACallThatIsStuck() throws InterruptedException {
        AlgorithmRegistry registry = registry(SHORT, SHORT);
        FakeReference reference = services.offer(new Steady("vegas"));
        registry.bindAlgorithm(reference);
        FakeRun run = new FakeRun(registry, "vegas");
        run.heldUp = true;
        Lease lease = run.lease;
        assertTrue(lease.enter());
        registry.unbindAlgorithm(reference);
        assertEquals("Congestion plug-in vegas (a bundle that is gone) is stuck in a call and cannot be stopped: its"
                + " bundle goes all the same, the run stands still until the call returns, and then goes on without"
                + " it.",
                desk.next().message());
        lease.leave();
        assertFalse(lease.enter(), "what the late call answered must not be followed by another one");
        assertEquals(0, services.held());
    }

    /**
     * Trap 4: a loop that does not serve its posts is evicted by force. In each try the loop enters once and stays,
     * while the evicting thread ends the provider and looks once: a call that was allowed must have been seen.
     */
    @Test
    void noCallIsEverStale() throws InterruptedException {
        int tries = 100_000;
        SplittableRandom random = new SplittableRandom(20_261_120);
        Try[] all = Stream.generate(Try::new).limit(tries).toArray(Try[]::new);
        Thread loop = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < tries; i++) {
                while (turn <= i) {
                    // Both are to begin within nanoseconds of each other.
                }
                all[i].allowed = all[i].lease.enter();
                done = i + 1;
            }
        });
        for (int i = 0; i < tries; i++) {
            Try now = all[i];
            int delay = random.nextInt(200);
            turn = i + 1;
            for (int step = 0; step < delay; step++) {
                now.delay += step;
            }
            now.provider.advance(Provider.State.EXPIRED);
            now.seen = now.lease.isInside();
            while (done <= i) {
                // The loop has its turn.
            }
        }
        assertTrue(loop.join(LONG));
        long allowed = Arrays.stream(all).filter(one -> one.allowed).count();
        long unseen = Arrays.stream(all).filter(one -> one.allowed && !one.seen).count();
        assertEquals(0, unseen, "calls that were allowed into a provider that was gone");
        assertTrue(allowed > 0 && allowed < tries, "the threads never met: " + allowed + " calls");
    }

    private volatile int turn;
    private volatile int done;

    private static final class Try {
        final Provider provider = new Provider(new FakeReference(0));
        final RunLease lease = new RunLease(provider, null);
        boolean allowed;
        boolean seen;
        int delay;
    }
}
