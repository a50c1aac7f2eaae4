package org.wirelathe.tcp;

import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.Algorithms;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lease;
import org.wirelathe.api.congestion.Lost;
import org.wirelathe.api.probe.Gauges;

/**
 * The place of one connection's congestion controller, which may be changed between any two events.
 *
 * <p>Every call into a controller stands between its lease's {@code enter} and {@code leave}. When the lease is live no
 * longer, the next event first fetches the state and moves to the best provider of the algorithm asked for, or home to
 * the built-in Reno. A controller that throws, or answers a window below one byte, is retired. The window and the
 * threshold that it answered last are kept here as a checkpoint, so there is always something for a successor to start
 * from.
 */
final class CongestionSlot {
    /** Most that is allowed in flight, whatever an algorithm says: the largest window that TCP can offer (RFC 7323). */
    static final long MOST_WINDOW = 1L << 30;

    /** A registry that keeps offering providers which cannot be used is not asked more often in one move. */
    private static final int MOST_ATTEMPTS = 4;

    private final TcpConnection connection;
    private final Algorithms algorithms;

    private String wanted;
    private FlowInfo flow;
    private Lease lease = HomeLease.RENO;
    private CongestionController controller;
    private long window;
    private long threshold = Long.MAX_VALUE;

    CongestionSlot(TcpConnection connection, String wanted, Algorithms algorithms) {
        this.connection = connection;
        this.wanted = wanted;
        this.algorithms = algorithms;
    }

    /** The handshake is complete: from here on there is a controller. */
    void begin(FlowInfo info, long initialWindow) {
        flow = info;
        window = initialWindow;
        settle(checkpoint());
    }

    /** Bytes that may be in flight: one segment to {@link #MOST_WINDOW}. Asked of the controller after every event. */
    long window() {
        return window;
    }

    /** Name of the algorithm at work; until the handshake is complete, of the one asked for. */
    String name() {
        return controller == null ? wanted : lease.name();
    }

    // ---- events ----

    void onAck(Acked ack) {
        leaveWhatIsLeaving();
        Lease entered = lease;
        if (!entered.enter()) {
            return;                                                     // expired between the two lines; next time
        }
        String fault = null;
        try {
            controller.onAck(ack);
            fault = look();
        } catch (Throwable t) {
            fault = describe(t);
        } finally {
            entered.leave();
        }
        if (fault != null) {
            retire(fault);
        }
    }

    void onLoss(Lost loss) {
        leaveWhatIsLeaving();
        tell((slot, c, lost) -> {
            c.onLoss(lost);
            slot.threshold = c.state().threshold();
        }, loss);
    }

    void onIdleRestart(long now) {
        leaveWhatIsLeaving();
        tell((slot, c, time) -> c.onIdleRestart(time), now);
    }

    /** The controller's curves: {@code cwnd}, {@code ssthresh} once there is one, and its own. */
    void gauges(Gauges out) {
        if (controller != null) {
            tell((slot, c, asker) -> slot.threshold = c.state().threshold(), out);
            out.gauge("cwnd", window);
            if (threshold < Long.MAX_VALUE) {
                out.gauge("ssthresh", threshold);
            }
            tell((slot, c, asker) -> c.gauges(asker), out);
        }
    }

    /** A call into the controller; it captures nothing, so that no object is made for it. */
    private interface Call<T> {
        void make(CongestionSlot slot, CongestionController controller, T about);
    }

    private <T> void tell(Call<T> call, T about) {
        Lease entered = lease;
        if (!entered.enter()) {
            return;
        }
        String fault = null;
        try {
            call.make(this, controller, about);
            fault = look();
        } catch (Throwable t) {
            fault = describe(t);
        } finally {
            entered.leave();
        }
        if (fault != null) {
            retire(fault);
        }
    }

    /** Reads the window after an event; answers what is wrong with it, or {@code null}. */
    private String look() {
        long answer = controller.window();
        if (answer < 1) {
            return "answered a window of " + answer + " bytes";
        }
        window = clamp(answer);
        return null;
    }

    private long clamp(long answer) {
        return Math.max(flow.mss(), Math.min(answer, MOST_WINDOW));
    }

    /** A provider's Throwable would keep its class loader alive: only its words are kept. */
    private static String describe(Throwable thrown) {
        return "threw " + thrown.getClass().getName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    }

    // ---- swaps ----

    /** Asks for another algorithm. One that is not to be had takes over when it comes; until then nothing changes. */
    void want(String name) {
        wanted = name;
        if (controller != null && wantedLease() == null) {
            connection.journal("swap", "stays with " + lease.name() + ": there is no " + name + " now");
        } else {
            reconsider("asked for");
        }
    }

    /** Providers came or went. */
    void reconsider(String reason) {
        if (controller == null) {
            return;
        }
        Lease best = wantedLease();
        if (best != null ? best != lease : !lease.isLive()) {
            move(fetchState(), reason);
        }
    }

    private void leaveWhatIsLeaving() {
        if (!lease.isLive()) {
            reconsider("its provider leaves");
        }
    }

    private void retire(String fault) {
        Lease bad = lease;
        bad.retire(flow.name(), fault);
        move(checkpoint(), bad.name() + " " + fault);
    }

    private void move(CongestionState state, String reason) {
        String from = lease.name();
        lease = HomeLease.RENO;
        settle(state);
        connection.journal("swap", "from " + from + " to " + lease.name() + ": " + reason);
    }

    /** Finds a provider that makes a controller: one of the algorithm asked for, else the built-in. */
    private void settle(CongestionState state) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Lease best = wantedLease();
            if (best == null) {
                break;
            }
            if (install(best, state)) {
                return;
            }
        }
        install(HomeLease.RENO, state);
    }

    private boolean install(Lease candidate, CongestionState state) {
        if (!candidate.enter()) {
            return false;
        }
        String fault = null;
        try {
            CongestionController made = candidate.algorithm().create(flow, state);
            long first = made.window();
            if (first < 1) {
                fault = "answered a window of " + first + " bytes";
            } else {
                controller = made;
                lease = candidate;
                window = clamp(first);
                threshold = state.threshold();
            }
        } catch (Throwable t) {
            fault = describe(t);
        } finally {
            candidate.leave();
        }
        if (fault != null) {
            candidate.retire(flow.name(), fault);
        }
        return fault == null;
    }

    /** The best live provider of what was asked for; {@code null} when there is none. */
    private Lease wantedLease() {
        if (wanted.equals(Reno.NAME)) {
            return HomeLease.RENO;
        }
        Lease best = algorithms.lease(wanted);
        return best != null && best.isLive() ? best : null;
    }

    /** What the controller hands over; the checkpoint when it cannot, or when what it says makes no sense. */
    private CongestionState fetchState() {
        if (lease.enter()) {
            try {
                CongestionState state = controller.state();
                if (state.window() >= 1 && state.threshold() >= 1) {
                    return state(clamp(state.window()), state.threshold());
                }
            } catch (Throwable t) {
                connection.journal("swap", lease.name() + " " + describe(t) + " when asked for its state");
            } finally {
                lease.leave();
            }
        }
        return checkpoint();
    }

    private CongestionState checkpoint() {
        return state(window, threshold);
    }

    private CongestionState state(long bytes, long slowStartThreshold) {
        return new CongestionState(bytes, slowStartThreshold, connection.rtt.least(),
                connection.send.recovery().isRepairing());
    }
}
