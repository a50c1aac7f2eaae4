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
import org.wirelathe.wire.IpAddress;

/** {@code ping}: asks a host for echoes, at regular times. */
@Component
public final class PingApplication implements Application {
    private static final long SECOND = 1_000_000_000L;
    /** 65,535 less the headers: of IPv4 and ICMP, and of ICMPv6, whose length does not count the IPv6 header. */
    private static final int MOST_SIZE = 65_507;
    private static final int MOST_SIZE_V6 = 65_527;
    private static final long MOST_COUNT = 1_000_000_000L;

    @Override
    public String name() {
        return "ping";
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(List.of(
                new Parameter("to", Type.HOST, true, "whom it asks, as in `bob`, `10.0.2.1` or `2001:db8:2::1`"),
                new Parameter("count", Type.NUMBER, false, "how many requests it sends, 4 when not given"),
                new Parameter("interval", Type.DURATION, false, "the time between two requests, 1 s when not given"),
                new Parameter("size", Type.SIZE, false,
                        "ICMP data in each request, 56 B when not given; up to 65507 B, or 65527 B over IPv6")));
        all.addAll(Options.parameters());
        return all;
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
        List<IpAddress> hosts = parameters.hosts("to");
        int most = hosts.stream().allMatch(IpAddress::isV4) ? MOST_SIZE : MOST_SIZE_V6;
        if (size > most) {
            throw new ParameterException("a request holds up to " + most + " bytes; write a smaller 'size'");
        }
        return new Ping(context, hosts, (int) count, interval, (int) size, Options.of(parameters));
    }
}
