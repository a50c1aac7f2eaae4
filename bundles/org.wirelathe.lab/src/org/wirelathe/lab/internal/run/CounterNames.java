package org.wirelathe.lab.internal.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wirelathe.lab.Watch;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.model.Suggestion;

/**
 * The counters that a node has, to say what was meant when one is misspelt.
 *
 * @param node whose
 * @param byPlace their names by place
 */
record CounterNames(String node, Map<String, Set<String>> byPlace) {
    private static final int MOST = 8;
    /** Fewer letters than this in common say nothing. */
    private static final int LEAST = 4;

    static CounterNames of(BuiltNode node) {
        return new CounterNames(node.name(), node.counters().names());
    }

    /** @throws IllegalArgumentException with a sentence, when there is no such counter */
    void check(Watch.CounterReaches watch) {
        Set<String> names = byPlace.get(watch.place());
        if (names == null) {
            throw new IllegalArgumentException("nothing is counted at '" + watch.place() + "' of " + node
                    + ", but at " + String.join(", ", byPlace.keySet()));
        }
        if (!names.contains(watch.counter())) {
            throw new IllegalArgumentException("there is no counter '" + watch.counter() + "' at " + watch.place()
                    + " of " + node + near(watch.counter(), names));
        }
    }

    /** @throws IllegalArgumentException with a sentence, when that is a counter, and no gauge */
    void check(Watch.GaugePasses watch) {
        String places = byPlace.entrySet().stream().filter(entry -> entry.getValue().contains(watch.gauge()))
                .map(Map.Entry::getKey).collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            throw new IllegalArgumentException("'" + watch.gauge() + "' is a counter; write its place before it,"
                    + " which is one of " + places + " on " + node);
        }
    }

    /** The one that was most likely meant, or those that have part of the name in common, or what there is. */
    private static String near(String name, Set<String> names) {
        List<String> alike = names.stream().filter(other -> common(name, other) >= LEAST)
                .sorted((a, b) -> common(name, b) - common(name, a)).limit(MOST).toList();
        String others = alike.isEmpty() ? "; there are " + some(names) : "; near it: " + String.join(", ", alike);
        return Suggestion.among(names).nearest(name).map(best -> "; did you mean " + best + "?")
                .orElse(others);
    }

    private static String some(Set<String> names) {
        String first = names.stream().limit(MOST).collect(Collectors.joining(", "));
        return names.size() <= MOST ? first : first + " and " + (names.size() - MOST) + " more";
    }

    /** The length of the longest part that two names have in common, whatever their case. */
    private static int common(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int most = 0;
        for (int from = 0; from < a.length(); from++) {
            while (from + most < a.length() && b.contains(a.substring(from, from + most + 1))) {
                most++;
            }
        }
        return most;
    }
}
