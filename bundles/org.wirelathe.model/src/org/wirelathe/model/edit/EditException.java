package org.wirelathe.model.edit;

/** An edit that cannot be done now; the message is a sentence for the user. */
public final class EditException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EditException(String message) {
        super(message);
    }
}
