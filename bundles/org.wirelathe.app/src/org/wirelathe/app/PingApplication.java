package org.wirelathe.app;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.app.Parameters;

/** {@code ping}: asks a host for echoes, at regular times. */
@Component
public final class PingApplication implements Application {
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_SIZE = 65_507;
    private static final long MOST_COUNT = 1_000_000_000L;

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("to", Type.HOST, true, "whom it asks, as in `bob` or `10.0.2.1`"),
                new Parameter("count", Type.NUMBER, false, "how many requests it sends, 4 when not given"),
                new Parameter("interval", Type.DURATION, false, "the time between two requests, 1 s when not given"),
                new Parameter("size", Type.SIZE, false, "ICMP data in each request, 56 B when not given"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        long count = parameters.number("count", 4);
        long interval = parameters.number("interval", SECOND);
        long size = parameters.number("size", 56);
        if (count < 1 || count > MOST_COUNT) {
            throw new ParameterException("ping sends 1 to " + MOST_COUNT + " requests; write a 'count' in that range");
        }
        if (interval < 1) {
            throw new ParameterException("ping needs time between two requests; write an 'interval' such as `1 s`");
        }
        if (size > MOST_SIZE) {
            throw new ParameterException("a request holds up to " + MOST_SIZE + " bytes; write a smaller 'size'");
        }
        return new Ping(context, parameters.host("to"), (int) count, interval, (int) size);
    }
}
