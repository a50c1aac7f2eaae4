package org.wirelathe.lab.internal.build;

import java.util.List;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.EventLoop;
import org.wirelathe.lab.internal.record.CaptureFile;
import org.wirelathe.model.Lab;

/**
 * A lab that has been put together; it belongs to its run's thread.
 *
 * @param model what the lab file says
 * @param loop the loop
 * @param packets the packets
 * @param nodes in the order of the lab
 * @param cables in the order of the lab
 * @param apps in the order of the lab
 * @param captures files that record interfaces
 * @param alterations what its events change of cables and interfaces
 */
public record BuiltLab(Lab model, EventLoop loop, PacketPool packets, List<BuiltNode> nodes, List<BuiltCable> cables,
        List<BuiltApp> apps, List<CaptureFile> captures, Alterations alterations) {
    /** @throws IllegalArgumentException with a sentence, when there is no such node */
    public BuiltNode node(String name) {
        for (BuiltNode node : nodes) {
            if (node.name().equals(name)) {
                return node;
            }
        }
        throw new IllegalArgumentException("there is no node '" + name + "'");
    }

    /** Takes every packet back: afterwards those still out of the pool are lost. */
    public void clear() {
        nodes.forEach(BuiltNode::close);
        cables.forEach(cable -> cable.cable().clear());
    }

    /** Providers of congestion algorithms came or went. */
    public void algorithmsChanged() {
        nodes.forEach(node -> node.transport().algorithmsChanged());
    }
}
