package org.wirelathe.model.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.wire.IpPrefix;

/** Writes a new interface, on a network of its own. */
final class AddInterface {
    private AddInterface() {}

    static List<TextChange> plan(LabDocument document, String node) {
        LabText text = new LabText(document.yaml());
        Targets targets = new Targets(text, document.lab());
        Suggest suggest = new Suggest(document.sound(), Set.of());
        NodeType type = document.sound().node(node).map(Node::type).orElse(NodeType.HOST);
        IpPrefix subnet = suggest.subnet();
        String name = Suggest.interfaceName(targets.interfaceNames(node));
        Fresh address = Fresh.text(suggest.address(subnet, type));
        text.add(targets.node(node), "interfaces", Map.of(name, address));
        return text.changes();
    }
}
