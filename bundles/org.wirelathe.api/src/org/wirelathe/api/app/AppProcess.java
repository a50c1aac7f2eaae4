package org.wirelathe.api.app;

/** One instance at work on one host; belongs to the loop's thread. */
public interface AppProcess {
    /** Begins, at the time that the lab file gives. */
    void start();

    /**
     * Whether the run should go on for its sake. A client is busy until it has ended; a server while it has not yet
     * served anyone, or serves someone.
     */
    boolean isBusy();

    /** What it has done so far. */
    AppResult result();

    /** The run is over: closes its files. */
    void close();
}
