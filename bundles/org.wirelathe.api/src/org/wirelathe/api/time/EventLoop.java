package org.wirelathe.api.time;

/** A loop as its owner sees it: who builds a run drives it, the layers get only the {@link Scheduler}. */
public interface EventLoop extends Scheduler {
    /**
     * Runs every event with a time up to and including {@code limit} (ns), in order, then sets the clock to
     * {@code limit}; returns early after {@link #stop}, the clock then standing at the event that called it.
     *
     * @return whether the limit was reached
     */
    boolean runUntil(long limit);

    /** Runs the next event; posted tasks count. Returns false when nothing is pending. */
    boolean step();

    /** The time of the next event in ns, or {@link Long#MAX_VALUE} when nothing is pending. */
    long nextDeadline();

    /**
     * Makes {@link #runUntil} return after the current event; from any thread. While nothing runs it is kept, and the
     * next {@link #runUntil} returns at once: a stop is never lost between two slices.
     */
    void stop();

    /** How many events have been handled. */
    long events();
}
