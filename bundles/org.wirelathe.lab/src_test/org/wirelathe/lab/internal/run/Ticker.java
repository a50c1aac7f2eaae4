package org.wirelathe.lab.internal.run;

import java.util.Map;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.AppResult;
import org.wirelathe.api.time.Timer;

/** An application that does something every 10 ms, a number of times. */
class Ticker implements AppProcess {
    static final long TICK = 10_000_000;

    private final AppContext context;
    private final int times;
    private Timer timer;
    int ticks;

    Ticker(AppContext context, int times) {
        this.context = context;
        this.times = times;
    }

    @Override
    public void start() {
        timer = context.node().scheduler().timer(this::tick);
        timer.armAt(context.node().scheduler().now() + TICK);
    }

    void tick() {
        ticks++;
        if (ticks == times) {
            context.rested();
        } else {
            timer.armAt(context.node().scheduler().now() + TICK);
        }
    }

    @Override
    public boolean isBusy() {
        return ticks < times;
    }

    @Override
    public AppResult result() {
        return new AppResult(ticks == times, ticks + " ticks", Map.of("ticks", ticks));
    }

    @Override
    public void close() {
        // It has no files.
    }
}
