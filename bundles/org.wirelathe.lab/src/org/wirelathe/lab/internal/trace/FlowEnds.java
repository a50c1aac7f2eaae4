package org.wirelathe.lab.internal.trace;

import java.util.List;
import org.wirelathe.lab.LabException;
import org.wirelathe.lab.TraceRequest;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.Suggestion;
import org.wirelathe.wire.IpAddress;

/** Which connections are meant by {@code alice>bob:5001}. */
final class FlowEnds {
    private final End from;
    private final End to;

    /** One end: one of these addresses, and a port when it is not 0. */
    private record End(List<String> addresses, int port) {
        /** Whether {@code text}, as {@code 10.0.1.1:49152} or {@code [2001:db8::1]:49152}, is this end. */
        boolean is(String text) {
            int colon = text.lastIndexOf(':');
            return colon > 0 && addresses.contains(text.substring(0, colon))
                    && (port == 0 || text.substring(colon + 1).equals(Integer.toString(port)));
        }
    }

    /** @throws LabException when a name is not in the lab */
    FlowEnds(TraceRequest request, Lab lab) throws LabException {
        from = new End(addresses(request.from(), lab), request.fromPort());
        to = new End(addresses(request.to(), lab), request.toPort());
    }

    private static List<String> addresses(String name, Lab lab) throws LabException {
        for (Node node : lab.nodes()) {
            if (node.name().equals(name)) {
                return node.interfaces().stream().flatMap(iface -> iface.addresses().stream())
                        .map(own -> host(own.address())).toList();
            }
        }
        try {
            return List.of(host(IpAddress.parse(name)));
        } catch (IllegalArgumentException e) {
            List<String> names = lab.nodes().stream().map(Node::name).toList();
            throw new LabException("the flow to be traced names '" + name + "', and there is no such node"
                    + Suggestion.among(names).nearest(name).map(near -> "; did you mean " + near + "?")
                            .orElse("; write a node of the lab or an address"));
        }
    }

    /** An address as it stands in front of a port. */
    private static String host(IpAddress address) {
        return address.isV4() ? address.toString() : "[" + address + "]";
    }

    /** Whether a flow is meant, written as {@code 10.0.1.1:49152>10.0.2.1:5001}. */
    boolean match(String flow) {
        int between = flow.indexOf('>');
        return between > 0 && from.is(flow.substring(0, between)) && to.is(flow.substring(between + 1));
    }
}
