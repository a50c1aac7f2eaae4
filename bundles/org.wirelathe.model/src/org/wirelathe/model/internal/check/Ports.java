package org.wirelathe.model.internal.check;

import org.wirelathe.model.PortRef;
import org.wirelathe.model.internal.yaml.Yaml;

/** Looks up interfaces that a text mentions. */
final class Ports {
    private Ports() {}

    /** Reports a port that surely does not exist. */
    static void known(Context in, PortRef port, Yaml at) {
        if (!in.draft().mayKnow(port.node())) {
            unknownNode(in, port.node(), at);
        } else if (!in.draft().mayKnow(port)) {
            in.report()
                    .error(
                            at,
                            "unknown-interface",
                            port.node()
                                    + " has no interface '"
                                    + port.iface()
                                    + "': "
                                    + Context.choice(
                                            port.iface(), in.draft().interfaceNames(port.node())));
        }
    }

    /** Reports a node, when it surely does not exist. */
    static void knownNode(Context in, String node, Yaml at) {
        if (!in.draft().mayKnow(node)) {
            unknownNode(in, node, at);
        }
    }

    private static void unknownNode(Context in, String node, Yaml at) {
        in.report()
                .error(
                        at,
                        "unknown-node",
                        "there is no node '"
                                + node
                                + "': "
                                + Context.choice(node, in.draft().nodeNames()));
    }
}
