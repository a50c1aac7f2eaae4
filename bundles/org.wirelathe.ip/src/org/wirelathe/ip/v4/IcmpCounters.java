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
    /** Redirects that were followed. */
    final Counter inRedirects;
    /** Timestamp requests, all of them answered. */
    final Counter inTimestamps;
    final Counter outErrors;
    final Counter outEchos;
    final Counter outEchoReplies;

    final FaultCounters inFaults;
    /** Redirects that may not be followed, or by whom they may not be (RFC 1122 §3.2.2.2). */
    final Counter inRedirectRefused;
    /** Source quench, of which nobody hears any more (RFC 6633 §3). */
    final Counter inSourceQuench;
    /** Types that are of no use here. */
    final Counter inUnknownType;
    /** Echo and timestamp requests to a broadcast address or a group. */
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
        inRedirects = counters.counter(PLACE, "inRedirects");
        inTimestamps = counters.counter(PLACE, "inTimestamps");
        inRedirectRefused = counters.drop(PLACE, "inRedirectRefused");
        inSourceQuench = counters.drop(PLACE, "inSourceQuench");
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
