package org.wirelathe.app;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.app.Parameters;

/** {@code udp-send}: sends datagrams at a rate or in bursts, to one host, a group or all stations of a link. */
@Component
public final class UdpSendApplication implements Application {
    private static final long MEGABIT = 1_000_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long BITS_NS = 8_000_000_000L;
    private static final long USUAL_DURATION = 10 * SECOND;
    private static final int MOST_SIZE = 65_527;

    @Override
    public String name() {
        return "udp-send";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter("to", Type.ENDPOINT, true,
                        "where it sends to, as in `bob:5001`, `239.1.1.1:5001` or `10.0.1.255:5001`"),
                new Parameter("size", Type.SIZE, false,
                        "UDP data in each datagram, 24 B to 65527 B; 1000 B when not given"),
                new Parameter("rate", Type.RATE, false, "how fast it sends data; 1 Mbit/s when not given"),
                new Parameter("burst", Type.NUMBER, false, "how many datagrams it sends at a time, instead of a rate"),
                new Parameter("every", Type.DURATION, false,
                        "with `burst`: the time from one burst to the next; 10 ms unless said"),
                new Parameter("count", Type.NUMBER, false, "how many datagrams it sends"),
                new Parameter("duration", Type.DURATION, false,
                        "for how long it sends instead; 10 s when neither is given"),
                new Parameter("wait", Type.DURATION, false,
                        "how long it waits for answers behind the last one; not at all when not given")));
        all.addAll(Options.parameters());
        return all;
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        int size = (int) Options.within(parameters, "size", 1000, Numbered.LENGTH, MOST_SIZE);
        int burst = (int) Options.within(parameters, "burst", 1, 1, 1_000_000);
        if (parameters.has("rate") && parameters.has("burst")) {
            throw new ParameterException("udp-send sends at a 'rate' or in bursts; write one of them");
        }
        if (parameters.has("every") && !parameters.has("burst")) {
            throw new ParameterException("'every' is the time between two bursts; write a 'burst' too, as in `10`");
        }
        if (parameters.has("count") && parameters.has("duration")) {
            throw new ParameterException("'count' and 'duration' both say when it ends; write one of them");
        }
        // Of a rate, the time between datagrams as a fraction: a second is so many steps, a datagram so many of them.
        long time = parameters.has("burst") ? parameters.number("every", Bursts.USUAL_PAUSE) : size * BITS_NS;
        long per = parameters.has("burst") ? 1 : parameters.number("rate", MEGABIT);
        if (time < 1 || per < 1) {
            throw new ParameterException("a rate of nothing, or bursts after no time, never end; write more than 0");
        }
        UdpSender.Pace pace = new UdpSender.Pace(burst, time, per);
        long count = parameters.has("count") ? Options.within(parameters, "count", 1, 1, Integer.MAX_VALUE)
                : pace.within(parameters.number("duration", USUAL_DURATION));
        if (count < 1 || count > Integer.MAX_VALUE) {
            throw new ParameterException("in that 'duration' it would send " + count + " datagrams, not 1 to "
                    + Integer.MAX_VALUE + "; write another one");
        }
        return new UdpSender(context, parameters.endpoints("to"), new UdpSender.Work(size, (int) count, pace,
                parameters.number("wait", 0)), Options.of(parameters), parameters.has(Options.TTL.name()));
    }
}
