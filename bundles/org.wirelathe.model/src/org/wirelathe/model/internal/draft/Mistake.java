package org.wirelathe.model.internal.draft;

/** A single value that does not hold what it should; the message is the problem's. */
final class Mistake extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;

    Mistake(String code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
