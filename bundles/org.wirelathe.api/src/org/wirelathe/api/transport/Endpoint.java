package org.wirelathe.api.transport;

import org.wirelathe.wire.Ipv4;

/**
 * One end of a connection.
 *
 * @param address IPv4 address; {@link Ipv4#ANY} as a wildcard
 * @param port 0 to 65535; 0 as a wildcard
 */
public record Endpoint(int address, int port) {
    @Override
    public String toString() {
        return (address == Ipv4.ANY ? "*" : Ipv4.format(address)) + ':' + (port == 0 ? "*" : Integer.toString(port));
    }
}
