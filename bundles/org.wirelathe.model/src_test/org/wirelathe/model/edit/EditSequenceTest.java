package org.wirelathe.model.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Link;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Position;
import org.wirelathe.model.Problem;
import org.wirelathe.model.Vocabulary;

/** A thousand edits in a row, and all of them back. */
class EditSequenceTest {
    private static final int MOST_NODES = 12;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "flow | 1000",
                "block | 300",
                "awkward, CR LF | 300",
                "no view | 300",
                "json, no last break | 300"
            })
    void undoAllGivesTheTextBack(String sample, int edits) {
        String original = Samples.all().get(sample);
        LabDocument document = new LabDocument(original, "lab.yaml", Vocabulary.ANY);
        Deque<Edit> done = new ArrayDeque<>();
        List<String> texts = new ArrayList<>();
        int refused = 0;
        for (int i = 0; i < edits; i++) {
            texts.add(document.text());
            Edit edit = next(document.lab().orElseThrow());
            try {
                document.apply(edit);
                done.push(edit);
            } catch (EditException e) {
                refused++;
                assertEquals(texts.removeLast(), document.text(), "a refused edit changes nothing");
                continue;
            }
            List<Problem> errors = document.problems().stream().filter(Problem::isError).toList();
            assertEquals(
                    List.of(),
                    errors,
                    () -> edit.label() + "\n" + texts.getLast() + "\n--->\n" + document.text());
        }
        assertTrue(refused < edits / 10, refused + " edits were refused");
        while (!done.isEmpty()) {
            Edit edit = done.pop();
            document.revert(edit);
            assertEquals(texts.removeLast(), document.text(), edit.label());
        }
        assertEquals(original, document.text());
    }

    private Edit next(Lab lab) {
        return switch (lab.nodes().size() < 3 ? 0 : random.nextInt(12)) {
            case 0 -> lab.nodes().size() < MOST_NODES ? add() : delete(lab);
            case 1 -> random.nextInt(4) == 0 ? delete(lab) : move(lab);
            case 2, 3 -> Edits.connect(node(lab).name(), node(lab).name());
            case 4 -> Edits.rename(node(lab).name(), "n" + random.nextInt(1000));
            case 5 -> lab.links().isEmpty() ? add() : onLink(lab);
            case 6 -> onNode(node(lab));
            case 7 ->
                    lab.apps().size() < 8
                            ? Edits.addApp(
                                    node(lab).name(), "ping", Map.of("to", addressed(lab).name()))
                            : deleteApp(lab);
            case 8 ->
                    lab.events().size() < 8
                            ? Edits.addSwap(
                                    random.nextInt(50) * 1_000_000_000L, node(lab).name(), "vegas")
                            : deleteEvent(lab);
            case 9 -> onInterface(addressed(lab));
            case 10 ->
                    Edits.set(
                            EditTarget.run(),
                            "seed",
                            Optional.of(String.valueOf(random.nextLong())));
            default -> move(lab);
        };
    }

    private Edit add() {
        NodeType type = random.nextBoolean() ? NodeType.HOST : NodeType.ROUTER;
        return Edits.addNode(type, Optional.empty(), position());
    }

    private Edit delete(Lab lab) {
        List<EditTarget> targets = new ArrayList<>();
        targets.add(EditTarget.node(node(lab).name()));
        if (random.nextBoolean()) {
            targets.add(EditTarget.node(node(lab).name()));
        }
        if (!lab.links().isEmpty()) {
            targets.add(EditTarget.link(link(lab)));
        }
        return Edits.delete(targets);
    }

    private Edit deleteApp(Lab lab) {
        return Edits.delete(List.of(EditTarget.app(random.nextInt(lab.apps().size()))));
    }

    private Edit deleteEvent(Lab lab) {
        return Edits.delete(List.of(EditTarget.event(random.nextInt(lab.events().size()))));
    }

    private Edit move(Lab lab) {
        Map<String, Position> positions = new HashMap<>();
        positions.put(node(lab).name(), position());
        positions.put(node(lab).name(), position());
        return Edits.move(positions);
    }

    private Edit onLink(Lab lab) {
        EditTarget link = EditTarget.link(link(lab));
        return switch (random.nextInt(5)) {
            case 0 -> Edits.set(link, "rate", Optional.of((1 + random.nextInt(99)) + " Mbit/s"));
            case 1 ->
                    Edits.set(
                            link,
                            "loss",
                            random.nextBoolean() ? Optional.of("1 %") : Optional.empty());
            case 2 ->
                    Edits.set(
                            link,
                            "queue.limit",
                            random.nextBoolean() ? Optional.of("5 packets") : Optional.empty());
            case 3 ->
                    Edits.set(
                            link,
                            "queue.type",
                            random.nextBoolean() ? Optional.of("fifo") : Optional.empty());
            default -> Edits.delete(List.of(link));
        };
    }

    private Edit onNode(Node node) {
        EditTarget target = EditTarget.node(node.name());
        boolean set = random.nextBoolean();
        return switch (random.nextInt(3)) {
            case 0 ->
                    Edits.set(
                            target,
                            "tcp.congestion",
                            set ? Optional.of("vegas") : Optional.empty());
            case 1 ->
                    Edits.set(
                            target,
                            "tcp.delayed-ack",
                            set ? Optional.of("false") : Optional.empty());
            default -> Edits.set(target, "gateway", Optional.empty());
        };
    }

    private Edit onInterface(Node node) {
        if (node.interfaces().isEmpty()) {
            return move(Map.of(node.name(), position()));
        }
        PortRef port = new PortRef(node.name(), node.interfaces().getLast().name());
        return switch (random.nextInt(4)) {
            case 0 ->
                    Edits.set(
                            EditTarget.iface(port),
                            "mtu",
                            random.nextBoolean() ? Optional.of("1400") : Optional.empty());
            case 1 ->
                    Edits.set(
                            EditTarget.iface(port),
                            "rings.rx",
                            random.nextBoolean() ? Optional.of("16") : Optional.empty());
            case 2 -> Edits.capture(port, true);
            default -> Edits.capture(port, false);
        };
    }

    private static Edit move(Map<String, Position> positions) {
        return Edits.move(positions);
    }

    private Node node(Lab lab) {
        return lab.nodes().get(random.nextInt(lab.nodes().size()));
    }

    private Node addressed(Lab lab) {
        List<Node> all = lab.nodes().stream().filter(n -> !n.interfaces().isEmpty()).toList();
        return all.isEmpty() ? node(lab) : all.get(random.nextInt(all.size()));
    }

    private Link link(Lab lab) {
        return lab.links().get(random.nextInt(lab.links().size()));
    }

    private Position position() {
        return new Position(random.nextInt(1000) - 500, random.nextInt(1000));
    }
}
