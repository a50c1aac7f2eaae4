package org.wirelathe.model.internal.format;

import java.util.List;
import org.wirelathe.model.ValueType;

/** What the value of a key looks like. */
public sealed interface Form {
    /**
     * A single value.
     *
     * @param least the smallest number or quantity, in its base unit
     * @param most the largest
     */
    record Single(ValueType type, long least, long most) implements Form {}

    /** One of a few words. */
    record Word(List<String> words) implements Form {}

    /**
     * A list of words, or one word alone.
     *
     * @param words what the list may hold
     * @param alone what may stand in its place
     */
    record Words(List<String> words, List<String> alone) implements Form {}

    /** A table with known keys. */
    record Table(Shape shape) implements Form {}

    /** A table with known keys, or the value of the first of them alone. */
    record Short(Shape shape) implements Form {}

    /** A list of at least one item, or one item alone. */
    record OneOrMany(Form item) implements Form {}

    /**
     * A list.
     *
     * @param count how many items it must have; 0 for any number
     */
    record Many(Form item, int count) implements Form {}

    /** A table whose keys are names that the user gives. */
    record Named(Form value) implements Form {}

    static Form single(ValueType type) {
        return new Single(type, 0, Long.MAX_VALUE);
    }

    static Form single(ValueType type, long least, long most) {
        return new Single(type, least, most);
    }
}
