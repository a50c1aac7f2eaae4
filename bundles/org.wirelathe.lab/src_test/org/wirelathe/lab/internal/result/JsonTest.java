package org.wirelathe.lab.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void everyKindOfValue() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("b", 1L);
        object.put("a", Arrays.asList("x", null, true, 2.5, new Json.Raw("0.10")));
        object.put("none", Map.of());
        assertEquals("{\"b\":1,\"a\":[\"x\",null,true,2.5,0.10],\"none\":{}}", Json.line(object));
    }

    @Test
    void textIsEscapedAsRfc8259Section7Asks() {
        assertEquals("\"a\\\"b\\\\c\\n\\t\\u0001\\u003c/script>ü\\u2028\"", Json.line("a\"b\\c\n\t\u0001</script>ü\u2028"));
    }

    @Test
    void pagesAreIndented() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("list", List.of(1, 2));
        object.put("empty", List.of());
        assertEquals("""
                {
                  "list": [
                    1,
                    2
                  ],
                  "empty": []
                }
                """, Json.page(object));
    }

    @Test
    void numbersThatAreNone() {
        assertEquals("[null,null]", Json.line(List.of(Double.NaN, Double.POSITIVE_INFINITY)));
    }
}
