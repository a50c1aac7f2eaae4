package org.wirelathe.ip.v4;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.FaultCounters;

/** What ICMP counts: every message in is an echo, an echo reply, an error passed on, or a drop. */
final class IcmpCounters {
    static final String PLACE = "icmp";

    final Counter inMessages;
    final Counter inEchos;
    final Counter inEchoReplies;
    /** Errors given to a protocol or an echo listener. */
    final Counter inReported;
    final Counter outErrors;
    final Counter outEchos;
    final Counter outEchoReplies;

    final FaultCounters inFaults;
    /** Types that are of no use here. */
    final Counter inUnknownType;
    /** Echo requests to a broadcast address. */
    final Counter inEchoBroadcast;
    /** Echo replies that nobody waits for, or with other data than was sent. */
    final Counter inEchoStray;
    /** Errors whose quoted packet this node cannot have sent, or that nobody here sent. */
    final Counter inQuote;
    /** Errors that would have been sent had there not been so many. */
    final Counter outRateLimit;

    IcmpCounters(Counters counters) {
        inMessages = counters.counter(PLACE, "inMsgs");
        inEchos = counters.counter(PLACE, "inEchos");
        inEchoReplies = counters.counter(PLACE, "inEchoReps");
        inReported = counters.counter(PLACE, "inReported");
        outErrors = counters.counter(PLACE, "outErrors");
        outEchos = counters.counter(PLACE, "outEchos");
        outEchoReplies = counters.counter(PLACE, "outEchoReps");
        inFaults = new FaultCounters(counters, PLACE, "in");
        inUnknownType = counters.drop(PLACE, "inUnknownType");
        inEchoBroadcast = counters.drop(PLACE, "inEchoBroadcast");
        inEchoStray = counters.drop(PLACE, "inEchoStray");
        inQuote = counters.drop(PLACE, "inQuote");
        outRateLimit = counters.drop(PLACE, "outRateLimit");
    }
}
