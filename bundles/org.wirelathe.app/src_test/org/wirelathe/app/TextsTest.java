package org.wirelathe.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void sizes() {
        assertEquals("0 B", Texts.size(0));
        assertEquals("1023 B", Texts.size(1023));
        assertEquals("1 KiB", Texts.size(1024));
        assertEquals("1.5 KiB", Texts.size(1536));
        assertEquals("100 MiB", Texts.size(100L << 20));
        assertEquals("2048 TiB", Texts.size(1L << 51));
    }

    @Test
    void times() {
        assertEquals("0.000 ms", Texts.time(0));
        assertEquals("22.019 ms", Texts.time(22_019_360));
        assertEquals("9.022 s", Texts.time(9_022_480_304L));
        assertEquals(9.022480304, Texts.seconds(9_022_480_304L));
    }
}
