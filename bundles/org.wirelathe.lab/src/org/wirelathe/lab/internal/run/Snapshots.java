package org.wirelathe.lab.internal.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.socket.SocketRow;
import org.wirelathe.api.transport.Connection;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.lab.internal.build.BuiltApp;
import org.wirelathe.lab.internal.build.BuiltCable;
import org.wirelathe.lab.internal.build.BuiltLab;
import org.wirelathe.lab.internal.build.BuiltNode;
import org.wirelathe.lab.internal.record.FrameDigest;
import org.wirelathe.model.PortRef;

/** Takes snapshots; on the loop, between two events, where looking changes nothing. */
final class Snapshots {
    private final BuiltLab lab;
    private final FrameDigest frames;

    Snapshots(BuiltLab lab, FrameDigest frames) {
        this.lab = lab;
        this.frames = frames;
    }

    Snapshot take() {
        List<Snapshot.FlowRow> flows = new ArrayList<>();
        List<Snapshot.InterfaceRow> interfaces = new ArrayList<>();
        List<Snapshot.CounterRow> counters = new ArrayList<>();
        Map<String, List<SocketRow>> sockets = new LinkedHashMap<>();
        for (BuiltNode node : lab.nodes()) {
            for (Connection connection : node.transport().connections()) {
                Map<String, Long> gauges = new LinkedHashMap<>();
                connection.gauges(gauges::put);
                flows.add(new Snapshot.FlowRow(node.name(), connection.report(), gauges));
            }
            for (NetworkInterface nic : node.nics()) {
                PortRef port = new PortRef(node.name(), nic.name());
                Map<String, Long> gauges = new LinkedHashMap<>();
                nic.gauges(gauges::put);
                interfaces.add(new Snapshot.InterfaceRow(port, nic.backlog(), nic.state(), gauges,
                        lab.alterations().queue(port), lab.alterations().driver(port)));
            }
            node.counters().forEach((place, name, drop, value) -> {
                if (value != 0) {
                    counters.add(new Snapshot.CounterRow(node.name(), place, name, drop, value));
                }
            });
            sockets.put(node.name(), List.copyOf(node.sockets().table()));
        }
        return new Snapshot(lab.loop().now(), lab.loop().events(), frames.frames(), lab.packets().inUse(), flows,
                interfaces, cables(), counters, sockets, apps());
    }

    private List<Snapshot.CableRow> cables() {
        List<Snapshot.CableRow> rows = new ArrayList<>();
        for (BuiltCable cable : lab.cables()) {
            List<Snapshot.FrameRow> onLine = new ArrayList<>();
            cable.cable().view((direction, start, arrival, frame) ->
                    onLine.add(new Snapshot.FrameRow(direction == 0, start, arrival, FrameContent.of(frame))));
            rows.add(new Snapshot.CableRow(cable.model().a(), cable.model().b(), cable.cable().inFlight(),
                    cable.isDown(), onLine, frames.lost(rows.size(), 0), frames.lost(rows.size(), 1)));
        }
        return rows;
    }

    private List<Snapshot.AppRow> apps() {
        List<Snapshot.AppRow> rows = new ArrayList<>();
        for (BuiltApp app : lab.apps()) {
            rows.add(new Snapshot.AppRow(app.model().on(), app.model().run(), app.process().isBusy(),
                    app.process().result()));
        }
        return rows;
    }
}
