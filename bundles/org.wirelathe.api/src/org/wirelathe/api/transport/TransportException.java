package org.wirelathe.api.transport;

/** A connection or a listener cannot be begun. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    public TransportException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
