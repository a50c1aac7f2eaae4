package org.wirelathe.model.internal.format;

import java.util.List;
import java.util.Optional;

/**
 * A table with known keys.
 *
 * @param noun what such a table describes: {@code link}
 * @param keys in the order of the documentation
 * @param open whether other keys belong to a plug-in and are kept
 */
public record Shape(String noun, List<Key> keys, boolean open) {
    static Shape of(String noun, Key... keys) {
        return new Shape(noun, List.of(keys), false);
    }

    /** The key of that name. */
    public Optional<Key> key(String name) {
        for (Key key : keys) {
            if (key.name().equals(name)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    /** The names of all keys. */
    public List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
