package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.Lost;

/** A controller that answers what the test says, and keeps what it is told. */
final class FakeController implements CongestionController {
    final List<Acked> acked = new ArrayList<>();
    final List<Lost> lost = new ArrayList<>();
    long window;
    long threshold;
    Throwable bomb;

    FakeController(long window, long threshold) {
        this.window = window;
        this.threshold = threshold;
    }

    @Override
    public long window() {
        explode();
        return window;
    }

    @Override
    public void onAck(Acked ack) {
        explode();
        acked.add(ack);
    }

    @Override
    public void onLoss(Lost loss) {
        explode();
        lost.add(loss);
    }

    @Override
    public CongestionState state() {
        explode();
        return new CongestionState(window, threshold, -1, false);
    }

    private void explode() {
        if (bomb instanceof RuntimeException e) {
            throw e;
        }
        if (bomb instanceof Error e) {
            throw e;
        }
    }
}
