package org.wirelathe.cli.internal;

/** What was asked for cannot be done; the message is one line, or several whole ones when they have places. */
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean placed;

    public UsageException(String message) {
        this(message, false);
    }

    /** @param placed whether the message says by itself where the trouble is, as {@code file:line:column: ...} */
    public UsageException(String message, boolean placed) {
        super(message);
        this.placed = placed;
    }

    public void tell(Stage stage) {
        if (placed) {
            stage.err().println(getMessage());
        } else {
            stage.complain(getMessage());
        }
    }
}
