package org.wirelathe.api.probe;

/** The run's record of what happened seldom and matters: swaps, retirements, resets, timeouts, application results. */
public interface Journal {
    /**
     * Records an event at the present time.
     *
     * @param kind what happened, in a word: {@code swap}, {@code retired}, {@code reset}
     * @param subject what it happened to: {@code alice}, {@code alice:49152>10.0.2.1:5001}
     * @param detail a sentence for people
     */
    void event(String kind, String subject, String detail);
}
