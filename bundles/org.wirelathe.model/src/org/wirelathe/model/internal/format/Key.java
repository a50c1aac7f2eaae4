package org.wirelathe.model.internal.format;

/**
 * A key of a table in the lab file.
 *
 * @param name as it is written
 * @param form what its value looks like
 * @param required whether a table without it is an error
 * @param fallback the value that an absent key stands for, as it is written; empty when there is
 *     none
 * @param example a value, as it is written
 * @param meaning one sentence
 */
public record Key(
        String name, Form form, boolean required, String fallback, String example, String meaning) {
    static Key required(String name, Form form, String example, String meaning) {
        return new Key(name, form, true, "", example, meaning);
    }

    static Key optional(String name, Form form, String fallback, String example, String meaning) {
        return new Key(name, form, false, fallback, example, meaning);
    }
}
