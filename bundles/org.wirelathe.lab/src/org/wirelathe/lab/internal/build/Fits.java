package org.wirelathe.lab.internal.build;

import org.wirelathe.lab.LabException;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Rings;

/** What a lab file may say and this house cannot build. */
final class Fits {
    private static final int MOST_MTU = 9000;
    private static final int LEAST_RING = 2;
    private static final int MOST_RING = 32768;

    private Fits() {
    }

    static void check(Lab lab) throws LabException {
        for (Node node : lab.nodes()) {
            check(node);
        }
        for (int i = 0; i < lab.links().size(); i++) {
            check(lab.links().get(i), i);
        }
    }

    private static void check(Node node) throws LabException {
        if (!node.type().available()) {
            throw new LabException("nodes of type " + node.type().word() + " cannot be built yet: use host, router or switch",
                    "nodes", node.name(), "type");
        }
        if (node.tcp().sendBuffer() > Integer.MAX_VALUE || node.tcp().receiveBuffer() > Integer.MAX_VALUE) {
            throw new LabException("a socket buffer of 2 GiB or more cannot be built: write a smaller size", "nodes",
                    node.name(), "tcp");
        }
        for (Interface iface : node.interfaces()) {
            check(node, iface);
        }
    }

    private static void check(Node node, Interface iface) throws LabException {
        if (iface.mtu() > MOST_MTU) {
            throw new LabException("an MTU of " + iface.mtu() + " cannot be built: write 68 to " + MOST_MTU,
                    "nodes", node.name(), "interfaces", iface.name());
        }
        Rings rings = iface.rings();
        if (!ring(rings.tx()) || !ring(rings.rx())) {
            throw new LabException("rings have a power of two of descriptors, " + LEAST_RING + " to " + MOST_RING
                    + ": write 256, for example", "nodes", node.name(), "interfaces", iface.name());
        }
    }

    private static boolean ring(int size) {
        return size >= LEAST_RING && size <= MOST_RING && Integer.bitCount(size) == 1;
    }

    private static void check(Link link, int index) throws LabException {
        Queue queue = link.queue();
        if (queue.unit() == Queue.Unit.PACKETS && queue.limit() > Integer.MAX_VALUE) {
            throw new LabException("a queue of " + queue.limit() + " packets cannot be built: write a smaller limit",
                    "links", index, "queue");
        }
    }
}
