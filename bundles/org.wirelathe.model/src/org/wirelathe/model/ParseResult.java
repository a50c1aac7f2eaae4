package org.wirelathe.model;

import java.util.List;
import java.util.Optional;

/**
 * What a lab file says.
 *
 * @param lab the lab; present when no problem is an error
 * @param problems every problem of the file, in the order of the text
 * @param source where in the text the parts of the lab are, as far as the text can be read
 */
public record ParseResult(Optional<Lab> lab, List<Problem> problems, SourceMap source) {
    public ParseResult {
        problems = List.copyOf(problems);
    }
}
