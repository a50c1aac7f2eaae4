package org.wirelathe.ip;

import org.wirelathe.api.net.ProtocolHandler;

/** Who takes which protocol. */
final class Protocols {
    private final ProtocolHandler[] handlers = new ProtocolHandler[256];

    void handler(int protocol, ProtocolHandler handler) {
        handlers[protocol] = handler;
    }

    /** The handler of a protocol, 0 to 255, or {@code null}. */
    ProtocolHandler handler(int protocol) {
        return handlers[protocol];
    }
}
