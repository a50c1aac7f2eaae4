package org.wirelathe.ip;

import org.wirelathe.api.net.ProtocolHandler;

/** Who takes which protocol. */
public final class Protocols {
    private final ProtocolHandler[] handlers = new ProtocolHandler[256];

    public void handler(int protocol, ProtocolHandler handler) {
        handlers[protocol] = handler;
    }

    /** The handler of a protocol, 0 to 255, or {@code null}. */
    public ProtocolHandler handler(int protocol) {
        return handlers[protocol];
    }
}
