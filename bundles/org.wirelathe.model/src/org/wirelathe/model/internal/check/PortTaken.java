package org.wirelathe.model.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.wirelathe.model.ValueType;
import org.wirelathe.model.internal.draft.Draft;

/** Two applications of one node that listen on one port of one protocol. */
final class PortTaken implements Check {
    /** What the names of the applications begin with that listen on a port of UDP. */
    private static final String UDP = "udp-";

    private record Listener(String node, int port, boolean udp) {}

    /** A port that is asked, or that all of a group share, is nobody's own. */
    private static boolean listens(Draft.AppDraft app) {
        return !app.it().run().equals("traceroute") && app.it().text("group").isEmpty();
    }

    @Override
    public void check(Context in) {
        Map<Listener, Draft.AppDraft> taken = new HashMap<>();
        for (Draft.AppDraft app : in.draft().apps()) {
            if (listens(app)
                    && app.fields().sound("port")
                    && in.parameter(app, "port", ValueType.PORT).isPresent()) {
                Listener listener =
                        new Listener(
                                app.it().on(),
                                (int) app.fields().number("port", 0),
                                app.it().run().startsWith(UDP));
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
                                            + listener.node()
                                            + " already: choose another port");
                }
            }
        }
    }
}
