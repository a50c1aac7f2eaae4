package org.wirelathe.app;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.ByteSource;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.app.Parameters;

/** {@code send}: connects, sends a file or seeded data, closes, and waits for the other end to close too. */
@Component
public final class SendApplication implements Application {
    @Override
    public String name() {
        return "send";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("to", Type.ENDPOINT, true, "where it connects to, as in `bob:5001`"),
                new Parameter("file", Type.INPUT_FILE, false, "the file that it sends, relative to the lab file"),
                new Parameter("bytes", Type.SIZE, false, "how much seeded data it sends instead, as in `100 MiB`"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        if (parameters.has("file") == parameters.has("bytes")) {
            throw new ParameterException("send takes either 'file' or 'bytes'; write one of them");
        }
        ByteSource source = parameters.has("file") ? context.file(parameters.text("file", ""))
                : context.seeded(parameters.number("bytes", 0));
        return new Sender(context, parameters.endpoint("to"), source);
    }
}
