package org.wirelathe.model.internal.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Scalar;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml.Style;

/** Builds the tree of one text from the parser's events. */
final class Composition {
    /** Deeper than any lab; keeps recursion and the parser's own tables small. */
    static final int DEEPEST = 32;

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setCodePointLimit(Integer.MAX_VALUE).build();

    /** Nesting beyond {@link #DEEPEST}; the text from here on is not looked at. */
    static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;
        final int offset;

        TooDeep(int offset) {
            super(null, null, false, false);
            this.offset = offset;
        }
    }

    private final String text;
    private final LineMap lines;
    private final IntUnaryOperator offsets;
    private final List<SyntaxProblem> problems;
    private final Iterator<Event> events;

    /**
     * @param offsets from the parser's code point index to an UTF-16 index
     */
    Composition(
            String text, LineMap lines, IntUnaryOperator offsets, List<SyntaxProblem> problems) {
        this.text = text;
        this.lines = lines;
        this.offsets = offsets;
        this.problems = problems;
        this.events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** The root, or null for a text without a document. */
    Yaml compose() {
        events.next(); // stream start
        if (events.next().getEventId() != Event.ID.DocumentStart) {
            return null;
        }
        Yaml root = node(events.next(), 0);
        events.next(); // document end
        Event after = events.next();
        if (after.getEventId() == Event.ID.DocumentStart) {
            problem(
                    start(after),
                    start(after),
                    "second-document",
                    "a second document starts here: a file holds one lab, put the other one in its"
                            + " own file");
        }
        return root;
    }

    private Yaml node(Event event, int depth) {
        int start = start(event);
        if (depth > DEEPEST) {
            throw new TooDeep(start);
        }
        if (event instanceof NodeEvent node) {
            refuseTag(node, start);
        }
        return switch (event.getEventId()) {
            case Alias -> alias((AliasEvent) event, start);
            case Scalar -> scalar((ScalarEvent) event, start);
            case SequenceStart -> sequence((CollectionStartEvent) event, start, depth);
            default -> mapping((CollectionStartEvent) event, start, depth);
        };
    }

    private Yaml alias(AliasEvent event, int start) {
        int end = end(event);
        problem(
                start,
                end,
                "alias",
                "a lab file has no aliases: write the value out instead of `*"
                        + event.getAlias().getValue()
                        + "`");
        return new Yaml.Alias(start, end);
    }

    private Scalar scalar(ScalarEvent event, int start) {
        Style style = style(event.getScalarStyle());
        int end = end(event);
        while (style == Style.BLOCK && end > start && isBreak(text.charAt(end - 1))) {
            end--;
        }
        return new Scalar(start, end, event.getValue(), style);
    }

    private Sequence sequence(CollectionStartEvent event, int start, int depth) {
        List<Yaml> items = new ArrayList<>();
        Event next = events.next();
        while (next.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(next, depth + 1));
            next = events.next();
        }
        int last = items.isEmpty() ? start : items.getLast().end();
        int end = event.isFlow() ? end(next) : last;
        return new Sequence(start, end, event.isFlow(), List.copyOf(items));
    }

    private Mapping mapping(CollectionStartEvent event, int start, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Scalar> seen = new HashMap<>();
        int last = start;
        Event next = events.next();
        while (next.getEventId() != Event.ID.MappingEnd) {
            Yaml key = node(next, depth + 1);
            Yaml value = node(events.next(), depth + 1);
            last = Math.max(key.end(), value.end());
            if (usable(key)) {
                Entry entry = new Entry((Scalar) key, value);
                refuseRepeat(entry.key(), seen);
                entries.add(entry);
            }
            next = events.next();
        }
        int end = event.isFlow() ? end(next) : last;
        boolean braces = end > start && text.charAt(end - 1) == '}';
        return new Mapping(start, braces ? end : last, event.isFlow(), entries);
    }

    private boolean usable(Yaml key) {
        int before = key.start() - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        boolean explicit = before >= 0 && before < key.start() - 1 && text.charAt(before) == '?';
        if (key instanceof Scalar && !explicit) {
            return true;
        }
        if (!(key instanceof Yaml.Alias)) {
            problem(key.start(), key.end(), "complex-key", "a key is one word: write `key: value`");
        }
        return false;
    }

    private void refuseRepeat(Scalar key, Map<String, Scalar> seen) {
        Scalar first = seen.putIfAbsent(key.value(), key);
        if (first != null) {
            problem(
                    key.start(),
                    key.end(),
                    "duplicate-key",
                    "'"
                            + key.value()
                            + "' is here twice (first on line "
                            + (lines.line(first.start()) + 1)
                            + "): keep one, or give the other another name");
        }
    }

    private void refuseTag(NodeEvent node, int start) {
        boolean tagged =
                node instanceof ScalarEvent scalar && scalar.getTag().isPresent()
                        || node instanceof CollectionStartEvent collection
                                && collection.getTag().isPresent();
        if (tagged) {
            problem(
                    start,
                    start + 1,
                    "tag",
                    "a lab file has no tags (`!...`): write the plain value");
        }
    }

    private void problem(int start, int end, String code, String message) {
        problems.add(new SyntaxProblem(start, end - start, code, message));
    }

    private int start(Event event) {
        return offsets.applyAsInt(event.getStartMark().orElseThrow().getIndex());
    }

    private int end(Event event) {
        return offsets.applyAsInt(event.getEndMark().orElseThrow().getIndex());
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static Style style(ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> Style.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> Style.DOUBLE_QUOTED;
            case LITERAL, FOLDED -> Style.BLOCK;
            default -> Style.PLAIN;
        };
    }
}
