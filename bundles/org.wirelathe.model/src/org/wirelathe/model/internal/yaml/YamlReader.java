package org.wirelathe.model.internal.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads YAML with all its mistakes: after a syntax error the entry that holds it is blanked and the
 * rest is read again, so that one broken line does not hide the others.
 */
public final class YamlReader {
    /** Enough for somebody at work; bounds the time that a hostile text takes. */
    private static final int MOST_ERRORS = 12;

    private final String original;
    private final LineMap lines;
    private final List<SyntaxProblem> problems = new ArrayList<>();
    private final Set<String> damaged = new HashSet<>();
    private String text;

    private YamlReader(String text) {
        this.original = text;
        this.text = text;
        this.lines = new LineMap(text);
    }

    /** Reads {@code text}; whatever it is, there is a result. */
    public static YamlText read(String text) {
        return new YamlReader(text).read();
    }

    private YamlText read() {
        removeUnprintable();
        for (int i = 0; i < MOST_ERRORS; i++) {
            int syntaxProblems = problems.size();
            try {
                Yaml root = new Composition(text, lines, offsets(text), problems).compose();
                boolean whole = problems.isEmpty();
                return result(root == null ? nothing() : root, whole);
            } catch (MarkedYamlEngineException e) {
                forgetFrom(syntaxProblems);
                blank(report(e));
            } catch (Composition.TooDeep e) {
                forgetFrom(syntaxProblems);
                report(
                        e.offset,
                        1,
                        "too-deep",
                        "nested too deeply: a lab has few levels, take some out");
                blank(e.offset);
            } catch (YamlEngineException | IndexOutOfBoundsException | IllegalArgumentException e) {
                forgetFrom(syntaxProblems);
                report(0, 0, "syntax", "this text cannot be read as YAML: " + firstLine(e));
                break;
            }
        }
        return result(nothing(), false);
    }

    private YamlText result(Yaml root, boolean whole) {
        return new YamlText(
                original, lines, root, List.copyOf(problems), Set.copyOf(damaged), whole);
    }

    private static Yaml nothing() {
        return new Yaml.Mapping(0, 0, false, List.of());
    }

    /** Problems of a reading that broke off come again with the next one. */
    private void forgetFrom(int size) {
        problems.subList(size, problems.size()).clear();
    }

    private void removeUnprintable() {
        StringBuilder clean = null;
        int reported = 0;
        for (int i = 0; i < original.length(); ) {
            int point = original.codePointAt(i);
            int units = Character.charCount(point);
            boolean mark = point == 0xFEFF;
            if (mark && i > 0 || !mark && !StreamReader.isPrintable(point)) {
                clean = clean == null ? new StringBuilder(original) : clean;
                clean.replace(i, i + units, " ".repeat(units));
                if (reported++ < MOST_ERRORS) {
                    String name = String.format("U+%04X", point);
                    report(
                            i,
                            units,
                            "character",
                            "the character " + name + " does not belong in a text: delete it");
                }
            }
            i += units;
        }
        text = clean == null ? original : clean.toString();
    }

    private void report(int offset, int length, String code, String message) {
        problems.add(new SyntaxProblem(offset, length, code, message));
    }

    /** Reports what the parser found and says which offset to blank. */
    private int report(MarkedYamlEngineException e) {
        IntUnaryOperator offsets = offsets(text);
        int at = e.getProblemMark().map(Mark::getIndex).map(offsets::applyAsInt).orElse(0);
        int from = e.getContextMark().map(Mark::getIndex).map(offsets::applyAsInt).orElse(at);
        SyntaxProblem problem = SyntaxAdvice.about(e, text, lines, from, at);
        problems.add(problem);
        return from;
    }

    private void blank(int offset) {
        Damage damage = Damage.around(text, lines, offset);
        damage.section().ifPresent(damaged::add);
        text = damage.blanked();
    }

    private static String firstLine(Exception e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The parser counts code points. */
    private static IntUnaryOperator offsets(String text) {
        boolean plain = text.codePointCount(0, text.length()) == text.length();
        if (plain) {
            return index -> Math.min(index, text.length());
        }
        int[] table = new int[text.codePointCount(0, text.length()) + 1];
        int units = 0;
        for (int i = 0; i < table.length - 1; i++) {
            table[i] = units;
            units += Character.charCount(text.codePointAt(units));
        }
        table[table.length - 1] = units;
        return index -> table[Math.min(index, table.length - 1)];
    }
}
