package org.wirelathe.model.internal.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Driver;
import org.wirelathe.model.Quantity;
import org.wirelathe.model.TraceFile;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.draft.Fields;

/** A file to be read that is not there, or does not hold what it should. */
final class MissingFile implements Check {
    private static final String PAYLOAD =
            "put a file beside the lab file, or send `bytes: 1 MiB` of made-up payload";
    private static final String TRACE =
            "put a file of times in ms beside the lab file, or write a `rate` alone";
    private static final String REPLAY = "put a pcap or pcapng file beside the lab file";
    private static final String ANY = "put it beside the lab file";

    @Override
    public void check(Context in) {
        if (in.folder().isEmpty()) {
            return;
        }
        for (Draft.AppDraft app : in.draft().apps()) {
            Optional<AppSchema> schema =
                    Optional.ofNullable(in.vocabulary().schemas().get(app.it().run()));
            for (AppSchema.Parameter p : schema.map(AppSchema::parameters).orElse(List.of())) {
                if (p.type() == ValueType.FILE) {
                    there(in, app.fields(), p.name(), PAYLOAD);
                }
            }
        }
        for (Draft.PlacedInterface iface : in.draft().interfaces()) {
            small(in, iface.fields(), "replay", REPLAY);
            driver(in, iface.fields());
        }
        in.draft().links().forEach(link -> directions(in, link.fields()));
        for (Draft.EventDraft event : in.draft().events()) {
            event.fields().table("set").ifPresent(set -> directions(in, set));
            driver(in, event.fields());
        }
    }

    private static void driver(Context in, Fields around) {
        around.table("driver")
                .ifPresent(
                        driver -> {
                            boolean replay = driver.text("type", "").equals(Driver.REPLAY);
                            small(in, driver, "file", replay ? REPLAY : ANY);
                        });
    }

    /** A file that is read as a whole. */
    private static void small(Context in, Fields fields, String key, String remedy) {
        Optional<Path> file = there(in, fields, key, remedy);
        if (file.isEmpty()) {
            return;
        }
        try {
            if (Files.size(file.get()) > Driver.LARGEST_FILE) {
                in.report()
                        .error(
                                fields.at(key),
                                "large-file",
                                "the file '"
                                        + fields.text(key, "")
                                        + "' is larger than "
                                        + Quantity.SIZE.format(Driver.LARGEST_FILE)
                                        + ", the most that a driver works from: cut it");
            }
        } catch (IOException e) {
            missing(in, fields, key, "' cannot be read: ", remedy);
        }
    }

    private static void directions(Context in, Fields fields) {
        trace(in, fields);
        fields.table("forth").ifPresent(forth -> trace(in, forth));
        fields.table("back").ifPresent(back -> trace(in, back));
    }

    private static void trace(Context in, Fields fields) {
        Optional<Path> file = there(in, fields, "trace", TRACE);
        if (file.isEmpty()) {
            return;
        }
        try {
            for (TraceFile.Problem problem : TraceFile.read(file.get()).problems()) {
                in.report()
                        .error(
                                fields.at("trace"),
                                "bad-trace",
                                "line "
                                        + problem.line()
                                        + " of '"
                                        + fields.text("trace", "")
                                        + "': "
                                        + problem.message());
            }
        } catch (IOException e) {
            missing(in, fields, "trace", "' cannot be read: ", TRACE);
        }
    }

    /** The file, when it is named and can be read. */
    private static Optional<Path> there(Context in, Fields fields, String key, String remedy) {
        if (!fields.sound(key)) {
            return Optional.empty();
        }
        Path file = in.folder().orElseThrow().resolve(fields.text(key, ""));
        if (Files.isRegularFile(file) && Files.isReadable(file)) {
            return Optional.of(file);
        }
        String fault =
                Files.isDirectory(file)
                        ? "' is a folder: "
                        : Files.exists(file) ? "' cannot be read: " : "' is not there: ";
        missing(in, fields, key, fault, remedy);
        return Optional.empty();
    }

    private static void missing(
            Context in, Fields fields, String key, String fault, String remedy) {
        in.report()
                .error(
                        fields.at(key),
                        "missing-file",
                        "the file '" + fields.text(key, "") + fault + remedy);
    }
}
