package org.wirelathe.wire;

/**
 * The extension headers behind an IPv6 header (RFC 8200 §4), walked as far as a node may: what transport protocol there
 * is and where, or what is wrong and which Parameter Problem says so (RFC 4443 §3.4).
 *
 * <p>Where the RFCs leave room it does as Linux: headers in any order, but hop-by-hop options behind the IPv6 header
 * only. ESP, AH and whatever else is not known end the walk as a transport protocol would. A later fragment ends it at
 * its fragment header; a first fragment must hold all headers up to and with the transport's (RFC 7112), whose options
 * are not obeyed before the packet is whole; an atomic fragment is walked as if it were none (RFC 6946).
 *
 * <p>A walker that its owner uses for one packet after the other; a walk is bounded and makes no object.
 */
public final class Ipv6Extensions {
    /** There is none. */
    public static final int NONE = -1;
    /** Most extension headers in a packet; a chain that every header is in once, and two twice, has seven. */
    public static final int MOST_HEADERS = 15;

    private static final int LEAST_TCP = 20;

    private final Ipv6Options options = new Ipv6Options(this);
    private final FragmentHeader fragment = new FragmentHeader();
    private byte[] bytes;
    private int packet;
    private int limit;
    private boolean toGroup;
    private int at;
    private int protocol;
    private int protocolAt;
    private int fragmentAt;
    private int fragmentLinkAt;
    private int routerAlert;
    private int icmpCode;
    private int pointer;

    /**
     * What a router looks at: the hop-by-hop options, when there are any (RFC 8200 §4.3).
     *
     * @param ip a header that was found sound
     */
    public Fault walkHopByHop(Ipv6Header ip) {
        bytes = ip.bytes();
        packet = ip.at();
        limit = packet + ip.totalLength();
        toGroup = ip.isToGroup();
        at = packet + Ipv6Header.LENGTH;
        protocolAt = packet + Ipv6Header.NEXT_HEADER;
        protocol = ip.nextHeader();
        fragmentAt = NONE;
        fragmentLinkAt = NONE;
        routerAlert = NONE;
        icmpCode = NONE;
        pointer = 0;
        return protocol == Protocol.HOP_BY_HOP ? options(true) : Fault.NONE;
    }

    /**
     * What the destination looks at: every extension header.
     *
     * @param ip a header that was found sound
     */
    public Fault walk(Ipv6Header ip) {
        Fault fault = walkHopByHop(ip);
        for (int headers = at == packet + Ipv6Header.LENGTH ? 0 : 1; fault == Fault.NONE
                && isExtension(protocol) && !isLaterFragment(); headers++) {
            fault = headers == MOST_HEADERS ? Fault.CHAIN : extension();
        }
        if (!isFragment()) {
            return fault;
        }
        return fault == Fault.NONE || fault == Fault.TRUNCATED ? whole(fault) : fault;
    }

    /** Whether a next header value is that of an extension header that is walked here. */
    public static boolean isExtension(int protocol) {
        return protocol == Protocol.HOP_BY_HOP || protocol == Protocol.ROUTING || protocol == Protocol.FRAGMENT
                || protocol == Protocol.DEST_OPTIONS;
    }

    private Fault extension() {
        return switch (protocol) {
            case Protocol.DEST_OPTIONS -> options(false);
            case Protocol.ROUTING -> routing();
            case Protocol.FRAGMENT -> cut();
            // Hop-by-hop options in another place are a header that is not known there (RFC 8200 §4).
            default -> problem(Fault.CHAIN, Icmpv6Message.CODE_NEXT_HEADER, protocolAt);
        };
    }

    /** Length of the header that comes, bytes; 0 when it is not all there. */
    private int length() {
        int length = limit - at < 8 ? Integer.MAX_VALUE : 8 + 8 * Bytes.u8(bytes, at + 1);
        return length > limit - at ? 0 : length;
    }

    private void pass(int length) {
        protocolAt = at;
        protocol = Bytes.u8(bytes, at);
        at += length;
    }

    private Fault options(boolean hopByHop) {
        int length = length();
        if (length == 0) {
            return Fault.TRUNCATED;
        }
        Fault fault = isFragment() ? Fault.NONE : options.walk(bytes, at + 2, at + length, hopByHop);
        pass(length);
        return fault;
    }

    /** Every type is unknown: passed over when no segment is left, else refused (RFC 8200 §4.4, RFC 5095 §3). */
    private Fault routing() {
        int length = length();
        if (length == 0) {
            return Fault.TRUNCATED;
        }
        if (!isFragment()) {
            if (toGroup) {
                return Fault.ADDRESS;
            }
            if (Bytes.u8(bytes, at + 3) != 0) {
                return problem(Fault.CHAIN, Icmpv6Message.CODE_HEADER_FIELD, at + 2);
            }
        }
        pass(length);
        return Fault.NONE;
    }

    /** At most one in a packet, as fragments are not cut again. */
    private Fault cut() {
        if (fragmentAt != NONE) {
            return problem(Fault.CHAIN, Icmpv6Message.CODE_HEADER_FIELD, at);
        }
        if (limit - at < FragmentHeader.LENGTH) {
            return problem(Fault.TRUNCATED, Icmpv6Message.CODE_HEADER_FIELD, at);
        }
        fragment.over(bytes, at);
        fragmentAt = at;
        fragmentLinkAt = protocolAt;
        pass(FragmentHeader.LENGTH);
        return Fault.NONE;
    }

    /** Whether a fragment can be one: RFC 8200 §4.5, in the order in which Linux looks. */
    private Fault whole(Fault fault) {
        boolean first = fragment.offset() == 0;
        if (fault == Fault.TRUNCATED || first && limit - at < leastTransport()) {
            return problem(Fault.FRAGMENT, Icmpv6Message.CODE_INCOMPLETE_CHAIN, packet);
        }
        int from = fragmentAt + FragmentHeader.LENGTH;
        int before = fragmentAt - packet - Ipv6Header.LENGTH;
        if (before + fragment.offset() + limit - from > Ipv6Header.MOST_PAYLOAD) {
            return problem(Fault.FRAGMENT, Icmpv6Message.CODE_HEADER_FIELD, fragmentAt + FragmentHeader.OFFSET);
        }
        if (fragment.hasMore() && (limit - from & 7) != 0) {
            return problem(Fault.FRAGMENT, Icmpv6Message.CODE_HEADER_FIELD, packet + Ipv6Header.PAYLOAD_LENGTH);
        }
        return limit == from ? Fault.FRAGMENT : Fault.NONE;
    }

    private int leastTransport() {
        return switch (protocol) {
            case Protocol.TCP -> LEAST_TCP;
            case Protocol.UDP, Protocol.ICMPV6 -> 8;
            default -> 1;
        };
    }

    /** A fault that the source is told about, unless the packet went to a group (RFC 4443 §2.4 e.3). */
    Fault problem(Fault fault, int code, int where) {
        return toGroup ? fault : problemEvenOfGroup(fault, code, where);
    }

    /** A fault that the source is told about in any case. */
    Fault problemEvenOfGroup(Fault fault, int code, int where) {
        icmpCode = code;
        pointer = where - packet;
        return fault;
    }

    void alert(int value) {
        routerAlert = value;
    }

    int packet() {
        return packet;
    }

    /** The transport protocol, or the first header that is not known here; in a later fragment what was cut. */
    public int protocol() {
        return protocol;
    }

    /** Where in the buffer the header of {@link #protocol} begins; in a later fragment where its bytes begin. */
    public int at() {
        return at;
    }

    /** Where in the buffer the packet ends. */
    public int limit() {
        return limit;
    }

    /** What a Parameter Problem that {@link #protocol} is not known points at: octets from the IPv6 header. */
    public int protocolPointer() {
        return protocolAt - packet;
    }

    /** The value of a router alert option, which asks every router to look closer (RFC 2711); or {@link #NONE}. */
    public int routerAlert() {
        return routerAlert;
    }

    /** Whether the packet is a piece of another; not for an atomic fragment, which is whole. */
    public boolean isFragment() {
        return fragmentAt != NONE && !fragment.isAtomic();
    }

    /** Whether the packet is a piece that does not begin with the transport header. */
    public boolean isLaterFragment() {
        return fragmentAt != NONE && fragment.offset() != 0;
    }

    /** Where in the buffer the fragment header begins, atomic or not; or {@link #NONE}. */
    public int fragmentAt() {
        return fragmentAt;
    }

    /** Where in the buffer the next header field stands that names the fragment header; or {@link #NONE}. */
    public int fragmentLinkAt() {
        return fragmentLinkAt;
    }

    /** The fragment header, when {@link #fragmentAt} is not {@link #NONE}. */
    public FragmentHeader fragment() {
        return fragment;
    }

    /**
     * Code of the Parameter Problem that tells the source about the fault; {@link #NONE} to drop in silence. It is
     * never set for a packet to a group except where the option asks for it, which is good then (RFC 4443 §2.4 e.3).
     */
    public int icmpCode() {
        return icmpCode;
    }

    /** What that Parameter Problem points at: octets from the IPv6 header. */
    public int pointer() {
        return pointer;
    }
}
