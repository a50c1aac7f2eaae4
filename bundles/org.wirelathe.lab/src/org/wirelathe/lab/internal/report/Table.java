package org.wirelathe.lab.internal.report;

/** A table with a caption, column heads and one head to each row. */
final class Table {
    private final Markup page;

    /**
     * Begins a table.
     *
     * @param heads of the columns; one that begins with {@code #} is a column of numbers
     */
    Table(Markup page, String caption, String... heads) {
        this.page = page;
        page.tags("<div class=\"wide\"><table>\n<caption>").text(caption).tags("</caption>\n<thead><tr>");
        for (String head : heads) {
            boolean numbers = head.startsWith("#");
            page.tags(numbers ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">")
                    .text(numbers ? head.substring(1) : head).tags("</th>");
        }
        page.tags("</tr></thead>\n<tbody>\n");
    }

    /** Begins a row; what follows on the page is its head, up to {@link #headed}. */
    Table row() {
        page.tags("<tr><th scope=\"row\">");
        return this;
    }

    Table headed() {
        page.tags("</th>");
        return this;
    }

    Table row(String head) {
        row();
        page.text(head);
        return headed();
    }

    Table text(String text) {
        page.tags("<td>").text(text).tags("</td>");
        return this;
    }

    /** Text in the type of a terminal. */
    Table code(String text) {
        page.tags("<td><code>").text(text).tags("</code></td>");
        return this;
    }

    Table flag(boolean good, String yes, String no) {
        page.tags(good ? "<td class=\"good\">✓ " : "<td class=\"bad\">✗ ").tags(good ? yes : no).tags("</td>");
        return this;
    }

    /** A number; one below 0 was never measured. */
    Table number(long value, Quantity quantity) {
        page.tags("<td class=\"n\">");
        if (value < 0) {
            page.tags("–");
        } else {
            page.value(value, quantity);
        }
        page.tags("</td>");
        return this;
    }

    void ended() {
        page.tags("</tr>\n");
    }

    /** Closes the table. */
    void close() {
        page.tags("</tbody></table></div>\n");
    }
}
