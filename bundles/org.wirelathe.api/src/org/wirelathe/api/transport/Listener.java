package org.wirelathe.api.transport;

/** A port that is listened on. */
public interface Listener {
    Endpoint local();

    /** Stops listening; connections already begun by a SYN but not complete are reset. */
    void close();
}
