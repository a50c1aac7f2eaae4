package org.wirelathe.ui.run;

import java.util.List;
import org.wirelathe.lab.JournalEntry;
import org.wirelathe.lab.Snapshot;

/** Hears of a run, on the display's thread. */
public interface RunWatcher {
    /** A run began, stands still, goes on, is over; or whether one can begin has changed. */
    default void stateChanged() {
    }

    /** The run as it was a moment ago; at most thirty times a second. */
    default void moved(Snapshot snapshot) {
    }

    /** New in the journal. */
    default void journalled(List<JournalEntry> entries) {
    }

    /** A line was added to the log. */
    default void logged(RunLog.Line line) {
    }
}
