package org.wirelathe.lab.internal.run;

/** What was thrown, in words. */
final class Mistake {
    private Mistake() {
    }

    /** Class and message; the message may be a plug-in's code, and throw in its turn. */
    static String text(Throwable thrown) {
        try {
            return String.valueOf(thrown);
        } catch (RuntimeException | Error e) {
            return thrown.getClass().getName();
        }
    }
}
