package org.wirelathe.api.time;

/**
 * The run's clock and its timers, as the layers see them. A layer cannot tell whether time is virtual or real.
 *
 * <p>Time is a {@code long} of nanoseconds since the run began. Deadlines fire in the total order (time, order number);
 * order numbers are given when a timer is armed, so equal deadlines fire in arming order. All methods but
 * {@link #post} belong to the loop's thread.
 */
public interface Scheduler {
    /** The present, in nanoseconds since the run began; constant while one event is handled. */
    long now();

    /**
     * Takes the next order number. Whoever collapses many deadlines into one timer (a cable that queues only its head
     * frame) takes a number for each when it comes to be, and arms with it later: ties stay as if each had been armed.
     */
    long nextOrder();

    /** Makes a timer that runs {@code action} on the loop; make it once and re-arm it, arming allocates nothing. */
    Timer timer(Runnable action);

    /** Runs {@code task} on the loop before the next event; from any thread. */
    void post(Runnable task);
}
