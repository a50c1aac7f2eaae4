package org.wirelathe.model.internal.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wirelathe.model.internal.yaml.Yaml;

/** A table of the file, read: sound values by key, and where they are. */
public final class Fields {
    /** An item of a list; {@code value} is null when it is not sound. */
    record Item(Object value, Yaml at) {}

    /** An entry of a table with names as keys; {@code value} is null when it is not sound. */
    record NamedItem(Yaml.Scalar name, Object value) {}

    private final Yaml whole;
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, Yaml> places = new HashMap<>();

    Fields(Yaml whole) {
        this.whole = whole;
    }

    void put(String key, Object value, Yaml at) {
        places.put(key, at);
        if (value != null) {
            values.put(key, value);
        }
    }

    /** The value of a key, when it is there and sound. */
    public <T> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(type.cast(values.get(key)));
    }

    /** A text, or {@code fallback} when it is absent or not sound. */
    public String text(String key, String fallback) {
        return get(key, String.class).orElse(fallback);
    }

    /** A number, or {@code fallback} when it is absent or not sound. */
    public long number(String key, long fallback) {
        return get(key, Long.class).orElse(fallback);
    }

    /** A nested table, when it is there. */
    public Optional<Fields> table(String key) {
        return get(key, Fields.class);
    }

    @SuppressWarnings("unchecked")
    List<Item> list(String key) {
        return (List<Item>) values.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    List<NamedItem> named(String key) {
        return (List<NamedItem>) values.getOrDefault(key, List.of());
    }

    /** True when the key is there and its value sound. */
    public boolean sound(String key) {
        return values.containsKey(key);
    }

    /** True when something is written for the key, sound or not. */
    public boolean written(String key) {
        return places.containsKey(key);
    }

    /** Where the value of a key is; of an absent key the whole table. */
    public Yaml at(String key) {
        return places.getOrDefault(key, whole);
    }

    /** Where an item of a list is. */
    public Yaml item(String key, int index) {
        return list(key).get(index).at();
    }

    /** Where the table is. */
    public Yaml whole() {
        return whole;
    }
}
