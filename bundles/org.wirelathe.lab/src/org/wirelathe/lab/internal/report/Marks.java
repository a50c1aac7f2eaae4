package org.wirelathe.lab.internal.report;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.lab.JournalEntry;

/** The journal as upright lines across every chart, labelled where there is room; neighbours share a line. */
final class Marks {
    /** Tenths of a pixel within which events share a line. */
    private static final long NEAR = 30;
    /** Tenths of a pixel that a letter takes, for sure. */
    private static final long LETTER = 62;
    private static final int MOST_LETTERS = 40;

    private final List<Mark> marks = new ArrayList<>();

    /** One line for the entries from {@code first} to before {@code end}. */
    private record Mark(long x, boolean swap, String kind, String label) {
        long width(String text) {
            return LETTER * text.length() + 60;
        }
    }

    Marks(List<JournalEntry> journal, Axis time) {
        for (int first = 0; first < journal.size();) {
            long x = time.tenths(journal.get(first).time(), Chart.WIDTH);
            int end = first + 1;
            while (end < journal.size() && time.tenths(journal.get(end).time(), Chart.WIDTH) - x < NEAR) {
                end++;
            }
            marks.add(mark(x, journal.subList(first, end)));
            first = end;
        }
    }

    private static Mark mark(long x, List<JournalEntry> entries) {
        JournalEntry first = entries.getFirst();
        boolean swap = false;
        boolean sameKind = true;
        boolean sameDetail = true;
        for (JournalEntry entry : entries) {
            swap |= entry.kind().equals("swap");
            sameKind &= entry.kind().equals(first.kind());
            sameDetail &= sameKind && entry.detail().equals(first.detail());
        }
        String times = entries.size() == 1 ? "" : " ×" + entries.size();
        String kind = (sameKind ? first.kind() : "events") + times;
        return new Mark(x, swap, kind, sameDetail ? kind + ": " + gist(first.detail()) : kind);
    }

    /** What comes before the reason. */
    private static String gist(String detail) {
        int colon = detail.indexOf(':');
        String gist = colon > 0 ? detail.substring(0, colon) : detail;
        return gist.length() <= MOST_LETTERS ? gist : gist.substring(0, MOST_LETTERS - 1) + '…';
    }

    void append(Markup page, int height) {
        if (marks.isEmpty()) {
            return;
        }
        page.tags("<g class=\"marks\">");
        long taken = 0;
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            page.tags("<path").tags(mark.swap() ? " class=\"swap\"" : "").tags(" d=\"M").tenths(mark.x()).tags(",-16V")
                    .number(height).tags("\"/>");
            long limit = i + 1 < marks.size() ? marks.get(i + 1).x() : 10L * Chart.WIDTH + 100;
            String text = fitting(mark, limit - mark.x());
            if (!text.isEmpty()) {
                label(page, text, mark.x() + 40, "start");
                taken = mark.x() + mark.width(text);
                continue;
            }
            text = fitting(mark, mark.x() - taken);
            if (!text.isEmpty()) {
                label(page, text, mark.x() - 40, "end");
            }
            taken = mark.x();
        }
        page.tags("</g>\n");
    }

    private static String fitting(Mark mark, long room) {
        return mark.width(mark.label()) <= room ? mark.label() : mark.width(mark.kind()) <= room ? mark.kind() : "";
    }

    private static void label(Markup page, String text, long x, String anchor) {
        page.tags("<text x=\"").tenths(x).tags("\" y=\"-7\" text-anchor=\"").tags(anchor).tags("\">").text(text)
                .tags("</text>");
    }
}
