package org.wirelathe.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A parameter of an application as the lab file has it: the application gives it a meaning. */
public sealed interface Value {
    /**
     * A single value.
     *
     * @param text without quotes; numbers and quantities are text too
     */
    record Text(String text) implements Value {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Several values in order.
     *
     * @param items the values
     */
    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Named values.
     *
     * @param entries in the order of the file
     */
    record Entries(Map<String, Value> entries) implements Value {
        public Entries {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
