package org.wirelathe.lab;

/** Hears of a run, mostly on the run's own thread: return soon, and hand longer work to another thread. */
public interface RunListener {
    /** The run's state changed. */
    default void stateChanged(RunState state) {
    }

    /** Something was written in the journal. */
    default void journalled(JournalEntry entry) {
    }

    /**
     * What the run was to wait for has come; it stands still now.
     *
     * @param time when, ns of virtual time
     * @param found how it stands with what is watched, in words: {@code rxNoBuffer is 1}; empty for a time
     */
    default void watched(Watch watch, long time, String found) {
    }
}
