package org.wirelathe.model.internal.check;

import java.util.List;
import java.util.Optional;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Driver;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.Fields;

/** A driver without the file that it works from, or with one that it has no use for. */
final class DriverFile implements Check {
    @Override
    public void check(Context in) {
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            Fields fields = iface.fields();
            Optional<Fields> driver = fields.table("driver");
            if (fields.written("replay")) {
                driver.ifPresent(d -> replayed(in, fields, d));
            } else {
                driver.ifPresent(d -> complete(in, d));
            }
        }
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields().table("driver").ifPresent(d -> complete(in, d));
        }
    }

    private static void complete(Context in, Fields driver) {
        String type = driver.text("type", "");
        if (wanted(in, type).orElse(false) && !driver.written("file")) {
            in.report()
                    .error(
                            driver.whole(),
                            "missing-key",
                            "the driver "
                                    + type
                                    + " works from a file: write `driver: { type: "
                                    + type
                                    + ", file: flood.pcapng }`");
        }
    }

    /** An interface with `replay` beside its driver. */
    private static void replayed(Context in, Fields iface, Fields driver) {
        String type = driver.text("type", "");
        if (driver.written("file")) {
            in.report()
                    .error(
                            iface.at("replay"),
                            "one-of",
                            "`replay` and the `file` of `driver` name the same thing: take one of"
                                    + " them out");
        } else if (!wanted(in, type).orElse(true)) {
            in.report()
                    .error(
                            iface.at("replay"),
                            "unknown-key",
                            "the driver "
                                    + type
                                    + " works from no file: take `replay` out, or write `driver: "
                                    + Driver.REPLAY
                                    + "`");
        }
    }

    /** Whether the driver works from a file; empty when nothing is known of it. */
    private static Optional<Boolean> wanted(Context in, String type) {
        List<AppSchema.Parameter> known = in.vocabulary().driverSettings().get(type);
        return Optional.ofNullable(known)
                .map(all -> all.stream().anyMatch(p -> p.type() == ValueType.FILE));
    }
}
