package org.wirelathe.model.internal.format;

import static org.wirelathe.model.internal.format.Form.single;
import static org.wirelathe.model.internal.format.Key.optional;
import static org.wirelathe.model.internal.format.Key.required;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wirelathe.model.Link;
import org.wirelathe.model.ValueType;

/** The keys of cables, and of what can be set on cables and cards while they are in use. */
final class CableKeys {
    private static final long HUNDRED_PERCENT = 1_000_000_000;
    private static final long FASTEST = 1_000_000_000_000_000L;

    private CableKeys() {}

    static final Shape LOSS =
            Shape.of(
                    "loss table",
                    optional(
                            "good",
                            share(),
                            "0 %",
                            "0.1 %",
                            "The share of frames lost in the good state."),
                    optional(
                            "bad",
                            share(),
                            "100 %",
                            "50 %",
                            "The share of frames lost in the bad state."),
                    required(
                            "to-bad",
                            share(),
                            "1 %",
                            "How likely a frame turns the good state into the bad one."),
                    required(
                            "to-good",
                            share(),
                            "25 %",
                            "How likely a frame turns the bad state into the good one."));

    /** What the two directions of a cable can have apart from each other. */
    private static final List<Key> DIRECTION =
            List.of(
                    optional(
                            "rate",
                            single(ValueType.RATE, 1, FASTEST),
                            "",
                            "1 Gbit/s",
                            "The line rate of each direction."),
                    optional(
                            "delay",
                            single(ValueType.TIME),
                            "0 s",
                            "10 ms",
                            "How long a bit takes from end to end."),
                    optional(
                            "jitter",
                            single(ValueType.TIME),
                            "0 s",
                            "2 ms",
                            "The most that is added to the delay of a frame; each amount is equally"
                                    + " likely."),
                    optional(
                            "jitter-reorders",
                            single(ValueType.FLAG),
                            "false",
                            "true",
                            "Whether a frame may overtake another by its jitter."),
                    optional(
                            "loss",
                            new Form.Short(LOSS),
                            "0 %",
                            "0.1 %",
                            "The share of frames lost at random, or a chain of two states that"
                                    + " loses them in bursts."),
                    optional(
                            "duplicate",
                            share(),
                            "0 %",
                            "0.1 %",
                            "The share of frames that arrive twice."),
                    optional(
                            "corrupt",
                            share(),
                            "0 %",
                            "0.01 %",
                            "The share of frames in which a bit is turned over."),
                    optional(
                            "reorder",
                            share(),
                            "0 %",
                            "1 %",
                            "The share of frames that are held back by `reorder-delay`, so that"
                                    + " those behind overtake them."),
                    optional(
                            "reorder-delay",
                            single(ValueType.TIME),
                            "0 s",
                            "5 ms",
                            "How long they are held back."),
                    optional(
                            "trace",
                            single(ValueType.FILE),
                            "",
                            "cellular.trace",
                            "A file of times in Mahimahi's format, at each of which 1504 bytes may"
                                    + " leave, in place of the rate; relative to the lab file."));

    static final Shape LINE = new Shape("direction table", DIRECTION, false);

    private static final Key FORTH =
            optional(
                    "forth",
                    new Form.Table(LINE),
                    "",
                    "{ rate: 2 Mbit/s }",
                    "What is different from the first end to the second.");
    private static final Key BACK =
            optional(
                    "back",
                    new Form.Table(LINE),
                    "",
                    "{ rate: 1 Mbit/s, loss: 1 % }",
                    "What is different from the second end to the first.");

    static final Shape LINK =
            new Shape("link", linkKeys(), false);

    private static List<Key> linkKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(
                required(
                        "between",
                        new Form.Many(single(ValueType.PORT_REF), 2),
                        "[alice:eth0, r1:eth0]",
                        "The two interfaces that the cable joins."));
        keys.add(
                required(
                        "rate",
                        single(ValueType.RATE, 1, FASTEST),
                        "1 Gbit/s",
                        "The line rate of each direction."));
        keys.addAll(DIRECTION.subList(1, DIRECTION.size()));
        keys.add(FORTH);
        keys.add(BACK);
        keys.add(
                optional(
                        "queue",
                        new Form.Table(DeviceKeys.QUEUE),
                        "",
                        "{ type: fifo, limit: 100 packets }",
                        "The queue in front of each end."));
        keys.add(
                optional(
                        "cost",
                        single(ValueType.INTEGER, 1, Link.MOST_COST),
                        "1",
                        "10",
                        "What computed routes count for it."));
        return List.copyOf(keys);
    }

    private static Form share() {
        return single(ValueType.SHARE, 0, HUNDRED_PERCENT);
    }

    static final Shape SET = new Shape("set table", setKeys(), false);

    private static List<Key> setKeys() {
        List<Key> keys = new ArrayList<>();
        Stream.concat(Stream.concat(DIRECTION.stream(), Stream.of(FORTH, BACK)), DeviceKeys.REFITTED.stream())
                .map(k -> optional(k.name(), k.form(), "", k.example(), k.meaning()))
                .forEach(keys::add);
        return List.copyOf(keys);
    }
}
