package org.wirelathe.model;

import java.util.Optional;

/**
 * One interface of one node; {@code alice:eth0} in the lab file.
 *
 * @param node the node's name
 * @param iface the interface's name on that node
 */
public record PortRef(String node, String iface) {

    /** Reads {@code node:interface}; empty when it has another form. */
    public static Optional<PortRef> parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0 || colon == text.length() - 1 || text.indexOf(':', colon + 1) >= 0) {
            return Optional.empty();
        }
        return Optional.of(new PortRef(text.substring(0, colon), text.substring(colon + 1)));
    }

    @Override
    public String toString() {
        return node + ":" + iface;
    }
}
