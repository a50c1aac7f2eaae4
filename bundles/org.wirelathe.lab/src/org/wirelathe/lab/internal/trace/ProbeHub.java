package org.wirelathe.lab.internal.trace;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Passes stages on to whoever listens at the moment; on the loop. */
public final class ProbeHub extends Probes {
    private Probes[] listeners = {};

    public ProbeHub() {
        super(true);
    }

    public void add(Probes listener) {
        List<Probes> more = new ArrayList<>(List.of(listeners));
        more.add(listener);
        listeners = more.toArray(Probes[]::new);
    }

    public void remove(Probes listener) {
        List<Probes> fewer = new ArrayList<>(List.of(listeners));
        fewer.remove(listener);
        listeners = fewer.toArray(Probes[]::new);
    }

    @Override
    public void packet(Stage stage, String node, String place, Packet packet) {
        for (Probes listener : listeners) {
            listener.packet(stage, node, place, packet);
        }
    }

    @Override
    public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
        for (Probes listener : listeners) {
            listener.stream(stage, node, flow, from, to, packet);
        }
    }
}
