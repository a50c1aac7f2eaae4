package org.wirelathe.model;

/** A text that is no quantity of the wanted kind; the message says what to write instead. */
public final class QuantityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;
    private final String code;

    QuantityException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The {@link Problem#code} of this mistake. */
    public String code() {
        return code;
    }
}
