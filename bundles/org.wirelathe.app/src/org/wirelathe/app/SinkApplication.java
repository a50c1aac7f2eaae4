package org.wirelathe.app;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.Parameters;

/** {@code sink}: listens, takes what comes on every connection, and saves it if asked. */
@Component
public final class SinkApplication implements Application {
    @Override
    public String name() {
        return "sink";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("port", Type.PORT, true, "the port it listens on, 1 to 65535"),
                new Parameter("save", Type.OUTPUT_FILE, false,
                        "where it saves what arrives, in the results; a second connection's bytes go to NAME.2"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) {
        return new Sink(context, (int) parameters.number("port", 0), parameters.text("save", null));
    }
}
