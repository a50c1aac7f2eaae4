package org.wirelathe.lab.internal.build;

import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.model.Line;
import org.wirelathe.model.LineChange;
import org.wirelathe.model.Link;
import org.wirelathe.model.Quantity;

/** A cable, which the lab may cut, mend and change. */
public final class BuiltCable {
    private final Link model;
    private final Cable cable;
    private final RateTraces traces;
    private final Line[] lines;
    private Runnable watcher = () -> { };
    private boolean down;

    BuiltCable(Link model, Cable cable, RateTraces traces) {
        this.model = model;
        this.cable = cable;
        this.traces = traces;
        lines = new Line[] {model.forth(), model.back()};
    }

    /** {@code alice:eth0-r1:eth0}. */
    static String name(Link link) {
        return link.a() + "-" + link.b();
    }

    public String name() {
        return name(model);
    }

    public Link model() {
        return model;
    }

    public Cable cable() {
        return cable;
    }

    public boolean isDown() {
        return down;
    }

    /** Has somebody told whenever it was cut, mended or changed. */
    void watch(Runnable watcher) {
        this.watcher = watcher;
    }

    /** Cuts or mends it. */
    public void down(boolean down) {
        this.down = down;
        cable.down(down);
        watcher.run();
    }

    /** Changes what it does to frames; returns what it does then, for people. */
    String change(LineChange forth, LineChange back) {
        change(0, forth);
        change(1, back);
        watcher.run();
        return lines[0].equals(lines[1]) ? text(lines[0])
                : "forth " + text(lines[0]) + "; back " + text(lines[1]);
    }

    private void change(int direction, LineChange change) {
        Line line = change.on(lines[direction]);
        if (!line.equals(lines[direction])) {
            lines[direction] = line;
            LineSpec spec = line.spec(traces.of(line.trace()));
            cable.change(direction, spec);
        }
    }

    private static String text(Line line) {
        String rate = line.trace().orElseGet(() -> Quantity.RATE.format(line.rate()));
        return "now " + rate + ", " + Quantity.TIME.format(line.delay()) + ", loss "
                + Quantity.SHARE.format(line.meanLoss());
    }
}
