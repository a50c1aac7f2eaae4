package org.wirelathe.lab.internal.plugins;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.wirelathe.api.congestion.Acked;
import org.wirelathe.api.congestion.CongestionController;
import org.wirelathe.api.congestion.CongestionState;
import org.wirelathe.api.congestion.FlowInfo;
import org.wirelathe.api.congestion.Lost;

/**
 * The rehearsal of a new provider: each method is called once or more in an order that a connection could bring about,
 * and every answer is looked at. It happens on a thread of its own, which ends with it: whatever the provider attaches
 * to the thread goes too, and a provider that blocks holds nobody up.
 */
final class Probe {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*");
    private static final int MSS = 1_448;
    private static final long MILLISECOND = 1_000_000;
    private static final long RTT = 20 * MILLISECOND;

    private final Provider provider;
    private final RunLease lease;
    private volatile String step = "starting";
    private volatile String problem;

    private Probe(Provider provider) {
        this.provider = provider;
        lease = new RunLease(provider, null);
    }

    /** Rehearses; answers what is wrong with the provider, or {@code null}. */
    static String problemOf(Provider provider, Duration limit) {
        Probe probe = new Probe(provider);
        Thread thread = Thread.ofPlatform().daemon().name("rehearsal of " + provider.origin()).start(probe::run);
        try {
            if (!thread.join(limit)) {
                thread.interrupt();
                return probe.step + " did not return within " + limit.toMillis() + " ms";
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "its rehearsal was interrupted";
        }
        return probe.problem;
    }

    private void run() {
        try {
            rehearse();
            lease.end();
        } catch (Unfit unfit) {
            problem = unfit.getMessage();
        } catch (Throwable thrown) { // also errors of linking and of the stack: they are the provider's
            problem = step + " threw " + Complaint.of(thrown);
        }
    }

    private void rehearse() throws Unfit {
        String name = call("name()", () -> provider.algorithm().name());
        require(name != null && NAME.matcher(name).matches(), "name() answered "
                + (name == null ? "null" : '"' + name + '"') + ", it must be a lower-case word like \"vegas\"");
        provider.name(name);
        FlowInfo flow = new FlowInfo(MSS, "rehearsal");
        CongestionController controller = create(flow, new CongestionState(10 * MSS, Long.MAX_VALUE, -1, false));
        acknowledge(controller, new Acked(RTT, MSS, 9 * MSS, RTT, RTT, true, true));
        acknowledge(controller, new Acked(RTT + MILLISECOND, 2 * MSS, 7 * MSS, -1, RTT, false, false));
        lose(controller, new Lost(2 * RTT, Lost.Cause.DUPLICATE_ACKS, 7 * MSS, false));
        act(controller, "onSpuriousLoss", () -> controller.onSpuriousLoss(3 * RTT));
        lose(controller, new Lost(20 * RTT, Lost.Cause.TIMEOUT, 7 * MSS, false));
        lose(controller, new Lost(60 * RTT, Lost.Cause.TIMEOUT, MSS, true));
        act(controller, "onIdleRestart", () -> controller.onIdleRestart(120 * RTT));
        act(controller, "gauges", () -> controller.gauges((gauge, value) -> { }));
        CongestionState state = call("state()", controller::state);
        require(state != null, "state() answered null");
        require(state.window() >= 1, "state() answered a window of " + state.window() + ", it must be at least 1 byte");
        require(state.threshold() >= 1,
                "state() answered a threshold of " + state.threshold() + ", it must be at least 1 byte");
        create(flow, state);
    }

    private CongestionController create(FlowInfo flow, CongestionState start) throws Unfit {
        CongestionController controller = call("create", () -> provider.algorithm().create(flow, start));
        require(controller != null, "create answered null");
        look(controller, "create");
        return controller;
    }

    private void acknowledge(CongestionController controller, Acked ack) throws Unfit {
        act(controller, "onAck", () -> controller.onAck(ack));
    }

    private void lose(CongestionController controller, Lost loss) throws Unfit {
        act(controller, "onLoss", () -> controller.onLoss(loss));
    }

    private void act(CongestionController controller, String what, Runnable event) throws Unfit {
        call(what, () -> {
            event.run();
            return null;
        });
        look(controller, what);
    }

    private void look(CongestionController controller, String after) throws Unfit {
        long window = call("window()", controller::window);
        require(window >= 1, "window() answered " + window + " after " + after + ", it must be at least 1 byte");
        long rate = call("pacingRate()", controller::pacingRate);
        require(rate >= 0, "pacingRate() answered " + rate + " after " + after + ", it must not be negative");
    }

    private <T> T call(String what, Supplier<T> body) throws Unfit {
        step = what;
        require(lease.enter(), "it left while it was rehearsed");
        try {
            return body.get();
        } finally {
            lease.leave();
        }
    }

    private static void require(boolean held, String otherwise) throws Unfit {
        if (!held) {
            throw new Unfit(otherwise);
        }
    }

    /** The rehearsal ends here; the message says why. */
    private static final class Unfit extends Exception {
        private static final long serialVersionUID = 1L;

        Unfit(String message) {
            super(message, null, false, false);
        }
    }
}
