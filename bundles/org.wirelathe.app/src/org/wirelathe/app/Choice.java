package org.wirelathe.app;

import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.wire.IpAddress;

/** Which of several addresses of a name is tried first (RFC 6724 §6); what has one address has no choice. */
final class Choice {
    private Choice() {
    }

    /** In the order in which they are to be tried. */
    static List<Endpoint> ofEndpoints(Network network, List<Endpoint> written) {
        if (written.size() == 1) {
            return written;
        }
        List<Endpoint> ordered = new ArrayList<>();
        for (IpAddress address : network.preferred(written.stream().map(Endpoint::address).toList())) {
            ordered.add(new Endpoint(address, written.getFirst().port()));
        }
        return ordered;
    }

    /** The one to talk to. */
    static IpAddress ofHosts(Network network, List<IpAddress> written) {
        return written.size() == 1 ? written.getFirst() : network.preferred(written).getFirst();
    }
}
