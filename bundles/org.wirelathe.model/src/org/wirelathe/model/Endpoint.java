package org.wirelathe.model;

import java.util.Optional;

/**
 * A port of a node or of an address; {@code bob:5001}, {@code 10.0.1.1:5001} or {@code [2001:db8::1]:5001} in the lab
 * file.
 *
 * @param host a node's name or an address of either family, without brackets
 * @param port 1 to 65535
 */
public record Endpoint(String host, int port) {
    /** Reads {@code host:port} or {@code [address]:port}; empty when it has another form or the port is out of range. */
    public static Optional<Endpoint> parse(String text) {
        boolean brackets = text.startsWith("[");
        int colon = brackets ? text.indexOf("]:") + 1 : text.indexOf(':');
        String digits = text.substring(colon + 1);
        if (colon <= (brackets ? 2 : 0) || digits.isEmpty() || digits.length() > 5) {
            return Optional.empty();
        }
        int port = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return Optional.empty();
            }
            port = 10 * port + digit - '0';
        }
        return port < 1 || port > 65535
                ? Optional.empty()
                : Optional.of(
                        new Endpoint(
                                brackets ? text.substring(1, colon - 1) : text.substring(0, colon),
                                port));
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
