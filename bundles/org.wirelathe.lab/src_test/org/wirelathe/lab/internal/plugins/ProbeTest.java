package org.wirelathe.lab.internal.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.lab.PluginEvent;

/** What a new provider is refused for (H6, H7), and that the refusal says what to look at. */
class ProbeTest {
    private final FakeServices services = new FakeServices();
    private final NewsDesk desk = new NewsDesk();
    private final AlgorithmRegistry registry = new AlgorithmRegistry(services, desk.news,
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofSeconds(5)));

    @AfterEach
    void aRefusedServiceObjectIsGivenBackAtOnce() {
        assertEquals(0, services.held());
        assertEquals(List.of(), registry.available());
    }

    private void refuses(Steady algorithm, String because) throws InterruptedException {
        FakeReference reference = services.offer(algorithm);
        FakeRun run = new FakeRun(registry, "odd");
        registry.bindAlgorithm(reference);
        PluginEvent event = desk.next();
        assertEquals(PluginEvent.Kind.REFUSED, event.kind());
        assertEquals("Congestion plug-in a bundle that is gone is not let in: " + because + '.', event.message());
        assertEquals(because, registry.offers(-1, 1, Duration.ZERO).getFirst().problem());
        assertNull(run.lease);
        assertEquals(0, run.told);
        assertTrue(desk.log.contains("warn " + event.message()));
        registry.unbindAlgorithm(reference);
        assertEquals(List.of(), run.journal, "a provider that never came in does not leave");
    }

    @Test
    void whatDoesNotActivate() throws InterruptedException {
        refuses(null, "its component could not be activated, the log has the cause");
    }

    @Test
    void anImpossibleName() throws InterruptedException {
        refuses(new Steady(null), "name() answered null, it must be a lower-case word like \"vegas\"");
        refuses(new Steady("My Own"), "name() answered \"My Own\", it must be a lower-case word like \"vegas\"");
        refuses(new Steady(""), "name() answered \"\", it must be a lower-case word like \"vegas\"");
    }

    @Test
    void noController() throws InterruptedException {
        refuses(new Steady("odd") {
            @Override
            public CongestionController create(FlowInfo flow, CongestionState start) {
                return null;
            }
        }, "create answered null");
    }

    @Test
    void aWindowThatClosesAfterATimeout() throws InterruptedException {
        refuses(new Steady("odd") {
            private long window = 1;

            @Override
            public long window() {
                return window;
            }

            @Override
            public void onLoss(Lost loss) {
                window = loss.cause() == Lost.Cause.TIMEOUT ? 0 : 1;
            }
        }, "window() answered 0 after onLoss, it must be at least 1 byte");
    }

    @Test
    void aNegativeWindow() throws InterruptedException {
        refuses(new Steady("odd") {
            @Override
            public long window() {
                return -1;
            }
        }, "window() answered -1 after create, it must be at least 1 byte");
    }

    @Test
    void aNegativePacingRate() throws InterruptedException {
        refuses(new Steady("odd") {
            @Override
            public long pacingRate() {
                return Long.MIN_VALUE;
            }
        }, "pacingRate() answered -9223372036854775808 after create, it must not be negative");
    }

    @Test
    void aStateThatNoSuccessorCanUse() throws InterruptedException {
        refuses(new Steady("odd") {
            @Override
            public CongestionState state() {
                return null;
            }
        }, "state() answered null");
        refuses(new Steady("odd") {
            @Override
            public CongestionState state() {
                return new CongestionState(0, 1, -1, false);
            }
        }, "state() answered a window of 0, it must be at least 1 byte");
        refuses(new Steady("odd") {
            @Override
            public CongestionState state() {
                return new CongestionState(1, -7, -1, false);
            }
        }, "state() answered a threshold of -7, it must be at least 1 byte");
    }

    @Test
    void whatThrowsAnywhere() throws InterruptedException {
        refuses(new Steady("odd") {
            @Override
            public void onAck(Acked ack) {
                throw new IllegalStateException("boom");
            }
        }, "onAck threw java.lang.IllegalStateException: boom");
        refuses(new Steady("odd") {
            @Override
            public void onSpuriousLoss(long now) {
                throw new NoClassDefFoundError("org/example/Table");
            }
        }, "onSpuriousLoss threw java.lang.NoClassDefFoundError: org/example/Table");
        refuses(new Steady("odd") {
            @Override
            public void onIdleRestart(long now) {
                onIdleRestart(now + 1);
            }
        }, "onIdleRestart threw java.lang.StackOverflowError");
        refuses(new Steady("odd") {
            @Override
            public void gauges(Gauges out) {
                throw new UnsupportedOperationException();
            }
        }, "gauges threw java.lang.UnsupportedOperationException");
        refuses(new Steady("odd") {
            @Override
            public CongestionController create(FlowInfo flow, CongestionState start) {
                if (start.minRtt() == -1 && start.threshold() == Long.MAX_VALUE) {
                    return this;
                }
                throw new ArithmeticException("only new connections");
            }
        }, "create threw java.lang.ArithmeticException: only new connections");
    }

    @Test
    void anExceptionWhoseMessageThrowsToo() throws InterruptedException {
        class Nasty extends RuntimeException {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("not even that");
            }
        }
        refuses(new Steady("odd") {
            @Override
            public void onAck(Acked ack) {
                throw new Nasty();
            }
        }, "onAck threw " + Nasty.class.getName());
    }

    /** The bound is short here; the provider returns only when it is interrupted. */
    @Test
    void whatBlocks() throws InterruptedException {
        AlgorithmRegistry impatient = new AlgorithmRegistry(services, desk.news,
                new Limits(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(5)));
        CountDownLatch interrupted = new CountDownLatch(1);
        FakeReference reference = services.offer(new Steady("odd") {
            @Override
            public void onAck(Acked ack) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException expected) {
                    interrupted.countDown();
                }
            }
        });
        impatient.bindAlgorithm(reference);
        assertEquals("Congestion plug-in a bundle that is gone is not let in: onAck did not return within 50 ms.",
                desk.next().message());
        assertTrue(interrupted.await(10, TimeUnit.SECONDS), "the rehearsal's thread was not interrupted");
        assertEquals(List.of(), impatient.available());
    }

    /**
     * The bundle may have been started by another thread than the one that asks: whoever asks waits for the verdict.
     */
    @Test
    void whoAsksWhatABundleOffersWaitsUntilThatIsDecided() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        FakeReference reference = services.offer(new Steady("odd") {
            @Override
            public void onLoss(Lost loss) {
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        List<Offer> heard = new CopyOnWriteArrayList<>();
        Thread asking = Thread.ofPlatform().start(() -> heard.addAll(registry.offers(-1, 1, Duration.ofSeconds(20))));
        Thread binding = Thread.ofPlatform().start(() -> registry.bindAlgorithm(reference));
        goOn.countDown();
        assertTrue(asking.join(Duration.ofSeconds(20)));
        assertEquals(List.of(new Offer("odd", null)), heard);
        assertTrue(binding.join(Duration.ofSeconds(20)));
        registry.unbindAlgorithm(reference);
    }

    /** A provider that is unbound while it is rehearsed does not come in behind its own back. */
    @Test
    void whatLeavesDuringItsRehearsal() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        FakeReference reference = services.offer(new Steady("odd") {
            @Override
            public void onLoss(Lost loss) {
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        Thread binding = Thread.ofPlatform().start(() -> registry.bindAlgorithm(reference));
        assertTrue(inside.await(10, TimeUnit.SECONDS));
        assertEquals(List.of(new Offer("odd", "it is still being rehearsed")), registry.offers(-1, 1, Duration.ZERO));
        Thread unbinding = Thread.ofPlatform().start(() -> registry.unbindAlgorithm(reference));
        goOn.countDown();
        assertTrue(binding.join(Duration.ofSeconds(10)));
        assertTrue(unbinding.join(Duration.ofSeconds(10)));
        assertEquals(List.of(), registry.offers(-1, 0, Duration.ZERO));
    }
}
