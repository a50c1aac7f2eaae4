package org.wirelathe.ip.filter;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.ip.filter.NatView.Kind;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4Header;

/**
 * Translates ICMP errors by the packet that they quote, which becomes what its sender had sent (RFC 5508 §4); type,
 * code and everything else stay. An error keeps no session alive and ends none (REQ-6).
 */
final class NatErrors {
    private final int address;
    private final NatMappings mappings;
    private final NatSessions sessions;
    private final NatCounters counters;
    private final NatView quote = new NatView();
    private boolean translated;

    NatErrors(int address, NatMappings mappings, NatSessions sessions, NatCounters counters) {
        this.address = address;
        this.mappings = mappings;
        this.sessions = sessions;
        this.counters = counters;
    }

    /** Whether the last error was changed. */
    boolean translated() {
        return translated;
    }

    /** REQ-4: about a packet that was sent out; it goes to whom that packet was of. */
    Action fromOutside(NatView error) {
        if (!quoted(error)) {
            return refused(counters.refusedErrorChecksum);
        }
        int s = ofSender();
        if (s == Chains.NONE || isOwn(sessions.mapping(s))) {
            return passed();
        }
        int m = sessions.mapping(s);
        quote.source(mappings.inside(m), mappings.insidePort(m));
        return send(error, mappings.inside(m), error.source());
    }

    /** REQ-5: about a packet that had come in; outside it is one of the outside address. */
    Action toOutside(NatView error, boolean own) {
        if (!quoted(error)) {
            return refused(counters.refusedErrorChecksum);
        }
        int m = ofReceiver();
        if (m == Chains.NONE) {
            return own ? passed() : refused(counters.refusedErrorUnknown);
        }
        if (isOwn(m)) {
            return passed();
        }
        quote.destination(address, mappings.outsidePort(m));
        return send(error, error.destination(), address);
    }

    /** REQ-7: about a packet from another inside host, by way of the outside address. */
    Action hairpinned(NatView error) {
        if (!quoted(error)) {
            return refused(counters.refusedErrorChecksum);
        }
        int receiver = ofReceiver();
        if (receiver == Chains.NONE || isOwn(receiver) || quote.source() != address) {
            return passed();
        }
        int outsidePort = mappings.outsidePort(receiver);
        int s = sessions.inbound(quote.protocol(), quote.sourcePort(), address, outsidePort);
        if (s == Chains.NONE || isOwn(sessions.mapping(s))) {
            return passed();
        }
        int m = sessions.mapping(s);
        quote.destination(address, outsidePort);
        quote.source(mappings.inside(m), mappings.insidePort(m));
        return send(error, mappings.inside(m), error.source());
    }

    /** Whether both checksums verify (REQ-3); if so, {@link #quote} lies over the packet that is quoted. */
    private boolean quoted(NatView error) {
        translated = false;
        byte[] bytes = error.ip.bytes();
        int at = error.transport() + IcmpMessage.HEADER;
        int limit = error.limit();
        if (error.isFragment() || limit - at < Ipv4Header.LEAST
                || !Checksum.verifies(Checksum.sum(bytes, error.transport(), limit - error.transport()))) {
            return false;
        }
        int header = (bytes[at] & 0xF) << 2;
        if (bytes[at] >>> 4 != 4 || header < Ipv4Header.LEAST || header > limit - at
                || !Checksum.verifies(Checksum.sum(bytes, at, header))) {
            return false;
        }
        Kind kind = quote.overQuote(bytes, at, limit);
        return kind != Kind.MALFORMED;
    }

    /** The session of an outbound packet that is quoted as it was outside. */
    private int ofSender() {
        return quote.source() != address ? Chains.NONE : sessions.inbound(quote.protocol(), quote.sourcePort(),
                quote.destination(), quote.destinationPort());
    }

    /** The mapping of an inbound packet that is quoted as it was inside. */
    private int ofReceiver() {
        return mappings.of(quote.protocol(), quote.destination(), quote.destinationPort(), quote.source(),
                quote.sourcePort());
    }

    private boolean isOwn(int m) {
        return mappings.inside(m) == address;
    }

    private Action send(NatView error, int destination, int source) {
        translated = true;
        error.sealIcmp();
        error.destinationAddress(destination);
        if (source != error.source()) {
            error.sourceAddress(source);
        }
        counters.errorsTranslated.increment();
        return Action.ACCEPT;
    }

    private Action passed() {
        counters.passed.increment();
        return Action.ACCEPT;
    }

    private static Action refused(Counter reason) {
        reason.increment();
        return Action.DROP;
    }
}
