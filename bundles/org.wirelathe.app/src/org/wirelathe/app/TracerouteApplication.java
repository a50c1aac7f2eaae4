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

/** {@code traceroute}: finds the routers on the way to a host. */
@Component
public final class TracerouteApplication implements Application {
    private static final long SECOND = 1_000_000_000L;
    private static final int USUAL_PORT = 33_434;
    private static final int MOST_PORT = 65_535;

    @Override
    public String name() {
        return "traceroute";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("to", Type.HOST, true, "where the way leads, as in `bob`, `10.0.2.1` or `2001:db8:2::1`"),
                new Parameter("first-hop", Type.NUMBER, false, "the hop it begins at, 1 to 255; 1 when not given"),
                new Parameter("max-hops", Type.NUMBER, false, "the hop it gives up at, 1 to 255; 30 when not given"),
                new Parameter("probes", Type.NUMBER, false, "how often it asks each hop, 1 to 10; 3 when not given"),
                new Parameter("wait", Type.DURATION, false,
                        "how long it waits for an answer, less at a hop that has answered; 5 s when not given"),
                new Parameter("port", Type.PORT, false,
                        "the port of the first probe, one more for each; 33434 when not given"),
                new Parameter("size", Type.SIZE, false, "UDP data in each probe, 32 B when not given"),
                Options.TOS, Options.DONT_FRAGMENT);
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        int first = (int) Options.within(parameters, "first-hop", 1, 1, 255);
        int last = (int) Options.within(parameters, "max-hops", 30, 1, 255);
        int probes = (int) Options.within(parameters, "probes", 3, 1, 10);
        int port = (int) parameters.number("port", USUAL_PORT);
        long wait = parameters.number("wait", 5 * SECOND);
        int size = (int) Options.within(parameters, "size", 32, 0, 65_527);
        if (first > last) {
            throw new ParameterException("'first-hop' lies behind 'max-hops'; write a smaller one");
        }
        if (wait < 1) {
            throw new ParameterException("traceroute needs time for an answer; write a 'wait' such as `5 s`");
        }
        if (port + (last - first + 1) * probes - 1 > MOST_PORT) {
            throw new ParameterException("the probes' ports go beyond 65535; write a smaller 'port'");
        }
        return new Traceroute(context, parameters.hosts("to"),
                new Traceroute.Plan(first, last, probes, port, wait, size), Options.of(parameters));
    }
}
