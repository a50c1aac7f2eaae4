package org.wirelathe.api.app;

import org.wirelathe.api.transport.Endpoint;

/** The values given for one instance; their types have been checked against {@link Application#parameters}. */
public interface Parameters {
    boolean has(String name);

    String text(String name, String otherwise);

    /** A NUMBER, PORT, SIZE (bytes) or DURATION (ns). */
    long number(String name, long otherwise);

    /** The address of a HOST. */
    int host(String name);

    Endpoint endpoint(String name);
}
