package org.wirelathe.model.edit;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;
import org.wirelathe.model.internal.yaml.Yaml;

/**
 * Takes entries out of tables and lists. A comment on an entry's last line goes with it, comments
 * on lines of their own stay.
 */
final class Removal {
    /** The text of an entry or an item. */
    private record Piece(int start, int end) {}

    private final Page page;
    private final Changes changes;

    Removal(Page page, Changes changes) {
        this.page = page;
        this.changes = changes;
    }

    /** Takes out the entries with these indices. */
    void entries(Mapping table, Set<Integer> indices) {
        List<Piece> pieces =
                table.entries().stream().map(e -> new Piece(e.start(), e.end())).toList();
        if (table.flow()) {
            flow(table, pieces, new TreeSet<>(indices));
            return;
        }
        for (int i : indices) {
            Piece piece = pieces.get(i);
            if (page.startsLine(piece.start)) {
                lines(piece.start, piece.end);
            } else {
                behindDash(pieces, i);
            }
        }
    }

    /** Takes out the items with these indices. */
    void items(Sequence list, Set<Integer> indices) {
        List<Piece> pieces = list.items().stream().map(i -> new Piece(i.start(), i.end())).toList();
        if (list.flow()) {
            flow(list, pieces, new TreeSet<>(indices));
            return;
        }
        for (int i : indices) {
            int dash = page.dash(list, i);
            if (!page.startsLine(dash)) {
                throw new EditException(
                        "this list is written in a way that cannot be edited here: edit its text");
            }
            lines(dash, pieces.get(i).end);
        }
    }

    /** Deletes whole lines, and comments below them that are indented deeper. */
    private void lines(int start, int end) {
        int column = page.column(start);
        int to = page.nextLine(end);
        int at = to;
        while (at < page.text().length()
                && isComment(at)
                && page.column(page.skipSpace(at)) > column) {
            at = page.nextLine(at);
            to = at;
        }
        changes.delete(page.lineStart(start), to);
    }

    private boolean isComment(int lineStart) {
        int at = page.skipSpace(lineStart);
        return at < page.text().length() && page.text().charAt(at) == '#';
    }

    /** Deletes the first key of a table in a list, whose line starts with the dash. */
    private void behindDash(List<Piece> pieces, int index) {
        Piece piece = pieces.get(index);
        int end = page.lineEnd(piece.end);
        if (index + 1 < pieces.size()) {
            int next = pieces.get(index + 1).start;
            int nextLine = page.nextLine(piece.end);
            boolean commentsBetween =
                    nextLine < next && page.text().substring(nextLine, next).contains("#");
            end = commentsBetween ? end : next;
        }
        changes.delete(piece.start, end);
    }

    private void flow(Yaml whole, List<Piece> pieces, TreeSet<Integer> indices) {
        int close = whole.end() - 1;
        int[] commas = new int[pieces.size()];
        for (int i = 0; i < commas.length; i++) {
            commas[i] =
                    page.comma(
                            pieces.get(i).end,
                            i + 1 < commas.length ? pieces.get(i + 1).start : close);
        }
        boolean all = indices.size() == pieces.size();
        for (int i : indices) {
            int chosen = comma(pieces, commas, i);
            int comma = chosen < 0 ? -1 : commas[chosen];
            if (chosen >= 0) {
                commas[chosen] = -1;
            }
            cut(pieces.get(i), comma);
        }
        boolean oneLine = page.line(whole.start()) == page.line(close);
        if (all && oneLine) {
            changes.delete(whole.start() + 1, close);
        }
    }

    /**
     * The index of the comma that goes with an entry: its own, or one before it that has nothing to
     * separate any more.
     */
    private int comma(List<Piece> pieces, int[] commas, int index) {
        Piece piece = pieces.get(index);
        boolean own = commas[index] >= 0;
        if (own && page.line(commas[index]) == page.line(piece.end)) {
            return index;
        }
        boolean leading =
                index > 0
                        && commas[index - 1] >= 0
                        && page.line(commas[index - 1]) == page.line(piece.start);
        if (own && !leading) {
            return index;
        }
        int before = index - 1;
        while (before >= 0 && commas[before] < 0) {
            before--;
        }
        return before;
    }

    private void cut(Piece piece, int comma) {
        int from = piece.start;
        int to = piece.end;
        if (comma >= to && page.line(comma) == page.line(to)) {
            to = comma + 1;
        } else if (comma >= 0
                && comma < from
                && page.text().substring(comma + 1, from).isBlank()
                && page.line(comma) == page.line(from)) {
            from = comma;
        } else if (comma >= 0) {
            changes.delete(comma, comma + 1);
        }
        if (!page.endsLine(to)) {
            boolean more = to > piece.end;
            changes.delete(more ? from : page.skipSpaceBack(from), more ? page.skipSpace(to) : to);
        } else if (page.startsLine(from)) {
            changes.delete(page.lineStart(from), page.nextLine(to));
        } else {
            changes.delete(page.skipSpaceBack(from), page.lineEnd(to));
        }
    }
}
