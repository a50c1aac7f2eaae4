package org.wirelathe.lab.internal.build;

import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.LinePort;
import org.wirelathe.model.Link;

/** A cable, which the lab may cut and mend. */
public final class BuiltCable {
    private final Link model;
    private final Cable cable;
    private final LinePort a;
    private final LinePort b;
    private boolean down;

    /** @param a its ends, as nodes plug into them; {@code b} likewise */
    BuiltCable(Link model, Cable cable, LinePort a, LinePort b) {
        this.model = model;
        this.cable = cable;
        this.a = a;
        this.b = b;
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

    LinePort a() {
        return a;
    }

    LinePort b() {
        return b;
    }

    public boolean isDown() {
        return down;
    }

    /** Cuts or mends it; only a cable that was built for it. */
    public void down(boolean down) {
        this.down = down;
        ((CuttablePort) a).down(down);
        ((CuttablePort) b).down(down);
    }
}
