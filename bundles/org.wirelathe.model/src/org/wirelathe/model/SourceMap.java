package org.wirelathe.model;

import java.util.List;
import java.util.Optional;

/**
 * Where the parts of a lab are in its text.
 *
 * <p>A path is a list of keys ({@code String}) and list indices ({@code Integer}, from 0), as they
 * nest in the file: {@code ("nodes", "alice", "gateway")}, {@code ("links", 2, "rate")}, {@code
 * ("run")}.
 */
public interface SourceMap {
    /**
     * The text of a part: of an entry of a table its key and its value, of an item of a list the
     * item.
     */
    Optional<Span> span(Object... path);

    /** The text of a part's value alone; an absent value is an empty span behind its key. */
    Optional<Span> value(Object... path);

    /** The path of the innermost part that touches {@code offset}; empty outside of all parts. */
    List<Object> at(int offset);
}
