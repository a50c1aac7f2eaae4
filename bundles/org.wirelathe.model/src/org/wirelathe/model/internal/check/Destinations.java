package org.wirelathe.model.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.wirelathe.model.AppSchema;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.internal.draft.Draft;
import org.wirelathe.model.internal.yaml.Yaml;

/** Whom applications talk to, by what their schemas say of their parameters. */
final class Destinations {
    /** A node's name or an address, perhaps a port, and where it is written. */
    record Destination(String host, OptionalInt port, Yaml at) {}

    private Destinations() {}

    static List<Destination> of(Context in, Draft.AppDraft app) {
        List<Destination> found = new ArrayList<>();
        Optional<AppSchema> schema =
                Optional.ofNullable(in.vocabulary().schemas().get(app.it().run()));
        for (AppSchema.Parameter p : schema.map(AppSchema::parameters).orElse(List.of())) {
            Yaml at = app.fields().at(p.name());
            switch (p.type()) {
                case ENDPOINT ->
                        app.fields()
                                .get(p.name(), Endpoint.class)
                                .ifPresent(
                                        e ->
                                                found.add(
                                                        new Destination(
                                                                e.host(),
                                                                OptionalInt.of(e.port()),
                                                                at)));
                case HOST ->
                        app.fields()
                                .get(p.name(), String.class)
                                .ifPresent(
                                        h ->
                                                found.add(
                                                        new Destination(
                                                                h, OptionalInt.empty(), at)));
                default -> {}
            }
        }
        return found;
    }
}
