package org.wirelathe.model.internal.draft;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wirelathe.model.Endpoint;
import org.wirelathe.model.PortRef;

/** Reads what names a place: an interface, a host, a port, a file. */
final class Places {
    private static final Pattern LOOKS_LIKE_ADDRESS = Pattern.compile("[0-9.]+");

    private Places() {}

    static PortRef portRef(String text) throws Mistake {
        Optional<PortRef> port = PortRef.parse(text);
        if (port.isEmpty()) {
            throw new Mistake(
                    "bad-port",
                    Singles.quoted(text)
                            + " is not an interface of a node: write NODE:INTERFACE, as in"
                            + " `alice:eth0`");
        }
        return port.get();
    }

    static LinkEnd linkEnd(String text) throws Mistake {
        if (text.indexOf(':') < 0) {
            return new LinkEnd(Singles.name(text), Optional.empty());
        }
        PortRef port = portRef(text);
        return new LinkEnd(port.node(), Optional.of(port.iface()));
    }

    static String file(String text) throws Mistake {
        path(text);
        return text;
    }

    static String output(String text) throws Mistake {
        Path path = path(text);
        boolean upwards = text.contains("..") && path.normalize().startsWith("..");
        if (path.isAbsolute() || upwards || text.startsWith("/") || text.startsWith("\\")) {
            throw new Mistake(
                    "bad-file",
                    Singles.quoted(text)
                            + " leads out of the results: write a plain name, as in"
                            + " `received.bin`");
        }
        return text;
    }

    static Path path(String text) throws Mistake {
        try {
            if (!text.isBlank()) {
                return Path.of(text);
            }
        } catch (InvalidPathException e) {
            // said below
        }
        throw new Mistake(
                "bad-file",
                Singles.quoted(text)
                        + " is not the name of a file: write one, as in `payload.bin`");
    }

    static String host(String text) throws Mistake {
        if (LOOKS_LIKE_ADDRESS.matcher(text).matches() || text.indexOf(':') != text.lastIndexOf(':')) {
            return Addresses.address(text).toString();
        }
        if (text.indexOf(':') >= 0) {
            throw new Mistake(
                    "bad-host",
                    Singles.quoted(text)
                            + " is not a node or an address: write it without a port, as in `bob`");
        }
        return Singles.name(text);
    }

    static Endpoint endpoint(String text) throws Mistake {
        boolean brackets = text.startsWith("[");
        int colon = brackets ? text.indexOf("]:") + 1 : text.indexOf(':');
        if (colon < 1 && !brackets) {
            throw new Mistake(
                    "missing-port",
                    Singles.quoted(text)
                            + " has no port: write it like `"
                            + (text.isEmpty() ? "bob" : text)
                            + ":5001`");
        }
        if (brackets ? colon < 1 : text.indexOf(':', colon + 1) >= 0) {
            throw new Mistake(
                    "missing-port",
                    Singles.quoted(text)
                            + " does not say which part is the port: put an IPv6 address in brackets, and"
                            + " all of it in quotes, as in `\"[2001:db8::1]:5001\"`");
        }
        String host = host(brackets ? text.substring(1, colon - 1) : text.substring(0, colon));
        long port = Singles.port(text.substring(colon + 1));
        return new Endpoint(host, (int) port);
    }
}
