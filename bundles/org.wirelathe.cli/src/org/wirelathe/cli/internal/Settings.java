package org.wirelathe.cli.internal;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.Lab;
import org.wirelathe.model.PortRef;
import org.wirelathe.model.Problem;
import org.wirelathe.model.edit.EditException;
import org.wirelathe.model.edit.EditTarget;
import org.wirelathe.model.edit.Edits;
import org.wirelathe.model.edit.LabDocument;

/**
 * Values that the command line puts in place of the file's, as edits of its text: {@code run.seed=3},
 * {@code nodes.bob.tcp.congestion=vegas}, {@code links.0.loss=1 %}.
 */
final class Settings {
    private static final String HOW = "; write it like run.seed=3, nodes.bob.tcp.congestion=vegas or links.0.loss=1%";

    private final LabText text;

    /** @param text a lab without errors */
    Settings(LabText text) {
        this.text = text;
    }

    /**
     * Sets one value.
     *
     * @param option the option as it was typed, for the sentence about a mistake
     */
    void set(String option, String path, String value) throws UsageException {
        LabDocument document = text.document();
        try {
            String[] steps = path.split("\\.");
            Place place = place(document.lab().orElseThrow(), steps);
            document.apply(Edits.set(place.target(), rest(steps, place.used()), Optional.of(value)));
        } catch (EditException | IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
        List<Problem> errors = text.problems().stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new UsageException(option + ": " + errors.getFirst().message());
        }
    }

    /** Sets one value, written as {@code path=value}. */
    void set(String assignment) throws UsageException {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--set " + assignment + ": there is no value" + HOW);
        }
        set("--set " + assignment, assignment.substring(0, equals).strip(), assignment.substring(equals + 1).strip());
    }

    /** A part of the lab, and how many steps of the path lead to it. */
    private record Place(EditTarget target, int used) {
    }

    private static Place place(Lab lab, String[] steps) {
        Place place = switch (steps[0]) {
            case "lab" -> new Place(EditTarget.lab(), 0);
            case "run" -> new Place(EditTarget.run(), 1);
            case "nodes" -> steps.length > 3 && steps[2].equals("interfaces")
                    ? new Place(EditTarget.iface(new PortRef(steps[1], steps[3])), 4)
                    : new Place(EditTarget.node(step(steps, 1)), 2);
            case "links" -> new Place(EditTarget.link(item(lab.links(), steps)), 2);
            case "apps" -> new Place(EditTarget.app(index(lab.apps(), steps)), 2);
            case "events" -> new Place(EditTarget.event(index(lab.events(), steps)), 2);
            default -> throw new IllegalArgumentException("'" + steps[0] + "' cannot be set" + HOW);
        };
        if (place.used() >= steps.length) {
            throw new IllegalArgumentException("the path ends too early" + HOW);
        }
        if (steps[0].equals("nodes") && lab.node(steps[1]).isEmpty()) {
            throw new IllegalArgumentException("there is no node '" + steps[1] + "'");
        }
        return place;
    }

    private static String step(String[] steps, int index) {
        if (index >= steps.length) {
            throw new IllegalArgumentException("the path ends too early" + HOW);
        }
        return steps[index];
    }

    private static <T> T item(List<T> list, String[] steps) {
        return list.get(index(list, steps));
    }

    private static int index(List<?> list, String[] steps) {
        String number = step(steps, 1);
        int index = number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : Integer.MAX_VALUE;
        if (index >= list.size()) {
            throw new IllegalArgumentException(list.isEmpty() ? "the lab has no " + steps[0]
                    : "'" + number + "' is none of the " + steps[0] + "; they are numbered from 0 to " + (list.size() - 1));
        }
        return index;
    }

    private static String rest(String[] steps, int used) {
        return String.join(".", List.of(steps).subList(used, steps.length));
    }
}
