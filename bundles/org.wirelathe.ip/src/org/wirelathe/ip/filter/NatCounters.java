package org.wirelathe.ip.filter;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/**
 * What translation counts, at {@code nat}. Packets that it refuses are dropped, and counted as drops, by IP:
 *
 * <pre>seen = outTranslated + inTranslated + errorsTranslated + passed + every refused*</pre>
 */
final class NatCounters {
    private static final String PLACE = "nat";

    /** Packets of IPv4 on their way out of the outside interface, or for its address. */
    final Counter seen;
    final Counter outTranslated;
    /** From outside, or from inside by way of the outside address: hairpinned. */
    final Counter inTranslated;
    /** ICMP errors, outer header and quoted packet. */
    final Counter errorsTranslated;
    /** Of this node itself or for it, and left as they were. */
    final Counter passed;

    /** From outside, and no packet to its sender has opened the way (RFC 4787 §5, RFC 5382 REQ-4a). */
    final Counter refusedFiltered;
    /** Every port is taken. */
    final Counter refusedNoPort;
    /** To the outside address by an inside host, and that is not wanted. */
    final Counter refusedHairpin;
    /** A protocol that has no ports. */
    final Counter refusedProtocol;
    /** A later fragment whose first has not been here. */
    final Counter refusedFragment;
    /** Too short for its header. */
    final Counter refusedMalformed;
    /** An ICMP error whose checksum does not verify, or that of the header it quotes (RFC 5508 REQ-3). */
    final Counter refusedErrorChecksum;
    /** An ICMP error about nothing that is known (RFC 5508 REQ-5). */
    final Counter refusedErrorUnknown;

    final Counter sessionsOpened;
    final Counter sessionsExpired;
    /** Forgotten before their time, to make room. */
    final Counter sessionsEvicted;

    NatCounters(Counters counters) {
        seen = counters.counter(PLACE, "seen");
        outTranslated = counters.counter(PLACE, "outTranslated");
        inTranslated = counters.counter(PLACE, "inTranslated");
        errorsTranslated = counters.counter(PLACE, "errorsTranslated");
        passed = counters.counter(PLACE, "passed");
        refusedFiltered = counters.counter(PLACE, "refusedFiltered");
        refusedNoPort = counters.counter(PLACE, "refusedNoPort");
        refusedHairpin = counters.counter(PLACE, "refusedHairpin");
        refusedProtocol = counters.counter(PLACE, "refusedProtocol");
        refusedFragment = counters.counter(PLACE, "refusedFragment");
        refusedMalformed = counters.counter(PLACE, "refusedMalformed");
        refusedErrorChecksum = counters.counter(PLACE, "refusedErrorChecksum");
        refusedErrorUnknown = counters.counter(PLACE, "refusedErrorUnknown");
        sessionsOpened = counters.counter(PLACE, "sessionsOpened");
        sessionsExpired = counters.counter(PLACE, "sessionsExpired");
        sessionsEvicted = counters.counter(PLACE, "sessionsEvicted");
    }
}
