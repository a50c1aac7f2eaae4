package org.wirelathe.model.edit;

import java.util.List;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Writes another name for an interface wherever the text mentions it. */
final class RenameInterface {
    private RenameInterface() {}

    static List<TextChange> plan(LabDocument document, PortRef port, String newName) {
        LabText text = new LabText(document.yaml());
        Targets targets = new Targets(text, document.lab());
        targets.iface(port);
        Mapping interfaces = (Mapping) targets.node(port.node()).get("interfaces").orElseThrow();
        Entry iface = interfaces.entry(port.iface()).orElseThrow();
        if (!newName.equals(port.iface())) {
            Names.free("an interface", newName, targets.interfaceNames(port.node()));
        }
        text.replace(iface.key(), newName, interfaces.flow());
        String renamed = new PortRef(port.node(), newName).toString();
        for (Mentions.Mention mention : Mentions.everywhere(text, document.vocabulary())) {
            if (mention.at().value().equals(port.toString())) {
                text.replace(mention.at(), renamed, mention.flow());
            }
        }
        for (Mentions.Mention mention : Mentions.ofInterfaces(targets.node(port.node()))) {
            if (mention.at().value().equals(port.iface())) {
                text.replace(mention.at(), newName, mention.flow());
            }
        }
        return text.changes();
    }
}
