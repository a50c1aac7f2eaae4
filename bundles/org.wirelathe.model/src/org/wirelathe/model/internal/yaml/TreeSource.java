package org.wirelathe.model.internal.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.SourceMap;
import org.wirelathe.model.Span;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;

/** The source map of a tree. */
public final class TreeSource implements SourceMap {
    private record Part(int start, int end, Yaml value) {
        static Part of(Entry entry) {
            return new Part(entry.start(), entry.end(), entry.value());
        }

        static Part of(Yaml item) {
            return new Part(item.start(), item.end(), item);
        }

        boolean touches(int offset) {
            return start <= offset && offset <= end;
        }
    }

    private final Yaml root;

    public TreeSource(Yaml root) {
        this.root = root;
    }

    @Override
    public Optional<Span> span(Object... path) {
        return part(path).map(p -> new Span(p.start, p.end - p.start));
    }

    @Override
    public Optional<Span> value(Object... path) {
        return part(path).map(p -> new Span(p.value.start(), p.value.end() - p.value.start()));
    }

    @Override
    public List<Object> at(int offset) {
        List<Object> path = new ArrayList<>();
        Yaml here = root;
        while (here != null) {
            here = child(here, offset, path);
        }
        return path;
    }

    private Optional<Part> part(Object... path) {
        Part here = Part.of(root);
        for (Object step : path) {
            here = step(here.value, step);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /** The part that a step leads to, or null. */
    private static Part step(Yaml parent, Object step) {
        return switch (step) {
            case String key when parent instanceof Mapping mapping ->
                    mapping.entry(key).map(Part::of).orElse(null);
            case Integer i
                    when parent instanceof Sequence list && i >= 0 && i < list.items().size() ->
                    Part.of(list.items().get(i));
            default -> null;
        };
    }

    /** Steps one level down; null at the end of the way. */
    private static Yaml child(Yaml parent, int offset, List<Object> path) {
        if (parent instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (Part.of(entry).touches(offset)) {
                    path.add(entry.key().value());
                    return entry.value();
                }
            }
        } else if (parent instanceof Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (Part.of(list.items().get(i)).touches(offset)) {
                    path.add(i);
                    return list.items().get(i);
                }
            }
        }
        return null;
    }
}
