package org.wirelathe.lab.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MarkupTest {
    @Test
    void textCannotBecomeMarkup() {
        assertEquals("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;lt;",
                new Markup().text("<b a=\"1\" c='2'>&lt;").toString());
    }

    @Test
    void charactersThatXmlHasNoPlaceForAreReplaced() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\uFFFD", new Markup().text("a\0b\u001Bc\uFFFFd\uD83D").toString());
        assertEquals("&#9;\uD83D\uDE00", new Markup().text("\t\uD83D\uDE00").toString());
    }

    @Test
    void coordinatesHaveOneDigitWhenTheyNeedIt() {
        assertEquals("12 0.5 -0.5 -3", new Markup().tenths(120).tags(" ").tenths(5).tags(" ").tenths(-5).tags(" ")
                .tenths(-30).toString());
    }
}
