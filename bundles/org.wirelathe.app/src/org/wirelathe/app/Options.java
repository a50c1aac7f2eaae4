package org.wirelathe.app;

import java.util.List;
import org.wirelathe.api.app.Parameter;
import org.wirelathe.api.app.Parameter.Type;
import org.wirelathe.api.app.ParameterException;
import org.wirelathe.api.app.Parameters;
import org.wirelathe.api.net.SendOptions;
import org.wirelathe.api.net.SendOptions.Discovery;

/** What a lab file can say of the header that an application's packets get. */
final class Options {
    static final Parameter TTL = new Parameter("ttl", Type.NUMBER, false,
            "the time to live, or hop limit, of what it sends, 1 to 255; 64 when not given");
    static final Parameter TOS = new Parameter("tos", Type.NUMBER, false,
            "the traffic class of what it sends, DSCP and ECN together, 0 to 255; 0 when not given");
    static final Parameter DONT_FRAGMENT = new Parameter("dont-fragment", Type.FLAG, false,
            "`true`: what is too large is refused; `false`: routers may cut it; when not given, it is cut here");

    private Options() {
    }

    /** All three. */
    static List<Parameter> parameters() {
        return List.of(TTL, TOS, DONT_FRAGMENT);
    }

    /** What these parameters say. */
    static SendOptions of(Parameters parameters) throws ParameterException {
        Discovery discovery = !parameters.has(DONT_FRAGMENT.name()) ? Discovery.WANT
                : parameters.flag(DONT_FRAGMENT.name(), false) ? Discovery.DO : Discovery.DONT;
        return new SendOptions((int) within(parameters, "tos", 0, 0, 255),
                (int) within(parameters, "ttl", SendOptions.DEFAULT_HOP_LIMIT, 1, 255), discovery,
                SendOptions.AUTO_FLOW_LABEL);
    }

    /** A number in a range, or a sentence that says which. */
    static long within(Parameters parameters, String name, long otherwise, long least, long most)
            throws ParameterException {
        long value = parameters.number(name, otherwise);
        if (value < least || value > most) {
            throw new ParameterException("'" + name + "' is " + least + " to " + most + ", not " + value
                    + "; write a number in that range");
        }
        return value;
    }
}
