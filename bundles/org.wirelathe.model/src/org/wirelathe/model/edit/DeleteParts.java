package org.wirelathe.model.edit;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.yaml.Yaml;
import org.wirelathe.model.internal.yaml.Yaml.Mapping;
import org.wirelathe.model.internal.yaml.Yaml.Sequence;

/** Takes parts out of the text, and with them whatever cannot be without them. */
final class DeleteParts {
    private final LabDocument document;
    private final LabText text;
    private final Targets targets;
    private final Set<String> nodes = new HashSet<>();
    private final Set<PortRef> ports = new HashSet<>();
    private final Set<PortRef> captures = new HashSet<>();
    private final Set<Integer> links = new TreeSet<>();
    private final Set<Integer> apps = new TreeSet<>();
    private final Set<Integer> events = new TreeSet<>();

    private DeleteParts(LabDocument document) {
        this.document = document;
        this.text = new LabText(document.yaml());
        this.targets = new Targets(text, document.lab());
    }

    static List<TextChange> plan(LabDocument document, Collection<EditTarget> parts) {
        DeleteParts plan = new DeleteParts(document);
        parts.forEach(plan::add);
        plan.follow();
        plan.write();
        return plan.text.changes();
    }

    private void add(EditTarget target) {
        switch (target) {
            case EditTarget.OfNode node -> nodes.add(text.node(node.name()).key().value());
            case EditTarget.OfInterface iface -> {
                targets.iface(iface.port());
                ports.add(iface.port());
            }
            case EditTarget.OfLink link -> links.add(targets.link(link.a(), link.b()));
            case EditTarget.OfApp app -> {
                targets.app(app.index());
                apps.add(app.index());
            }
            case EditTarget.OfEvent event -> {
                targets.event(event.index());
                events.add(event.index());
            }
            case EditTarget.OfCapture capture -> captures.add(capture.port());
            case EditTarget.OfLab ignored ->
                    throw new EditException("the lab itself cannot be deleted");
            case EditTarget.OfRun ignored ->
                    throw new EditException("the run settings cannot be deleted");
        }
    }

    /** Adds what refers to something that goes. */
    private void follow() {
        List<Yaml> allLinks = text.items("links");
        where(allLinks, link -> Targets.ends(link).stream().anyMatch(this::goes), links);
        where(
                text.items("apps"),
                app -> mentionsNode(Mentions.inApp(app, document.vocabulary())),
                apps);
        where(text.items("events"), event -> eventGoes(event, allLinks), events);
    }

    private static void where(List<Yaml> items, Predicate<Yaml> goes, Set<Integer> indices) {
        for (int i = 0; i < items.size(); i++) {
            if (goes.test(items.get(i))) {
                indices.add(i);
            }
        }
    }

    private boolean goes(PortRef port) {
        return nodes.contains(port.node()) || ports.contains(port);
    }

    private boolean mentionsNode(List<Mentions.Mention> mentions) {
        return mentions.stream().anyMatch(m -> nodes.contains(m.node()));
    }

    private boolean eventGoes(Yaml event, List<Yaml> allLinks) {
        List<Mentions.Mention> mentions = Mentions.inEvent(event);
        boolean ofCable = event instanceof Mapping table && table.get("link").isPresent();
        boolean ofPort =
                event instanceof Mapping table
                        && (table.get("interface").isPresent() || table.get("address").isPresent());
        if (ofPort
                && !mentions.isEmpty()
                && PortRef.parse(mentions.getFirst().at().value()).filter(this::goes).isPresent()) {
            return true;
        }
        if (mentionsNode(mentions) || !ofCable) {
            return mentionsNode(mentions);
        }
        boolean had = false;
        boolean keeps = false;
        for (int i = 0; i < allLinks.size(); i++) {
            boolean fits = fits(mentions, Targets.ends(allLinks.get(i)));
            had |= fits && links.contains(i);
            keeps |= fits && !links.contains(i);
        }
        return had && !keeps;
    }

    private static boolean fits(List<Mentions.Mention> mentions, List<PortRef> ends) {
        return mentions.size() == 2
                && ends.size() == 2
                && (fits(mentions.get(0), ends.get(0)) && fits(mentions.get(1), ends.get(1))
                        || fits(mentions.get(0), ends.get(1))
                                && fits(mentions.get(1), ends.get(0)));
    }

    private static boolean fits(Mentions.Mention mention, PortRef end) {
        String name = mention.at().value();
        return name.equals(end.node()) || name.equals(end.toString());
    }

    private void write() {
        removeEntries(text.table("nodes"), nodes);
        removeEntries(text.table("view"), nodes);
        remove("links", links);
        remove("apps", apps);
        remove("events", events);
        Set<Integer> recorded = new TreeSet<>();
        where(text.items("capture"), this::captureGoes, recorded);
        remove("capture", recorded);
        removeInterfaces();
    }

    private boolean captureGoes(Yaml item) {
        Optional<PortRef> port = PortRef.parse(Mentions.captured(item));
        return port.isPresent() && (goes(port.get()) || captures.contains(port.get()));
    }

    private void remove(String section, Set<Integer> indices) {
        Optional<Sequence> list = text.list(section);
        list.ifPresent(l -> text.remove(l, indices));
    }

    private void removeInterfaces() {
        Map<String, Set<String>> names = new HashMap<>();
        for (PortRef port : ports) {
            if (!nodes.contains(port.node())) {
                names.computeIfAbsent(port.node(), n -> new HashSet<>()).add(port.iface());
            }
        }
        names.forEach(
                (node, gone) ->
                        removeEntries(
                                targets.node(node).get("interfaces").map(i -> (Mapping) i), gone));
    }

    private void removeEntries(Optional<Mapping> table, Set<String> keys) {
        if (table.isPresent()) {
            Set<Integer> indices = new TreeSet<>();
            for (int i = 0; i < table.get().entries().size(); i++) {
                if (keys.contains(table.get().entries().get(i).key().value())) {
                    indices.add(i);
                }
            }
            text.remove(table.get(), indices);
        }
    }
}
