package org.wirelathe.tcp;

import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Counters;
import org.wirelathe.api.probe.FaultCounters;
import org.wirelathe.wire.Fault;

/**
 * The counters of one node's TCP, by their names in RFC 4022 and in Linux (/proc/net/snmp, /proc/net/netstat). Every
 * segment that comes in moves {@link #inTaken} or exactly one counter of drops.
 */
final class Mib {
    private static final String PLACE = "tcp";

    final Counter activeOpens;
    final Counter passiveOpens;
    final Counter attemptFails;
    final Counter estabResets;
    final Counter inSegs;
    /** Segments that a connection or a listener took. */
    final Counter inTaken;
    final Counter outSegs;
    final Counter retransSegs;
    final Counter inErrs;
    final Counter outRsts;
    /** Expiries of the retransmission timer. */
    final Counter timeouts;
    /** Segments sent again because of duplicate acknowledgments. */
    final Counter fastRetrans;
    final Counter challengeAcks;
    /** Out-of-order segments kept. */
    final Counter ofoQueued;
    final Counter zeroWindowProbes;
    final Counter delayedAcks;
    /** ICMP errors about established connections, which do not end them. */
    final Counter softErrors;
    /** ICMP errors about nothing that is in flight: old, or forged. */
    final Counter outOfWindowIcmps;
    /** Our own segments that the device refused. */
    final Counter localDrops;

    /** A SYN or the last ACK of a handshake came while the accept queue was full (B41). */
    final Counter listenOverflows;
    /** A SYN came while too many others were half open. */
    final Counter synQueueFull;
    /** A segment for which there is no connection and no listener. */
    final Counter noPort;
    /** A source or destination that no connection may have (RFC 9293 MUST-57, MUST-63). */
    final Counter badAddress;
    /** A SYN from where no answer can be sent. */
    final Counter noRoute;
    /** Lies wholly before the window: received already, or a probe. */
    final Counter oldDuplicate;
    /** Lies wholly behind the window, or its text behind the FIN. */
    final Counter outOfWindow;
    /** Text at RCV.NXT while the window is shut; its acknowledgment counts. */
    final Counter zeroWindowDrop;
    /** A flag or an acknowledgment that may not be there, or one that is missing. */
    final Counter unacceptable;
    /** Out-of-order data in more pieces than are kept track of. */
    final Counter ofoPruned;
    /** Text for an application that has closed (RFC 9293 SHLD-3). */
    final Counter abortOnData;

    private final FaultCounters faults;

    Mib(Counters counters) {
        activeOpens = counters.counter(PLACE, "activeOpens");
        passiveOpens = counters.counter(PLACE, "passiveOpens");
        attemptFails = counters.counter(PLACE, "attemptFails");
        estabResets = counters.counter(PLACE, "estabResets");
        inSegs = counters.counter(PLACE, "inSegs");
        inTaken = counters.counter(PLACE, "inTaken");
        outSegs = counters.counter(PLACE, "outSegs");
        retransSegs = counters.counter(PLACE, "retransSegs");
        inErrs = counters.counter(PLACE, "inErrs");
        outRsts = counters.counter(PLACE, "outRsts");
        timeouts = counters.counter(PLACE, "timeouts");
        fastRetrans = counters.counter(PLACE, "fastRetrans");
        challengeAcks = counters.counter(PLACE, "challengeAcks");
        ofoQueued = counters.counter(PLACE, "ofoQueued");
        zeroWindowProbes = counters.counter(PLACE, "zeroWindowProbes");
        delayedAcks = counters.counter(PLACE, "delayedAcks");
        softErrors = counters.counter(PLACE, "softErrors");
        outOfWindowIcmps = counters.counter(PLACE, "outOfWindowIcmps");
        localDrops = counters.counter(PLACE, "localDrops");
        listenOverflows = counters.drop(PLACE, "listenOverflows");
        synQueueFull = counters.drop(PLACE, "synQueueFull");
        noPort = counters.drop(PLACE, "noPort");
        badAddress = counters.drop(PLACE, "badAddress");
        noRoute = counters.drop(PLACE, "noRoute");
        oldDuplicate = counters.drop(PLACE, "oldDuplicate");
        outOfWindow = counters.drop(PLACE, "outOfWindow");
        zeroWindowDrop = counters.drop(PLACE, "zeroWindowDrop");
        unacceptable = counters.drop(PLACE, "unacceptable");
        ofoPruned = counters.drop(PLACE, "ofoPruned");
        abortOnData = counters.drop(PLACE, "abortOnData");
        faults = new FaultCounters(counters, PLACE, "in");
    }

    /** Segments dropped for a fault, which is not {@link Fault#NONE}. */
    Counter of(Fault fault) {
        return faults.of(fault);
    }
}
