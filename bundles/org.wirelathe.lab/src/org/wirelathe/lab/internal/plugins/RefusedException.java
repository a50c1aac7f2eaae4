package org.wirelathe.lab.internal.plugins;

/** A jar is not let in; the message says why, as the end of a sentence. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String reason) {
        super(reason, null, false, false);
    }
}
