package org.wirelathe.ui.run;

import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.ui.topology.TopologyCanvas;

/** Shows a run on the canvas as long as it is not over. */
public final class CanvasAnimation implements RunWatcher {
    private final RunController controller;
    private final TopologyCanvas canvas;
    private RunTraffic traffic;

    public CanvasAnimation(RunController controller, TopologyCanvas canvas) {
        this.controller = controller;
        this.canvas = canvas;
    }

    @Override
    public void moved(Snapshot snapshot) {
        LabRun run = controller.run().orElse(null);
        if (run == null || canvas.isDisposed() || !controller.isAlive()) {
            return;
        }
        if (traffic == null || traffic.run() != run) {
            traffic = new RunTraffic(run);
        }
        canvas.setTraffic(traffic.fill(snapshot, System.nanoTime()));
    }

    @Override
    public void stateChanged() {
        if (!canvas.isDisposed() && !controller.isAlive()) {
            canvas.setTraffic(null);
        }
    }
}
