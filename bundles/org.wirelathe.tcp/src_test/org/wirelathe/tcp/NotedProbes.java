package org.wirelathe.tcp;

import java.util.List;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;

/** Writes down what it hears. */
final class NotedProbes extends Probes {
    private final List<String> heard;

    NotedProbes(List<String> heard) {
        super(true);
        this.heard = heard;
    }

    @Override
    public void packet(Stage stage, String node, String place, Packet packet) {
        heard.add(stage + " " + place + " #" + packet.id);
    }

    @Override
    public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
        heard.add(stage + " " + flow + " " + from + "-" + to + " #" + packet);
    }
}
