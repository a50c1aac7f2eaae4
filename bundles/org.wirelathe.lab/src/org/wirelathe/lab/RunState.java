package org.wirelathe.lab;

/** Where a run stands. */
public enum RunState {
    /** Built; virtual time is 0. */
    PREPARED,
    /** Its loop is running, or waits for its pace. */
    RUNNING,
    /** It stands still between two events. */
    PAUSED,
    /** It is over; whether its promises held says {@link RunResult#ok}. */
    ENDED,
    /** It broke off for a reason outside of the lab, such as a full disk; {@link RunResult#failure} says which. */
    FAILED;

    /** Whether nothing will happen any more. */
    public boolean isOver() {
        return this == ENDED || this == FAILED;
    }
}
