package org.wirelathe.ip.udp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.wirelathe.api.time.RandomStream;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/**
 * Who may have which port number. A number for who does not care is searched from a random place of the ephemeral range
 * (RFC 6056 §3.3.1): there is no peer yet that it could depend on.
 */
final class PortNumbers {
    /** Linux ip_local_port_range. */
    static final int FIRST = 32_768;
    static final int LAST = 60_999;

    private static final int COUNT = LAST - FIRST + 1;

    private final Map<Integer, List<UdpPort>> byNumber = new HashMap<>();
    private final RandomStream random;

    PortNumbers(RandomStream random) {
        this.random = random;
    }

    /** Whether to open a port there would claim what another one has that does not share it. */
    boolean conflicts(IpAddress local, int number, boolean shared) {
        for (UdpPort port : byNumber.getOrDefault(number, List.of())) {
            IpAddress address = port.boundTo();
            boolean overlap = address.equals(local) || covers(address, local) || covers(local, address);
            if (overlap && !(shared && port.shared)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them is a wildcard that stands for the other: :: does for both families (RFC 3493 §3.7). */
    private static boolean covers(IpAddress wildcard, IpAddress other) {
        return wildcard.isAny() && (!wildcard.isV4() || other.isV4() || other.isAny());
    }

    /** A free number of the ephemeral range, or 0 when none is left. */
    int ephemeral(Endpoint local) {
        int begin = (int) random.below(COUNT);
        for (int attempt = 0; attempt < COUNT; attempt++) {
            int number = FIRST + (begin + attempt) % COUNT;
            if (!conflicts(local.address(), number, false)) {
                return number;
            }
        }
        return 0;
    }

    void add(UdpPort port) {
        byNumber.computeIfAbsent(port.localPort, number -> new ArrayList<>(1)).add(port);
    }

    void remove(UdpPort port) {
        List<UdpPort> same = byNumber.get(port.localPort);
        same.remove(port);
        if (same.isEmpty()) {
            byNumber.remove(port.localPort);
        }
    }
}
