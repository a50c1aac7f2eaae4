package org.wirelathe.model.internal.draft;

import java.util.Optional;
import java.util.OptionalLong;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.model.Line;
import org.wirelathe.model.LineChange;

/** Makes the directions of cables of fields. */
final class LineReader {
    /** The directions of a cable: what is written for one of them goes before what is for both. */
    record Directions(LineChange forth, LineChange back) {
        Directions turned() {
            return new Directions(back, forth);
        }
    }

    private LineReader() {}

    static Directions directions(Fields fields) {
        LineChange both = change(fields);
        return new Directions(
                both.and(fields.table("forth").map(LineReader::change).orElse(LineChange.NONE)),
                both.and(fields.table("back").map(LineReader::change).orElse(LineChange.NONE)));
    }

    /** The line of a cable; what is not written does nothing. */
    static Line line(LineChange written) {
        return written.on(new Line(1, 0));
    }

    private static LineChange change(Fields fields) {
        return new LineChange(
                number(fields, "rate"),
                number(fields, "delay"),
                number(fields, "jitter"),
                fields.get("jitter-reorders", Boolean.class),
                fields.table("loss").flatMap(LineReader::loss),
                number(fields, "duplicate"),
                number(fields, "corrupt"),
                number(fields, "reorder"),
                number(fields, "reorder-delay"),
                fields.get("trace", String.class));
    }

    private static OptionalLong number(Fields fields, String key) {
        return fields.get(key, Long.class).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Optional<Loss> loss(Fields fields) {
        long good = fields.number("good", 0);
        if (!fields.written("to-bad") && !fields.written("to-good")) {
            return fields.sound("good") ? Optional.of(Loss.independent(good)) : Optional.empty();
        }
        return Optional.of(
                new Loss(
                        good,
                        fields.number("bad", Loss.CERTAIN),
                        fields.number("to-bad", 0),
                        fields.number("to-good", 0)));
    }
}
