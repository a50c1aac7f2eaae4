package org.wirelathe.ip.udp;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.wire.Fault;

/**
 * What UDP counts; the names are those of RFC 4113 and of Linux (/proc/net/snmp) where they have one. They balance
 * (docs/counters.md): what came from IP, and the copies made of it, was delivered or is in one of the drops.
 */
final class UdpMib {
    static final String PLACE = "udp";

    /** Packets that IP delivered. */
    final Counter inPackets;
    /** Copies of a packet for a group or for all stations, one for each further port that it is for. */
    final Counter inCopies;
    /** Datagrams that the owner of a port has taken. */
    final Counter inDatagrams;
    /** Datagrams that could not be delivered for another reason than that nobody has the port: a sum of drops. */
    final Counter inErrors;
    final Counter outDatagrams;
    /** Datagrams that the device below refused. */
    final Counter sndbufErrors;
    /** ICMP errors given to a port. */
    final Counter reported;
    /** ICMP errors about datagrams that no port can have sent. */
    final Counter strayErrors;

    /** No port wants it; answered with "port unreachable". */
    final Counter noPorts;
    /** For a group or for all stations, and no port wants it. */
    final Counter ignoredMulti;
    final Counter inCsumErrors;
    /** Shorter than its header, or than it says (RFC 768). */
    final Counter inLengthErrors;
    /** From an address that no single host has (RFC 1122 §4.1.3.6). */
    final Counter inAddressErrors;
    /** The owner of the port had no room (B52). */
    final Counter rcvbufErrors;

    UdpMib(Counters counters) {
        inPackets = counters.counter(PLACE, "inPackets");
        inCopies = counters.counter(PLACE, "inCopies");
        inDatagrams = counters.counter(PLACE, "inDatagrams");
        inErrors = counters.counter(PLACE, "inErrors");
        outDatagrams = counters.counter(PLACE, "outDatagrams");
        sndbufErrors = counters.counter(PLACE, "sndbufErrors");
        reported = counters.counter(PLACE, "reported");
        strayErrors = counters.counter(PLACE, "strayErrors");
        noPorts = counters.drop(PLACE, "noPorts");
        ignoredMulti = counters.drop(PLACE, "ignoredMulti");
        inCsumErrors = counters.drop(PLACE, "inCsumErrors");
        inLengthErrors = counters.drop(PLACE, "inLengthErrors");
        inAddressErrors = counters.drop(PLACE, "inAddressErrors");
        rcvbufErrors = counters.drop(PLACE, "rcvbufErrors");
    }

    /** The counter of a fault, which is not {@link Fault#NONE}. */
    Counter of(Fault fault) {
        return switch (fault) {
            case CHECKSUM -> inCsumErrors;
            case ADDRESS -> inAddressErrors;
            default -> inLengthErrors;
        };
    }
}
