package org.wirelathe.ip.v4;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.FaultCounters;

/**
 * What IP counts; the names are those of the IP group of RFC 4293 where it has one. They balance (docs/counters.md): a
 * packet in is delivered, forwarded or in one of the drops that begin with {@code in}; one to be sent is transmitted or
 * in one that begins with {@code out}.
 */
final class Ipv4Counters {
    static final String PLACE = "ip";

    final Counter inReceives;
    final Counter inDelivers;
    final Counter inForwards;
    final Counter outRequests;
    /** Packets given to links; of one that is cut, each segment. */
    final Counter outTransmits;
    /** Large packets that were cut for a card that cannot do so (GSO). */
    final Counter outGsoPackets;
    final Counter outGsoSegments;

    /** Headers that do not check. */
    final FaultCounters inFaults;
    /** A source address that no packet from a wire may have. */
    final Counter inMartianSource;
    /** A destination that no packet from a wire may have, or a link broadcast to a single node. */
    final Counter inMartianDestination;
    /** For another node, and this one does not forward. */
    final Counter inNotForMe;
    /** To a group that nobody on this node listens to on that interface. */
    final Counter inNotJoined;
    /** With a source route, which leads packets past filters (RFC 7126 §4.3; Linux: accept_source_route). */
    final Counter inSourceRoute;
    /** What a firewall forbids. */
    final Counter inFiltered;
    /** Forwarding: a route says that it is to vanish. */
    final Counter inBlackhole;
    /** Forwarding: a route says that the way is forbidden. */
    final Counter inProhibited;
    final Counter inUnknownProtocols;
    /** For all stations of a link, of a protocol that knows no broadcasts. */
    final Counter inBroadcast;
    final Counter inTimeExceeded;
    final Counter inNoRoutes;
    /** Forwarding: larger than the next link's MTU. */
    final Counter inTooBig;

    /** Packets to many that came back to this node, too, because it is one of them. */
    final Counter outGroupCopies;
    final Counter outFiltered;
    final Counter outNoRoutes;
    final Counter outTooBig;
    /** Transmitted, but the link gave it back: the next hop did not answer. */
    final Counter unresolved;

    Ipv4Counters(Counters counters) {
        inReceives = counters.counter(PLACE, "inReceives");
        inDelivers = counters.counter(PLACE, "inDelivers");
        inForwards = counters.counter(PLACE, "inForwDatagrams");
        outRequests = counters.counter(PLACE, "outRequests");
        outTransmits = counters.counter(PLACE, "outTransmits");
        outGsoPackets = counters.counter(PLACE, "outGsoPackets");
        outGsoSegments = counters.counter(PLACE, "outGsoSegments");
        inFaults = new FaultCounters(counters, PLACE, "in");
        inMartianSource = counters.drop(PLACE, "inMartianSource");
        inMartianDestination = counters.drop(PLACE, "inMartianDestination");
        inNotForMe = counters.drop(PLACE, "inNotForMe");
        inNotJoined = counters.drop(PLACE, "inNotJoined");
        inSourceRoute = counters.drop(PLACE, "inSourceRoute");
        inFiltered = counters.drop(PLACE, "inFiltered");
        inBlackhole = counters.drop(PLACE, "inBlackhole");
        inProhibited = counters.drop(PLACE, "inProhibited");
        inUnknownProtocols = counters.drop(PLACE, "inUnknownProtos");
        inBroadcast = counters.drop(PLACE, "inBroadcast");
        inTimeExceeded = counters.drop(PLACE, "inTimeExceeded");
        inNoRoutes = counters.drop(PLACE, "inNoRoutes");
        inTooBig = counters.drop(PLACE, "inTooBig");
        outGroupCopies = counters.counter(PLACE, "outGroupCopies");
        outFiltered = counters.drop(PLACE, "outFiltered");
        outNoRoutes = counters.drop(PLACE, "outNoRoutes");
        outTooBig = counters.drop(PLACE, "outTooBig");
        unresolved = counters.drop(PLACE, "unresolved");
    }
}
