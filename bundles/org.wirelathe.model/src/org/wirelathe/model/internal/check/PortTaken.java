package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;

/** Two applications of one node that listen on one port. */
final class PortTaken implements Check {
    @Override
    public void check(Context in) {
        Map<Endpoint, Draft.AppDraft> taken = new HashMap<>();
        for (Draft.AppDraft app : in.draft().apps()) {
            if (app.fields().sound("port")
                    && in.parameter(app, "port", ValueType.PORT).isPresent()) {
                Endpoint listener =
                        new Endpoint(app.it().on(), (int) app.fields().number("port", 0));
                Draft.AppDraft first = taken.putIfAbsent(listener, app);
                if (first != null) {
                    in.report()
                            .error(
                                    app.fields().at("port"),
                                    "port-taken",
                                    "the application of line "
                                            + in.report().line(first.fields().whole())
                                            + " listens on port "
                                            + listener.port()
                                            + " of "
                                            + listener.host()
                                            + " already: choose another port");
                }
            }
        }
    }
}
