package org.wirelathe.model.internal.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.wirelathe.api.nic.Coalescing;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.model.CardChange;

/** Makes network cards, and changes of them, of fields. */
final class CardReader {
    private final Report report;

    CardReader(Report report) {
        this.report = report;
    }

    CardChange change(Fields fields) {
        Optional<Fields> rings = fields.table("rings");
        return new CardChange(
                size(rings, "tx"),
                size(rings, "rx"),
                fields.table("coalescing").flatMap(this::coalescing),
                offloads(fields),
                fields.get("pause", Boolean.class));
    }

    private static OptionalInt size(Optional<Fields> rings, String key) {
        return rings.flatMap(r -> r.get(key, Long.class))
                .map(n -> OptionalInt.of(n.intValue()))
                .orElse(OptionalInt.empty());
    }

    private Optional<Coalescing> coalescing(Fields fields) {
        boolean broken =
                fields.written("frames") && !fields.sound("frames")
                        || fields.written("time") && !fields.sound("time");
        if (broken) {
            return Optional.empty();
        }
        int frames = (int) fields.number("frames", 1);
        long time = fields.number("time", 0);
        if (frames > 1 && time == 0) {
            report.error(
                    fields.at("frames"),
                    "coalescing-time",
                    "the last frames of a burst would wait for ever for the others: add a `time`, as"
                            + " in `{ frames: "
                            + frames
                            + ", time: 50 us }`");
            return Optional.empty();
        }
        return Optional.of(new Coalescing(frames, time));
    }

    @SuppressWarnings("unchecked")
    private Optional<Offloads> offloads(Fields fields) {
        if (!fields.sound("offloads")) {
            return Optional.empty();
        }
        Set<String> words = new HashSet<>((List<String>) fields.get("offloads", List.class).orElseThrow());
        if (words.contains("all")) {
            return Optional.of(Offloads.ALL);
        }
        boolean tx = words.contains("checksum") || words.contains("tx-checksum");
        boolean rx = words.contains("checksum") || words.contains("rx-checksum");
        boolean tso = words.contains("tso");
        boolean gro = words.contains("gro");
        if (tso && !tx || gro && !rx) {
            report.error(
                    fields.at("offloads"),
                    "offload-alone",
                    "`"
                            + (tso && !tx ? "tso" : "gro")
                            + "` changes what the checksums cover, so the card has to take those too:"
                            + " add `checksum` to the list");
            return Optional.empty();
        }
        return Optional.of(new Offloads(tx, rx, tso, gro));
    }
}
