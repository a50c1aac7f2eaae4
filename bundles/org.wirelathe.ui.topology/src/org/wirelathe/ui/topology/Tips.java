package org.wirelathe.ui.topology;

import java.util.stream.Collectors;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.Queue;
import org.wirelathe.model.Vlans;
import org.wirelathe.ui.topology.scene.CableShape;
import org.wirelathe.ui.topology.scene.NodeShape;
import org.wirelathe.ui.topology.scene.Scene;

/** What a pointer that rests tells. */
final class Tips {
    private Tips() {
    }

    /** Null where there is nothing. */
    static String at(Scene scene, double x, double y, double tolerance) {
        return scene.nodeAt(x, y).map(NodeShape::node).map(Tips::node)
                .or(() -> scene.rimAt(x, y).map(n -> "Drag from here to lay a cable from " + n.node().name()))
                .or(() -> scene.cableAt(x, y, tolerance).map(CableShape::link).map(Tips::link))
                .orElse(null);
    }

    static String node(Node node) {
        return node.name() + ", " + node.type().word()
                + (node.type() == NodeType.SWITCH ? ports(node) : interfaces(node) + "\nTCP " + node.tcp().congestion());
    }

    private static String interfaces(Node node) {
        return node.interfaces().stream()
                .map(i -> "\n" + i.name() + "  " + i.addresses().stream().map(InterfaceAddress::toString)
                        .collect(Collectors.joining("\n" + " ".repeat(i.name().length() + 2))))
                .collect(Collectors.joining());
    }

    /** Those of which there is more to say than that they are there. */
    private static String ports(Node node) {
        return " of " + node.interfaces().size() + " ports" + node.interfaces().stream()
                .filter(port -> !port.vlans().equals(Vlans.NONE))
                .map(port -> "\n" + port.name() + vlans(port.vlans()))
                .collect(Collectors.joining());
    }

    private static String vlans(Vlans vlans) {
        String trunk = vlans.trunk().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (vlans.untagged() == 0 ? "" : "  VLAN " + vlans.untagged()) + (trunk.isEmpty() ? "" : "  trunk " + trunk);
    }

    private static String link(Link link) {
        Queue queue = link.queue();
        String limit = queue.unit() == Queue.Unit.PACKETS
                ? Quantity.PACKETS.format(queue.limit()) : Quantity.SIZE.format(queue.limit());
        return link.a() + " \u2013 " + link.b()
                + "\nrate " + Quantity.RATE.format(link.rate())
                + "\ndelay " + Quantity.TIME.format(link.delay())
                + "\nqueue " + queue.type() + ", " + limit
                + (link.loss() > 0 ? "\nloss " + Quantity.SHARE.format(link.loss()) : "");
    }
}
