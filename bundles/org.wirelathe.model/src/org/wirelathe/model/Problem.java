package org.wirelathe.model;

import java.util.Comparator;

/**
 * One thing that is wrong with a lab file.
 *
 * @param severity whether the lab can run in spite of it
 * @param file the name of the file as the caller gave it
 * @param line the line where the problem starts, from 1
 * @param column the column where it starts, in UTF-16 units, from 1
 * @param offset the same place as an index into the text, in UTF-16 units, from 0
 * @param length how many UTF-16 units the problem covers; 0 marks a place between two characters
 * @param message what is wrong, and what to write instead
 * @param code a stable name of the kind of problem, such as {@code unknown-key}; quick fixes go by
 *     it
 */
public record Problem(
        Severity severity,
        String file,
        int line,
        int column,
        int offset,
        int length,
        String message,
        String code) {

    /** Order of the text; at one place errors come before warnings. */
    public static final Comparator<Problem> BY_POSITION =
            Comparator.comparingInt(Problem::offset)
                    .thenComparing(Problem::severity, Comparator.reverseOrder())
                    .thenComparing(Problem::code)
                    .thenComparing(Problem::message);

    /** True when the lab cannot run because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code file:line:column: message}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
