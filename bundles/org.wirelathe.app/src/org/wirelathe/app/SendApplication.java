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

/** {@code send}: connects, sends a file or seeded data, at once or in bursts, closes, and waits for the other end to close too. */
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
                new Parameter("bytes", Type.SIZE, false, "how much seeded data it sends instead, as in `100 MiB`"),
                new Parameter("burst", Type.SIZE, false, "how much it writes at a time; without it, as fast as it can"),
                new Parameter("every", Type.DURATION, false, "the time from one burst to the next; 10 ms unless said"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        if (parameters.has("file") == parameters.has("bytes")) {
            throw new ParameterException("send takes either 'file' or 'bytes'; write one of them");
        }
        if (parameters.has("every") && !parameters.has("burst")) {
            throw new ParameterException("'every' is the time between two bursts; write a 'burst' too, as in `64 KiB`");
        }
        Bursts bursts = parameters.has("burst")
                ? new Bursts(parameters.number("burst", 1), parameters.number("every", Bursts.USUAL_PAUSE))
                : Bursts.NONE;
        if (bursts.size() < 1 || bursts.every() < 1) {
            throw new ParameterException("a burst of nothing, or after no time, never ends; write more than 0");
        }
        ByteSource source = parameters.has("file") ? context.file(parameters.text("file", ""))
                : context.seeded(parameters.number("bytes", 0));
        return new Sender(context, parameters.endpoints("to"), source, bursts);
    }
}
