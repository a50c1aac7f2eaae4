package org.wirelathe.api.transport;

import org.wirelathe.wire.IpAddress;

/**
 * One end of a connection.
 *
 * @param address {@link IpAddress#ANY} as a wildcard for both families, {@link IpAddress#ANY_V4} for IPv4
 * @param port 0 to 65535; 0 as a wildcard
 */
public record Endpoint(IpAddress address, int port) {
    /** An IPv4 address, as {@link org.wirelathe.wire.Ipv4} has them, and a port. */
    public static Endpoint ofV4(int address, int port) {
        return new Endpoint(IpAddress.ofV4(address), port);
    }

    /** {@code 10.0.1.1:80}, {@code [2001:db8::1]:80}, {@code *:80}. */
    @Override
    public String toString() {
        String host = address.isAny() ? "*" : address.isV4() ? address.toString() : "[" + address + "]";
        return host + ':' + (port == 0 ? "*" : Integer.toString(port));
    }
}
