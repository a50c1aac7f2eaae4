package org.wirelathe.cli.internal;

import java.util.OptionalInt;
import org.wirelathe.lab.LabRun;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C, and its like, while a run goes on: the run stops, its results are written. A second time it kills. A shutdown
 * hook would not do: the framework has one of its own, which takes the bundles away at the same time.
 */
final class Interrupt implements AutoCloseable {
    private static final int BY_SIGNAL = 128;

    private final LabRun run;
    private final Signal[] signals = {new Signal("INT"), new Signal("TERM")};
    private final SignalHandler[] before = new SignalHandler[signals.length];
    private volatile int number;

    private Interrupt(LabRun run) {
        this.run = run;
    }

    static Interrupt of(LabRun run) {
        Interrupt interrupt = new Interrupt(run);
        for (int i = 0; i < interrupt.signals.length; i++) {
            interrupt.before[i] = Signal.handle(interrupt.signals[i], interrupt::caught);
        }
        return interrupt;
    }

    private void caught(Signal signal) {
        number = signal.getNumber();
        Signal.handle(signal, SignalHandler.SIG_DFL);
        run.stop();
    }

    /** The exit status by the shell's custom, when a signal came. */
    OptionalInt status() {
        return number == 0 ? OptionalInt.empty() : OptionalInt.of(BY_SIGNAL + number);
    }

    @Override
    public void close() {
        for (int i = 0; i < signals.length; i++) {
            Signal.handle(signals[i], before[i]);
        }
    }
}
