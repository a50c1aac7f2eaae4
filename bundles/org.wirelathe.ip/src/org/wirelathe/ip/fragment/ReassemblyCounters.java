package org.wirelathe.ip.fragment;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;

/**
 * What reassembly counts; the names of RFC 4293 count packets, the drops count fragments:
 *
 * <pre>reasmReqds = reasmFragOKs + every drop reasm* + waiting</pre>
 */
final class ReassemblyCounters {
    /** Fragments that came. */
    final Counter reasmReqds;
    /** Packets that became whole. */
    final Counter reasmOKs;
    /** Fragments that they were put together from. */
    final Counter reasmFragOKs;
    /** Times that something was given up, for whatever reason: one for a packet, however many fragments it had. */
    final Counter reasmFails;
    /** Packets that were given up because time was up. */
    final Counter reasmTimeout;

    /** Fragments that waited until time was up. */
    final Counter reasmExpired;
    /** No packet can have been cut into this: no text, or text of a piece but the last that is not a multiple of 8. */
    final Counter reasmMalformed;
    /** It ends beyond 65,535 bytes, or its packet would (ping of death). */
    final Counter reasmTooLong;
    /** Where another lies to the byte: the one that came first stays. */
    final Counter reasmDuplicate;
    /** All of a packet of which two overlap without being the same (RFC 5722; Linux for IPv4 too). */
    final Counter reasmOverlap;
    /** All of a packet that ends in two places, or has text behind its end. */
    final Counter reasmInconsistent;
    /** All of a packet of which some fragments are ECN-capable and some are not (RFC 3168 §5.3). */
    final Counter reasmEcn;
    /** All of a packet that is cut into more pieces than any sound link would need. */
    final Counter reasmTooMany;
    /** The oldest of all, to make room. */
    final Counter reasmMemory;
    /** The oldest from a source, to make room within what one source may hold. */
    final Counter reasmSourceMemory;
    /** What waited when the layer went. */
    final Counter reasmClosed;

    ReassemblyCounters(Counters counters, String place) {
        reasmReqds = counters.counter(place, "reasmReqds");
        reasmOKs = counters.counter(place, "reasmOKs");
        reasmFragOKs = counters.counter(place, "reasmFragOKs");
        reasmFails = counters.counter(place, "reasmFails");
        reasmTimeout = counters.counter(place, "reasmTimeout");
        reasmExpired = counters.drop(place, "reasmExpired");
        reasmMalformed = counters.drop(place, "reasmMalformed");
        reasmTooLong = counters.drop(place, "reasmTooLong");
        reasmDuplicate = counters.drop(place, "reasmDuplicate");
        reasmOverlap = counters.drop(place, "reasmOverlap");
        reasmInconsistent = counters.drop(place, "reasmInconsistent");
        reasmEcn = counters.drop(place, "reasmEcn");
        reasmTooMany = counters.drop(place, "reasmTooMany");
        reasmMemory = counters.drop(place, "reasmMemory");
        reasmSourceMemory = counters.drop(place, "reasmSourceMemory");
        reasmClosed = counters.drop(place, "reasmClosed");
    }
}
