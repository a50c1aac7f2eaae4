package org.wirelathe.ui.run;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.ui.editor.SessionListener;
import org.wirelathe.ui.network.TrailFinder;
import org.wirelathe.ui.topology.TopologyCanvas;
import org.wirelathe.ui.topology.Trail;

/**
 * Lights up, as long as a run is alive, the way of packets from the selected node to the one under the pointer, or
 * between two nodes that are selected.
 */
public final class RouteTrail implements RunWatcher, SessionListener {
    /** Least time between two looks, ns. */
    private static final long PAUSE = 250_000_000;

    private record Ends(String from, String to) {
    }

    private final RunController controller;
    private final TopologyCanvas canvas;
    private String hovered;
    private Ends shown;
    private TrailFinder finder;
    private boolean asked;
    private long next;

    public RouteTrail(RunController controller, TopologyCanvas canvas) {
        this.controller = controller;
        this.canvas = canvas;
    }

    /** The pointer rests on that node; null for none. */
    public void hovered(String node) {
        hovered = node;
        look();
    }

    @Override
    public void selectionChanged(List<EditTarget> targets) {
        look();
    }

    @Override
    public void moved(Snapshot snapshot) {
        if (System.nanoTime() >= next) {
            look();
        }
    }

    @Override
    public void stateChanged() {
        look();
    }

    private Optional<Ends> ends() {
        List<String> nodes = canvas.selected().stream().filter(EditTarget.OfNode.class::isInstance)
                .map(target -> ((EditTarget.OfNode) target).name()).toList();
        if (nodes.size() == 2) {
            return Optional.of(new Ends(nodes.getFirst(), nodes.getLast()));
        }
        return nodes.size() == 1 && hovered != null && !hovered.equals(nodes.getFirst())
                ? Optional.of(new Ends(nodes.getFirst(), hovered)) : Optional.empty();
    }

    private void look() {
        if (canvas.isDisposed()) {
            return;
        }
        Ends ends = controller.isAlive() && controller.latest().isPresent() ? ends().orElse(null) : null;
        if (!Objects.equals(ends, shown)) {
            shown = ends;
            canvas.setTrail(null);
        }
        if (ends == null || asked) {
            return;
        }
        LabRun run = controller.run().orElseThrow();
        if (finder == null || finder.run() != run) {
            finder = new TrailFinder(run);
        }
        asked = true;
        long begin = System.nanoTime();
        finder.find(ends.from(), ends.to()).whenComplete((trail, trouble) -> {
            if (!canvas.isDisposed()) {
                canvas.getDisplay().asyncExec(() -> arrived(ends, trail, begin));
            }
        });
    }

    private void arrived(Ends ends, Optional<Trail> trail, long begin) {
        asked = false;
        long now = System.nanoTime();
        next = now + Math.max(PAUSE, 4 * (now - begin));
        if (canvas.isDisposed()) {
            return;
        }
        if (ends.equals(shown) && controller.isAlive()) {
            canvas.setTrail(trail == null ? null : trail.orElse(null));
        } else {
            look();
        }
    }
}
