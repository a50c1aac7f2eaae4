package org.wirelathe.ethernet;

import java.util.List;

/** Words about loops. */
final class Loops {
    private Loops() {
    }

    /** {@code " through sw2, sw3 and sw4"}; of silent switches nothing is known, and nothing is said. */
    static String through(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        int last = names.size() - 1;
        return " through " + (last == 0 ? "" : String.join(", ", names.subList(0, last)) + " and ") + names.get(last);
    }
}
