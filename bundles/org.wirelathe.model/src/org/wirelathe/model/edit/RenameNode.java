package org.wirelathe.model.edit;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;

/** Writes another name for a node wherever the text mentions it. */
final class RenameNode {
    private RenameNode() {}

    static List<TextChange> plan(LabDocument document, String name, String newName) {
        LabText text = new LabText(document.yaml());
        Entry node = text.node(name);
        if (!name.equals(newName)) {
            Names.free("a node", newName, AddNode.names(text));
        }
        text.replace(node.key(), newName, text.table("nodes").orElseThrow().flow());
        Optional<Mapping> view = text.table("view");
        view.flatMap(v -> v.entry(name))
                .ifPresent(e -> text.replace(e.key(), newName, view.get().flow()));
        for (Mentions.Mention mention : Mentions.everywhere(text, document.vocabulary())) {
            if (mention.node().equals(name)) {
                text.replace(mention.at(), mention.renamed(newName), mention.flow());
            }
        }
        return text.changes();
    }
}
