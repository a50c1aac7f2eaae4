package org.wirelathe.lab;

import java.util.List;

/** A lab cannot be built; the message is one sentence for the user, with the remedy. */
public final class LabException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<Object> path;

    /** @param path where in the lab file, as {@link org.wirelathe.model.SourceMap} has it; nothing for no place */
    public LabException(String message, Object... path) {
        super(message);
        this.path = List.of(path);
    }

    /** Where in the lab file the trouble is, as {@link org.wirelathe.model.SourceMap} has it; empty when nowhere. */
    public List<Object> path() {
        return path;
    }
}
