package org.wirelathe.model;

import java.util.Locale;
import java.util.Optional;

/** What a node is made of. */
public enum NodeType {
    /** Runs applications; forwards nothing. */
    HOST,
    /** Forwards between its interfaces. */
    ROUTER,
    /** A learning Ethernet switch. */
    SWITCH,
    /** A door to the real machine. Reserved: no lab can build it yet. */
    TAP;

    /** True when a lab can build this type today. */
    public boolean available() {
        return this != TAP;
    }

    /** The word in the lab file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type that the lab file calls {@code word}. */
    public static Optional<NodeType> of(String word) {
        for (NodeType type : values()) {
            if (type.word().equals(word)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
