package org.wirelathe.lab;

/**
 * Something happened to a plug-in that its user should know.
 *
 * @param kind what happened
 * @param subject what it happened to: the jar's file name, or an algorithm's name
 * @param message one sentence, complete in itself, with the reason and, where there is one, the remedy
 */
public record PluginEvent(Kind kind, String subject, String message) {
    /** What happened. */
    public enum Kind {
        /** A jar was dropped and its plug-in works. */
        INSTALLED,
        /** A jar was replaced, and the connections of the old version were handed to the new one. */
        UPDATED,
        /** A jar was taken away, and its connections went home. */
        REMOVED,
        /** A jar or a provider was not let in; what was there before goes on working. */
        REFUSED,
        /** A provider misbehaved in a run and is not called any more. */
        RETIRED
    }
}
