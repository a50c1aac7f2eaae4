package org.wirelathe.lab.internal.build;

import java.util.List;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.internal.plugins.PluginRegistry;

/** The parts that can be had now; what was taken is held until {@link #close}. */
public interface Parts extends AutoCloseable {
    /** All parts of a kind, the best first. */
    <T> List<T> all(Kind<T> kind);

    /** Where runs get their congestion algorithms from. */
    PluginRegistry algorithms();

    @Override
    void close();

    /** The best part of a kind. */
    default <T> T any(Kind<T> kind) throws LabException {
        List<T> parts = all(kind);
        if (parts.isEmpty()) {
            throw new LabException("no bundle provides " + article(kind.word()) + "; a bundle of the stack is missing or not started");
        }
        return parts.getFirst();
    }

    /** The best part of that name. */
    default <T> T named(Kind<T> kind, String name) throws LabException {
        for (T part : all(kind)) {
            if (name.equals(kind.name().apply(part))) {
                return part;
            }
        }
        throw new LabException("no bundle provides the " + kind.word() + " '" + name + "'" + others(kind));
    }

    private <T> String others(Kind<T> kind) {
        List<String> names = all(kind).stream().map(kind.name()).distinct().sorted().toList();
        return names.isEmpty() ? ", nor any other" : "; there is " + String.join(", ", names);
    }

    private static String article(String word) {
        return ("aeiou".indexOf(word.charAt(0)) >= 0 ? "an " : "a ") + word;
    }
}
