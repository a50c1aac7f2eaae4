package org.wirelathe.ip.filter;

import org.wirelathe.api.net.NatSettings;
import org.wirelathe.api.net.NatSettings.Forward;
import org.wirelathe.wire.Protocol;

/** What settings of a translation must hold; each sentence says what to write instead. */
final class NatChecks {
    private static final int MOST_PORT = 65_535;

    private NatChecks() {
    }

    static void require(NatSettings settings) {
        require(settings.firstPort() >= 1 && settings.lastPort() <= MOST_PORT
                && settings.firstPort() <= settings.lastPort(), "the ports " + settings.firstPort() + " to "
                + settings.lastPort() + " are none to give away; write two from 1 to 65535, the lower one first");
        require(settings.capacity() >= 1, "a translation of " + settings.capacity()
                + " mappings has room for none; write at least 1");
        for (Forward forward : settings.forwards()) {
            require(forward);
            require(settings.forwards().stream().filter(other -> other.protocol() == forward.protocol()
                    && other.outsidePort() == forward.outsidePort()).count() == 1, "the outside port "
                    + forward.outsidePort() + " leads to two endpoints; write one forward for each port");
        }
    }

    private static void require(Forward forward) {
        require(forward.protocol() == Protocol.TCP || forward.protocol() == Protocol.UDP,
                "protocol " + forward.protocol() + " has no ports to forward; write tcp or udp");
        require(isPort(forward.outsidePort()) && isPort(forward.insidePort()), "a forward from port "
                + forward.outsidePort() + " to port " + forward.insidePort() + "; write ports from 1 to 65535");
        require(forward.inside().isV4() && forward.inside().isUnicast(), "a forward to " + forward.inside()
                + "; write the IPv4 address of an inside host");
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= MOST_PORT;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
