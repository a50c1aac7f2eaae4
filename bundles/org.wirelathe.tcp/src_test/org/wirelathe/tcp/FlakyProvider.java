package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionAlgorithm;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * A provider of "flaky" that comes, goes and comes back as a seed says, and whose controllers now and then throw or
 * answer nonsense. Watches that nobody calls it but between enter and leave, and never once it has expired.
 */
final class FlakyProvider implements CongestionAlgorithm {
    static final String NAME = "flaky";

    private final Scheduler scheduler;
    private final RandomStream random;
    private final Timer timer;
    private final Runnable changed;
    private int changesLeft = 20;
    private FakeLease lease;
    /** Calls that came when they must not. */
    int violations;

    /** @param changed tells the transports that providers came or went */
    FlakyProvider(Scheduler scheduler, RandomStream random, Runnable changed) {
        this.scheduler = scheduler;
        this.random = random;
        this.changed = changed;
        this.timer = scheduler.timer(this::change);
        this.timer.armAt(scheduler.now() + random.below(1_000_000_000));
    }

    Lease lease(String name) {
        return name.equals(NAME) && lease != null && lease.isLive() ? lease : null;
    }

    private void change() {
        if (lease != null) {
            lease.phase = FakeLease.Phase.DRAINING;
            if (random.below(4) > 0) {
                changed.run();
            }
            lease.phase = FakeLease.Phase.EXPIRED;
        }
        lease = random.below(3) == 0 ? null : new FakeLease(NAME, this);
        if (random.below(4) > 0) {
            changed.run();
        }
        if (--changesLeft > 0) {
            timer.armAt(scheduler.now() + random.below(2_000_000_000L));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public CongestionController create(FlowInfo flow, CongestionState start) {
        return new Controller(lease, flow.mss(), start);
    }

    private final class Controller implements CongestionController {
        private final FakeLease own;
        private final int mss;
        private long window;
        private long threshold;

        Controller(FakeLease own, int mss, CongestionState start) {
            this.own = own;
            this.mss = mss;
            this.window = start.window();
            this.threshold = start.threshold();
            misbehave();
        }

        private void misbehave() {
            if (own.inside != 1 || own.phase == FakeLease.Phase.EXPIRED) {
                violations++;
            }
            long mood = random.below(1000);
            if (mood == 0) {
                throw new IllegalStateException("out of sorts");
            }
            if (mood == 1) {
                throw new NoClassDefFoundError("no/Such");
            }
        }

        @Override
        public long window() {
            misbehave();
            long mood = random.below(1000);
            return mood == 0 ? 0 : mood == 1 ? Long.MIN_VALUE : mood == 2 ? Long.MAX_VALUE : window;
        }

        @Override
        public void onAck(Acked ack) {
            misbehave();
            window += window < threshold ? mss : Math.max(1, (long) mss * mss / window);
        }

        @Override
        public void onLoss(Lost loss) {
            misbehave();
            threshold = Math.max(loss.inFlight() / 2, 2L * mss);
            window = loss.cause() == Lost.Cause.TIMEOUT ? mss : threshold;
        }

        @Override
        public CongestionState state() {
            misbehave();
            return new CongestionState(window, threshold, -1, false);
        }
    }
}
