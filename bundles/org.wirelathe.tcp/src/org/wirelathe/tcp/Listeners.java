package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.Ipv4;

/** The ports of one node that are listened on. */
final class Listeners {
    private final Map<Integer, List<TcpListener>> byPort = new HashMap<>();

    /** Of those that match, the one with the fewest wildcards (B29); {@code null} when none does. */
    TcpListener find(int address, int port) {
        TcpListener wildcard = null;
        for (TcpListener listener : byPort.getOrDefault(port, List.of())) {
            if (listener.local().address() == address) {
                return listener;
            }
            if (listener.local().address() == Ipv4.ANY) {
                wildcard = listener;
            }
        }
        return wildcard;
    }

    /** Whether listening there would claim what another listener has. */
    boolean conflicts(Endpoint local) {
        for (TcpListener listener : byPort.getOrDefault(local.port(), List.of())) {
            int address = listener.local().address();
            if (address == local.address() || address == Ipv4.ANY || local.address() == Ipv4.ANY) {
                return true;
            }
        }
        return false;
    }

    boolean isListenedOn(int port) {
        return byPort.containsKey(port);
    }

    void add(TcpListener listener) {
        byPort.computeIfAbsent(listener.local().port(), port -> new ArrayList<>(1)).add(listener);
    }

    void remove(TcpListener listener) {
        List<TcpListener> same = byPort.getOrDefault(listener.local().port(), new ArrayList<>());
        same.remove(listener);
        if (same.isEmpty()) {
            byPort.remove(listener.local().port());
        }
    }

    void clear() {
        byPort.clear();
    }
}
