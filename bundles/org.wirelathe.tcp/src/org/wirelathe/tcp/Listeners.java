package org.wirelathe.tcp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** The ports of one node that are listened on. */
final class Listeners {
    private final Map<Integer, List<TcpListener>> byPort = new HashMap<>();

    /** Of those that match, the one with the fewest wildcards (B29); {@code null} when none does. */
    TcpListener find(long addressHigh, long addressLow, int port) {
        TcpListener wildcard = null;
        for (TcpListener listener : byPort.getOrDefault(port, List.of())) {
            IpAddress at = listener.local().address();
            if (at.low() == addressLow && at.high() == addressHigh) {
                return listener;
            }
            boolean wilder = wildcard != null && wildcard.local().address().isV4();
            if (!wilder && covers(at, IpAddress.isV4(addressHigh, addressLow))) {
                wildcard = listener;
            }
        }
        return wildcard;
    }

    /** Whether it is a wildcard that stands for addresses of that family: :: does for both (RFC 3493 §3.7). */
    private static boolean covers(IpAddress wildcard, boolean v4) {
        return wildcard.isAny() && (v4 || !wildcard.isV4());
    }

    /** Whether listening there would claim what another listener has. */
    boolean conflicts(Endpoint local) {
        for (TcpListener listener : byPort.getOrDefault(local.port(), List.of())) {
            IpAddress address = listener.local().address();
            if (address.equals(local.address()) || covers(address, local.address().isV4())
                    || covers(local.address(), address.isV4())) {
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
