package org.wirelathe.tcp;

import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/**
 * All timers of one connection: armed, cancelled and looked at here and nowhere else. A loop timer is made when its
 * kind is first armed, and re-arming it is a few stores, so a retransmission timer may be pushed back by every
 * acknowledgment.
 */
final class Timers {
    /** What {@link #deadline} answers for a timer that is not armed. */
    static final long IDLE = Long.MAX_VALUE;

    private final Timer[] timers = new Timer[TcpTimer.ALL.length];
    private final Scheduler scheduler;
    private final TcpConnection connection;

    Timers(Scheduler scheduler, TcpConnection connection) {
        this.scheduler = scheduler;
        this.connection = connection;
    }

    /** Arms, or re-arms, a timer for {@code delay} ns from now. */
    void arm(TcpTimer which, long delay) {
        Timer timer = timers[which.ordinal()];
        if (timer == null) {
            timer = scheduler.timer(new Expiry(connection, which));
            timers[which.ordinal()] = timer;
        }
        timer.armAt(scheduler.now() + delay);
    }

    void cancel(TcpTimer which) {
        Timer timer = timers[which.ordinal()];
        if (timer != null) {
            timer.cancel();
        }
    }

    void cancelAll() {
        for (TcpTimer which : TcpTimer.ALL) {
            cancel(which);
        }
    }

    boolean isArmed(TcpTimer which) {
        Timer timer = timers[which.ordinal()];
        return timer != null && timer.isArmed();
    }

    /** When it will expire, in ns; {@link #IDLE} when it is not armed. */
    long deadline(TcpTimer which) {
        return isArmed(which) ? timers[which.ordinal()].deadline() : IDLE;
    }

    private record Expiry(TcpConnection connection, TcpTimer which) implements Runnable {
        @Override
        public void run() {
            connection.expired(which);
        }
    }
}
