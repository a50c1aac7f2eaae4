package org.wirelathe.model.internal.yaml;

import java.util.ArrayDeque;
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
        if (here == ':' && problem.contains("expected the node content")) {
            return at(
                    at,
                    1,
                    "syntax",
                    "a value that starts with `:` stands in quotes, as in `\"::/0\"`");
        }
        if (here == ':' && at > 0 && text.charAt(at - 1) == ']') {
            return at(
                    at,
                    1,
                    "syntax",
                    "a bracket opens a list: put an IPv6 address with its port in quotes, as in"
                            + " `\"[2001:db8::1]:5001\"`");
        }
        int open = at >= text.length() ? openBracket(text, lines) : -1;
        if (open >= 0 && !context.contains("quoted scalar")) {
            return unclosed(open, text.charAt(open));
        }
        if (context.contains("flow mapping") && later) {
            return unclosed(from, '{');
        }
        if (context.contains("flow sequence") && later) {
            return unclosed(from, '[');
        }
        if (context.contains("flow mapping")) {
            return at(
                    at,
                    1,
                    "syntax",
                    "a `,` or a `}` is missing before this: entries are `key: value`");
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
            return at(
                    at,
                    1,
                    "syntax",
                    "this `:` starts a second value on the line: put the text before it in"
                            + " quotes, or start a new line");
        }
        if (context.contains("block mapping")) {
            return at(
                    at,
                    0,
                    "indentation",
                    "this does not line up with the keys above: give it the same"
                            + " indentation as its neighbours");
        }
        if (context.contains("block collection")) {
            return at(
                    at,
                    0,
                    "indentation",
                    "this does not line up with the `- ` above: start it with `- ` in the"
                            + " same column");
        }
        if (problem.contains("cannot start any token")) {
            return at(
                    at, 1, "syntax", "a value cannot start with `" + here + "`: put it in quotes");
        }
        return at(at, 0, "syntax", problem + ": look at the indentation, quotes and brackets here");
    }

    private static SyntaxProblem unclosed(int offset, char bracket) {
        return at(
                offset,
                1,
                "unclosed",
                bracket == '{'
                        ? "this `{` is never closed: put a `}` behind its last entry"
                        : "this `[` is never closed: put a `]` behind its last item");
    }

    /**
     * The innermost bracket that the end of the text leaves open; brackets in quotes may mislead
     * it.
     */
    private static int openBracket(String text, LineMap lines) {
        ArrayDeque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' && i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
                i = lines.start(lines.line(i) + 1) - 1;
            } else if (c == '{' || c == '[') {
                open.push(i);
            } else if ((c == '}' || c == ']') && !open.isEmpty()) {
                open.pop();
            }
        }
        return open.isEmpty() ? -1 : open.peek();
    }

    private static SyntaxProblem at(int offset, int length, String code, String message) {
        return new SyntaxProblem(offset, length, code, message);
    }
}
