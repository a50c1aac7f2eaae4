package org.wirelathe.model.internal.yaml;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in plain words what the YAML parser stumbled over. */
final class SyntaxAdvice {
    private SyntaxAdvice() {}

    /**
     * @param from where the construct starts that the parser was reading
     * @param at where it gave up
     */
    static SyntaxProblem about(
            MarkedYamlEngineException e, String text, LineMap lines, int from, int at) {
        String context = String.valueOf(e.getContext());
        String problem = String.valueOf(e.getProblem());
        char here = at < text.length() ? text.charAt(at) : '\0';
        boolean later = lines.line(from) != lines.line(at) || at >= text.length();
        if (here == '\t') {
            return at(at, 1, "tab", "a tab cannot indent YAML: use spaces, two for each level");
        }
        if (context.contains("flow mapping") && later) {
            return at(from, 1, "unclosed", "this `{` is never closed: put a `}` behind its last entry");
        }
        if (context.contains("flow sequence") && later) {
            return at(from, 1, "unclosed", "this `[` is never closed: put a `]` behind its last item");
        }
        if (context.contains("flow mapping")) {
            return at(at, 1, "syntax", "a `,` or a `}` is missing before this: entries are `key: value`");
        }
        if (context.contains("flow sequence")) {
            return at(at, 1, "syntax", "a `,` or a `]` is missing before this");
        }
        if (context.contains("quoted scalar")) {
            return at(from, 1, "unclosed", "the text that this quote opens is broken: " + problem);
        }
        if (problem.contains("could not find expected ':'")) {
            return at(from, 0, "syntax", "a `:` is missing here: entries are `key: value`");
        }
        if (problem.contains("mapping values are not allowed")) {
            return at(at, 1, "syntax", "this `:` starts a second value on the line: put the text before it in"
                    + " quotes, or start a new line");
        }
        if (context.contains("block mapping")) {
            return at(at, 0, "indentation", "this does not line up with the keys above: give it the same"
                    + " indentation as its neighbours");
        }
        if (context.contains("block collection")) {
            return at(at, 0, "indentation", "this does not line up with the `- ` above: start it with `- ` in the"
                    + " same column");
        }
        if (problem.contains("cannot start any token")) {
            return at(at, 1, "syntax", "a value cannot start with `" + here + "`: put it in quotes");
        }
        return at(at, 0, "syntax", problem + ": look at the indentation, quotes and brackets here");
    }

    private static SyntaxProblem at(int offset, int length, String code, String message) {
        return new SyntaxProblem(offset, length, code, message);
    }
}
