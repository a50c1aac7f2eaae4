package org.wirelathe.model.internal.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A node of the text's tree. Offsets are UTF-16 indices; {@code end} is exclusive and lies behind
 * the node's own last character, without comments and line breaks that follow it.
 */
public sealed interface Yaml {
    int start();

    int end();

    /** How a scalar is written. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        BLOCK
    }

    /**
     * A single value; {@code value} is its text after unquoting. An absent value is empty and
     * plain.
     */
    record Scalar(int start, int end, String value, Style style) implements Yaml {
        /** True when nothing is written at all, or a word that YAML reads as nothing. */
        public boolean absent() {
            return style == Style.PLAIN
                    && (value.isEmpty() || value.equals("~") || value.equals("null"));
        }
    }

    /** {@code *name}: reported by the reader of the text, so nobody else needs to. */
    record Alias(int start, int end) implements Yaml {}

    /** A list. */
    record Sequence(int start, int end, boolean flow, List<Yaml> items) implements Yaml {}

    /** A key and its value. */
    record Entry(Scalar key, Yaml value) {
        public int start() {
            return key.start();
        }

        public int end() {
            return Math.max(key.end(), value.end());
        }
    }

    /** A table of keys. */
    final class Mapping implements Yaml {
        private final int start;
        private final int end;
        private final boolean flow;
        private final List<Entry> entries;
        private Map<String, Entry> index;

        public Mapping(int start, int end, boolean flow, List<Entry> entries) {
            this.start = start;
            this.end = end;
            this.flow = flow;
            this.entries = List.copyOf(entries);
        }

        @Override
        public int start() {
            return start;
        }

        @Override
        public int end() {
            return end;
        }

        /** True for braces, false for one key per line. */
        public boolean flow() {
            return flow;
        }

        /** In the order of the text; keys may repeat. */
        public List<Entry> entries() {
            return entries;
        }

        /** The first entry with that key. */
        public Optional<Entry> entry(String key) {
            if (index == null) {
                index = new HashMap<>();
                for (Entry entry : entries) {
                    index.putIfAbsent(entry.key().value(), entry);
                }
            }
            return Optional.ofNullable(index.get(key));
        }

        /** The value of the first entry with that key, unless nothing is written there. */
        public Optional<Yaml> get(String key) {
            return entry(key)
                    .map(Entry::value)
                    .filter(v -> !(v instanceof Scalar scalar && scalar.absent()));
        }
    }
}
