package org.wirelathe.ui.topology.tool;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.wirelathe.model.edit.EditTarget;

/** The parts of the lab that are selected, in the order in which the user chose them. */
public final class Selection {
    private final Set<EditTarget> targets = new LinkedHashSet<>();
    private final Runnable changed;

    /** @param changed runs after each change */
    public Selection(Runnable changed) {
        this.changed = changed;
    }

    public boolean contains(EditTarget target) {
        return targets.contains(target);
    }

    public boolean isEmpty() {
        return targets.isEmpty();
    }

    public List<EditTarget> targets() {
        return List.copyOf(targets);
    }

    /** The names of the selected nodes. */
    public List<String> nodes() {
        return targets.stream()
                .filter(EditTarget.OfNode.class::isInstance)
                .map(t -> ((EditTarget.OfNode) t).name())
                .toList();
    }

    /** Selects these and nothing else. */
    public void set(Collection<? extends EditTarget> wanted) {
        if (!List.copyOf(targets).equals(List.copyOf(wanted))) {
            targets.clear();
            targets.addAll(wanted);
            changed.run();
        }
    }

    /** Selects this one as well, or no longer. */
    public void toggle(EditTarget target) {
        if (!targets.remove(target)) {
            targets.add(target);
        }
        changed.run();
    }

    /** Selects these as well. */
    public void add(Collection<? extends EditTarget> more) {
        if (targets.addAll(more)) {
            changed.run();
        }
    }

    public void clear() {
        set(List.of());
    }

    /** Lets go of what is no longer there. */
    public void retain(Predicate<EditTarget> alive) {
        if (targets.removeIf(alive.negate())) {
            changed.run();
        }
    }
}
