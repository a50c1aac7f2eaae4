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
import org.wirelathe.wire.IpAddress;

/** {@code udp-sink}: takes datagrams, as fast as they come or slowly, and says what was lost, late or uneven. */
@Component
public final class UdpSinkApplication implements Application {
    private static final long SECOND = 1_000_000_000L;

    @Override
    public String name() {
        return "udp-sink";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("port", Type.PORT, true, "the port that it takes datagrams at, 1 to 65535"),
                new Parameter("rate", Type.RATE, false,
                        "how fast it reads, as in `1 Mbit/s` of data; without it, as fast as they come"),
                new Parameter("group", Type.HOST, false, "the group that it joins, as in `239.1.1.1` or `ff15::1`"),
                new Parameter("interface", Type.TEXT, false,
                        "where it joins the group; the first interface with an address when not given"),
                new Parameter("idle", Type.DURATION, false,
                        "how long nothing more must come for it to have ended, 1 s when not given"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) throws ParameterException {
        long rate = parameters.number("rate", Long.MAX_VALUE);
        long idle = parameters.number("idle", SECOND);
        IpAddress group = parameters.has("group") ? parameters.host("group") : null;
        if (rate < 1 || idle < 1) {
            throw new ParameterException("a 'rate' or an 'idle' time of nothing never ends; write more than 0");
        }
        if (group != null && !group.isMulticast()) {
            throw new ParameterException(group + " is no group; write an address like `239.1.1.1` or `ff15::1`");
        }
        if (group == null && parameters.has("interface")) {
            throw new ParameterException("'interface' says where a group is joined; write a 'group' too");
        }
        return new UdpSink(context, (int) parameters.number("port", 0), rate, idle, group,
                parameters.text("interface", null));
    }
}
