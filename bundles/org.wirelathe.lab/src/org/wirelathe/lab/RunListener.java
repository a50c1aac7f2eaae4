package org.wirelathe.lab;

/** Hears of a run, mostly on the run's own thread: return soon, and hand longer work to another thread. */
public interface RunListener {
    /** The run's state changed. */
    default void stateChanged(RunState state) {
    }

    /** Something was written in the journal. */
    default void journalled(JournalEntry entry) {
    }

    /** What the run was to wait for has come, at {@code time} (ns of virtual time); it stands still now. */
    default void watched(Watch watch, long time) {
    }
}
