package org.wirelathe.ip.v6;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.FaultCounters;

/**
 * What IPv6 counts; the names are those of Linux's {@code /proc/net/snmp6} (RFC 4293) where it has one. They balance
 * (docs/counters.md) as those of IPv4 do.
 */
final class Ipv6Counters {
    static final String PLACE = "ip6";

    final Counter inReceives;
    /** Of them, to groups. */
    final Counter inMcastPkts;
    final Counter inDelivers;
    final Counter inForwards;
    final Counter outRequests;
    /** Packets given to neighbour discovery and links: of one that is cut, each piece. */
    final Counter outTransmits;
    /** Of them, to groups. */
    final Counter outMcastPkts;
    /** Copies of packets to a group that this node listens to itself. */
    final Counter outGroupCopies;
    /** Packets that this node sent to itself: given to lo, and come back. */
    final Counter outLoopbacks;
    final Counter inLoopbacks;
    final Counter outGsoPackets;
    final Counter outGsoSegments;

    /** Headers and chains of headers that do not check. */
    final FaultCounters inFaults;
    final Counter inMartianSource;
    final Counter inMartianDestination;
    /** IPv6 does not run on the interface. */
    final Counter inDisabled;
    /** For another node, and this one does not forward. */
    final Counter inNotForMe;
    /** To a group that this node does not listen to. */
    final Counter inNotJoined;
    /** Forwarding: an address that is good on one link only, on another one (RFC 4291 §2.5.6). */
    final Counter inBeyondScope;
    final Counter inUnknownProtocols;
    /** From nobody, of a protocol that answers somebody. */
    final Counter inUnspecified;
    /** Next header 59: there is nothing to deliver (RFC 8200 §4.7). */
    final Counter inNoNext;
    /** For a group, of a protocol that speaks with single nodes only. */
    final Counter inMulticast;
    final Counter inTimeExceeded;
    final Counter inNoRoutes;
    /** Forwarding: a route that says drop. */
    final Counter inBlackhole;
    final Counter inProhibited;
    final Counter inTooBig;
    final Counter inFiltered;

    final Counter outNoRoutes;
    final Counter outTooBig;
    final Counter outFiltered;
    /** Transmitted, but given back: the next hop did not answer. */
    final Counter unresolved;

    Ipv6Counters(Counters counters) {
        inReceives = counters.counter(PLACE, "inReceives");
        inMcastPkts = counters.counter(PLACE, "inMcastPkts");
        inDelivers = counters.counter(PLACE, "inDelivers");
        inForwards = counters.counter(PLACE, "outForwDatagrams");
        outRequests = counters.counter(PLACE, "outRequests");
        outTransmits = counters.counter(PLACE, "outTransmits");
        outMcastPkts = counters.counter(PLACE, "outMcastPkts");
        outGroupCopies = counters.counter(PLACE, "outGroupCopies");
        outLoopbacks = counters.counter(PLACE, "outLoopbacks");
        inLoopbacks = counters.counter(PLACE, "inLoopbacks");
        outGsoPackets = counters.counter(PLACE, "outGsoPackets");
        outGsoSegments = counters.counter(PLACE, "outGsoSegments");
        inFaults = new FaultCounters(counters, PLACE, "in");
        inMartianSource = counters.drop(PLACE, "inMartianSource");
        inMartianDestination = counters.drop(PLACE, "inMartianDestination");
        inDisabled = counters.drop(PLACE, "inDisabled");
        inNotForMe = counters.drop(PLACE, "inNotForMe");
        inNotJoined = counters.drop(PLACE, "inNotJoined");
        inBeyondScope = counters.drop(PLACE, "inBeyondScope");
        inUnknownProtocols = counters.drop(PLACE, "inUnknownProtos");
        inUnspecified = counters.drop(PLACE, "inUnspecified");
        inNoNext = counters.drop(PLACE, "inNoNext");
        inMulticast = counters.drop(PLACE, "inMulticast");
        inTimeExceeded = counters.drop(PLACE, "inTimeExceeded");
        inNoRoutes = counters.drop(PLACE, "inNoRoutes");
        inBlackhole = counters.drop(PLACE, "inBlackhole");
        inProhibited = counters.drop(PLACE, "inProhibited");
        inTooBig = counters.drop(PLACE, "inTooBigErrors");
        inFiltered = counters.drop(PLACE, "inFiltered");
        outNoRoutes = counters.drop(PLACE, "outNoRoutes");
        outTooBig = counters.drop(PLACE, "outTooBig");
        outFiltered = counters.drop(PLACE, "outFiltered");
        unresolved = counters.drop(PLACE, "unresolved");
    }
}
