package org.wirelathe.socket;

import java.util.function.BooleanSupplier;

/**
 * One thing that an application may wait for, told at the edge: the callback comes once when the condition turns true,
 * and not again before it has been false. Who registers while it is true hears of it once, from the loop.
 */
final class Readiness {
    private final BooleanSupplier condition;
    private Runnable callback;
    private boolean told;

    Readiness(BooleanSupplier condition) {
        this.condition = condition;
    }

    /** Takes a new callback; the caller arranges for {@link #look} to be called from the loop. */
    void register(Runnable newCallback) {
        callback = newCallback;
        told = false;
    }

    /** The condition may have turned true. */
    void look() {
        if (!told && callback != null && condition.getAsBoolean()) {
            told = true;
            callback.run();
        }
    }

    /** The condition is false now: the next time that it is true will be told. */
    void exhausted() {
        told = false;
    }
}
