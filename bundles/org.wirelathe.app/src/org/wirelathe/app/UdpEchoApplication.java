package org.wirelathe.app;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.wirelathe.api.app.AppContext;
import org.wirelathe.api.app.AppProcess;
import org.wirelathe.api.app.Application;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.Parameters;

/** {@code udp-echo}: sends every datagram back to where it came from (RFC 862). */
@Component
public final class UdpEchoApplication implements Application {
    private static final int USUAL_PORT = 7;

    @Override
    public String name() {
        return "udp-echo";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("port", Type.PORT, false, "the port that it answers at; 7 when not given"));
    }

    @Override
    public AppProcess create(AppContext context, Parameters parameters) {
        return new UdpEcho(context, (int) parameters.number("port", USUAL_PORT));
    }
}
