package org.wirelathe.api.net;

import java.util.List;

import org.wirelathe.wire.IpAddress;

/**
 * Source address and port translation on a router (RFC 3022), with the behaviours of RFC 4787 (UDP), RFC 5382 (TCP) and
 * RFC 5508 (ICMP).
 *
 * @param outside the interface whose IPv4 address inside hosts appear with
 * @param mapping which packets of an inside endpoint share its outside endpoint
 * @param filtering who may send to it from outside
 * @param hairpinning whether inside hosts reach each other by their outside endpoints (RFC 4787 REQ-9)
 * @param firstPort first outside port that is given away, at least 1
 * @param lastPort last one, at most 65535
 * @param udpTimeout ns without an outbound packet (REQ-5: at least two minutes)
 * @param tcpTimeout ns without a packet of an established connection (RFC 5382 REQ-5: at least 2 h 4 min)
 * @param tcpTransitoryTimeout ns while it opens or closes (RFC 5382 REQ-5: at least four minutes)
 * @param capacity most mappings at once
 * @param forwards outside ports that always lead to an inside endpoint
 */
public record NatSettings(String outside, Behaviour mapping, Behaviour filtering, boolean hairpinning, int firstPort,
        int lastPort, long udpTimeout, long tcpTimeout, long tcpTransitoryTimeout, int capacity,
        List<Forward> forwards) {
    /** RFC 4787 §4.1 and §5. */
    public enum Behaviour {
        ENDPOINT_INDEPENDENT, ADDRESS_DEPENDENT, ADDRESS_AND_PORT_DEPENDENT
    }

    /**
     * A port that is open from outside.
     *
     * @param protocol number of the protocol: TCP or UDP
     */
    public record Forward(int protocol, int outsidePort, IpAddress inside, int insidePort) {
    }

    /** As RFC 4787 and RFC 5382 recommend, with Linux's port range and table size. */
    public static NatSettings to(String outside) {
        return new NatSettings(outside, Behaviour.ENDPOINT_INDEPENDENT, Behaviour.ADDRESS_DEPENDENT, true, 1024, 65535,
                300_000_000_000L, 7_440_000_000_000L, 240_000_000_000L, 65_536, List.of());
    }
}
