package org.wirelathe.api.app;

import java.util.List;

import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** The values given for one instance; their types have been checked against {@link Application#parameters}. */
public interface Parameters {
    boolean has(String name);

    String text(String name, String otherwise);

    /** A NUMBER, PORT, SIZE (bytes), DURATION (ns) or RATE (bit/s). */
    long number(String name, long otherwise);

    /** A FLAG. */
    default boolean flag(String name, boolean otherwise) {
        return has(name) ? "true".equals(text(name, "")) : otherwise;
    }

    /** The addresses of a HOST, in the order in which the lab file has them; one at least. */
    List<IpAddress> hosts(String name);

    /** The first address of a HOST. */
    default IpAddress host(String name) {
        return hosts(name).getFirst();
    }

    /** The addresses and the port of an ENDPOINT, as {@link #hosts}. */
    List<Endpoint> endpoints(String name);

    /** The first of an ENDPOINT. */
    default Endpoint endpoint(String name) {
        return endpoints(name).getFirst();
    }
}
