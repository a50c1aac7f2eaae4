package org.wirelathe.api.app;

/** Parameters that do not fit together; the message is a sentence for the user that says what to write instead. */
public final class ParameterException extends Exception {
    private static final long serialVersionUID = 1;

    public ParameterException(String message) {
        super(message);
    }
}
