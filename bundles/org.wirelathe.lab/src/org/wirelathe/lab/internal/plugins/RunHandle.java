package org.wirelathe.lab.internal.plugins;

/** A run, as the plug-in registry sees it. */
public interface RunHandle {
    /**
     * Has the run execute {@code task} before its next event; from any thread, and {@code task} may post again.
     *
     * <p>Tasks are executed one at a time, in the order in which they were posted, never inside an event or another
     * task of the run. A running loop does it on its own thread. A run that stands still (paused, stepping, not
     * started) has no such thread, and yet a plug-in that is leaving must not wait for somebody to press a button: such
     * a run executes the task on the calling thread, which owns the loop for that while, or on a thread of its own.
     *
     * @return false when the run is over and will never execute a task again; it then calls no provider any more either
     */
    boolean post(Runnable task);

    /** On the loop: every connection of the run looks whether it has the algorithm that it asked for. */
    void algorithmsChanged();

    /** On the loop: writes to the run's journal, as {@code Journal.event} does. */
    void journal(String kind, String subject, String detail);
}
