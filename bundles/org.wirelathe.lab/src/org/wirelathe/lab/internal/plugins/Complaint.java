package org.wirelathe.lab.internal.plugins;

/**
 * What a provider threw, in words. Its Throwable is never kept or logged: it leads to the provider's classes, and would
 * keep their loader alive.
 */
final class Complaint {
    private Complaint() {
    }

    /** Class and message, e.g. {@code java.lang.IllegalStateException: no rate}. */
    static String of(Throwable thrown) {
        String name = thrown.getClass().getName();
        try {
            String message = thrown.getLocalizedMessage();
            return message == null || message.isBlank() ? name : name + ": " + message.strip();
        } catch (Throwable again) { // the message is the provider's code too
            return name;
        }
    }
}
