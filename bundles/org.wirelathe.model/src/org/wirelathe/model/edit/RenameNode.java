package org.wirelathe.model.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.internal.yaml.Yaml.Entry;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml;

/** Writes another name for a node wherever the text mentions it. */
final class RenameNode {
    private RenameNode() {}

    static List<TextChange> plan(LabDocument document, String name, String newName) {
        LabText text = new LabText(document.yaml());
        Entry node = text.node(name);
        if (!name.equals(newName)) {
            NodeNames.free(newName, AddNode.names(text));
        }
        text.replace(node.key(), newName, text.table("nodes").orElseThrow().flow());
        Optional<Mapping> view = text.table("view");
        view.flatMap(v -> v.entry(name))
                .ifPresent(e -> text.replace(e.key(), newName, view.get().flow()));
        for (Mentions.Mention mention : mentions(document, text)) {
            if (mention.node().equals(name)) {
                text.replace(mention.at(), mention.renamed(newName), mention.flow());
            }
        }
        return text.changes();
    }

    private static List<Mentions.Mention> mentions(LabDocument document, LabText text) {
        List<Mentions.Mention> all = new ArrayList<>();
        for (Yaml link : text.items("links")) {
            if (link instanceof Mapping table) {
                table.get("between").ifPresent(ends -> all.addAll(Mentions.inList(ends)));
            }
        }
        text.items("apps").forEach(app -> all.addAll(Mentions.inApp(app, document.vocabulary())));
        text.items("events").forEach(event -> all.addAll(Mentions.inEvent(event)));
        text.list("capture").ifPresent(list -> all.addAll(Mentions.inList(list)));
        return all;
    }
}
