package org.wirelathe.ip.v6;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.FaultCounters;
import org.wirelathe.wire.Icmpv6Message;

/**
 * What ICMPv6 counts, by the names of Linux's {@code /proc/net/snmp6}: every message in is an echo, a reply, an error
 * passed on, one that neighbour discovery counts, or a drop.
 */
final class Icmp6Counters {
    static final String PLACE = "icmp6";

    final Counter inMsgs;
    final Counter inEchos;
    final Counter inEchoReplies;
    /** Errors given to a protocol or an echo listener. */
    final Counter inReported;
    final Counter outMsgs;
    final Counter outEchos;
    final Counter outEchoReplies;
    private final Counter[] inErrors = new Counter[5];
    private final Counter[] outErrors = new Counter[5];

    final FaultCounters inFaults;
    /** Types and codes that are of no use here. */
    final Counter inUnknownType;
    /** Echo replies that nobody waits for, or with other data than was sent. */
    final Counter inEchoStray;
    /** An echo from nobody in particular, or from a group. */
    final Counter inEchoSource;
    /** Errors whose quoted packet this node cannot have sent, or that nobody here sent. */
    final Counter inQuote;
    /** Packet Too Big with an MTU that no link of IPv6 has, or no smaller than is known (RFC 8201 §4). */
    final Counter inMtu;
    /** Errors that would have been sent had there not been so many. */
    final Counter outRateLimit;

    Icmp6Counters(Counters counters) {
        inMsgs = counters.counter(PLACE, "inMsgs");
        inEchos = counters.counter(PLACE, "inEchos");
        inEchoReplies = counters.counter(PLACE, "inEchoReplies");
        inReported = counters.counter(PLACE, "inReported");
        outMsgs = counters.counter(PLACE, "outMsgs");
        outEchos = counters.counter(PLACE, "outEchos");
        outEchoReplies = counters.counter(PLACE, "outEchoReplies");
        inErrors[Icmpv6Message.UNREACHABLE] = counters.counter(PLACE, "inDestUnreachs");
        inErrors[Icmpv6Message.PACKET_TOO_BIG] = counters.counter(PLACE, "inPktTooBigs");
        inErrors[Icmpv6Message.TIME_EXCEEDED] = counters.counter(PLACE, "inTimeExcds");
        inErrors[Icmpv6Message.PARAMETER_PROBLEM] = counters.counter(PLACE, "inParmProblems");
        outErrors[Icmpv6Message.UNREACHABLE] = counters.counter(PLACE, "outDestUnreachs");
        outErrors[Icmpv6Message.PACKET_TOO_BIG] = counters.counter(PLACE, "outPktTooBigs");
        outErrors[Icmpv6Message.TIME_EXCEEDED] = counters.counter(PLACE, "outTimeExcds");
        outErrors[Icmpv6Message.PARAMETER_PROBLEM] = counters.counter(PLACE, "outParmProblems");
        inFaults = new FaultCounters(counters, PLACE, "in");
        inUnknownType = counters.drop(PLACE, "inUnknownType");
        inEchoStray = counters.drop(PLACE, "inEchoStray");
        inEchoSource = counters.drop(PLACE, "inEchoSource");
        inQuote = counters.drop(PLACE, "inQuote");
        inMtu = counters.drop(PLACE, "inMtu");
        outRateLimit = counters.drop(PLACE, "outRateLimitHost");
    }

    /** Counts an error that came; those of types that are not known have no counter of their own. */
    void inError(int type) {
        if (type > 0 && type < inErrors.length) {
            inErrors[type].increment();
        }
    }

    /** Errors of a type, 1 to 4, that were sent. */
    Counter outErrors(int type) {
        return outErrors[type];
    }
}
