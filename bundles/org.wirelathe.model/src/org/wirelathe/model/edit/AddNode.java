package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Position;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.wire.IpPrefix;

/**
 * Writes a new node: a host with an interface on a network of its own, a router that gets its
 * interfaces with its cables, a switch with eight ports.
 */
final class AddNode {
    private AddNode() {}

    static List<TextChange> plan(
            LabDocument document, NodeType type, Optional<String> wanted, Position position) {
        LabText text = new LabText(document.yaml());
        Set<String> taken = names(text);
        Suggest suggest = new Suggest(document.sound(), taken);
        String name = wanted.orElseGet(() -> suggest.nodeName(type));
        Names.free("a node", name, taken);
        Fresh.Table node = Fresh.table();
        node.entries().put("type", Fresh.text(type.word()));
        if (type == NodeType.HOST) {
            IpPrefix subnet = suggest.subnet();
            Fresh.Table interfaces = Fresh.table();
            interfaces.entries().put("eth0", Fresh.text(suggest.address(subnet, type)));
            node.entries().put("interfaces", interfaces);
        }
        if (type == NodeType.SWITCH) {
            node.entries().put("ports", Fresh.text("8"));
        }
        text.addEntries("nodes", Map.of(name, node));
        MoveNodes.place(text, Map.of(name, position));
        return text.changes();
    }

    static Set<String> names(LabText text) {
        Set<String> names = new HashSet<>();
        for (Yaml.Entry entry : text.table("nodes").map(Mapping::entries).orElse(List.of())) {
            names.add(entry.key().value());
        }
        return names;
    }
}
