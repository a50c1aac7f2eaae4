package org.wirelathe.ip.fragment;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;

/**
 * Puts IPv6 packets for this node together again (RFC 8200 §4.5). That the first fragment holds all headers (RFC 7112),
 * and which Parameter Problem says that one is malformed, is what {@link Ipv6Extensions} finds before.
 */
public final class Ipv6Reassembly extends Reassembly {
    /** RFC 8200 §4.5, ns. */
    private static final long TIMEOUT = 60_000_000_000L;
    private static final int LINK_LOCAL = 0xFE80 >>> 6;

    private final Ipv6Header ip = new Ipv6Header();

    /** @param place where it counts: {@code ip6} */
    public Ipv6Reassembly(NodeContext node, String place, NetworkSettings settings, ReassemblyOwner owner) {
        super(node, place, settings, TIMEOUT, owner);
    }

    /**
     * Takes a fragment, for good. An atomic one, which is a whole packet, meets no other (RFC 6946).
     *
     * @param fragment head at a sound IPv6 header, trimmed to its payload length
     * @param walked its extension headers, walked and found sound, with a fragment header among them
     * @param arrival the interface that it came by; addresses that are good on one link only are told apart by it
     * @return the packet that it made whole, head at its IPv6 header, which is the first fragment's with length and
     *         next header made right and the fragment header taken out, the causal id of the first fragment, nothing
     *         known of the transport checksum; {@code null} when the fragment waits, or was dropped and counted
     */
    public Packet add(Packet fragment, Ipv6Extensions walked, int arrival) {
        counters.reasmReqds.increment();
        FragmentHeader header = walked.fragment();
        int before = walked.fragmentAt() - fragment.head;
        int link = walked.fragmentLinkAt() - fragment.head;
        if (header.isAtomic()) {
            return atomic(fragment, before, link, header.nextHeader());
        }
        int headers = before + FragmentHeader.LENGTH;
        int text = fragment.length() - headers;
        boolean last = !header.hasMore();
        if (text == 0 || !last && (text & 7) != 0) {
            refuse(fragment, counters.reasmMalformed);
            return null;
        }
        if (before - Ipv6Header.LENGTH + header.offset() + text > MOST) {
            refuse(fragment, counters.reasmTooLong);
            return null;
        }
        ip.over(fragment.bytes, fragment.head);
        Datagram datagram = datagrams.of(ip.sourceHigh(), ip.sourceLow(), ip.destinationHigh(), ip.destinationLow(),
                header.identification(), scope(arrival));
        if (!accept(fragment, datagram, headers, header.offset(), last, ip.trafficClass() & Ecn.CE, arrival)) {
            return null;
        }
        if (header.offset() == 0) {
            datagram.nextHeader = header.nextHeader();
            datagram.link = link;
        }
        return datagram.isWhole() ? whole(datagram) : null;
    }

    private int scope(int arrival) {
        boolean oneLink = ip.isToGroup() || ip.sourceHigh() >>> 54 == LINK_LOCAL
                || ip.destinationHigh() >>> 54 == LINK_LOCAL;
        return oneLink ? arrival : 0;
    }

    private Packet whole(Datagram datagram) {
        int before = datagram.headers - FragmentHeader.LENGTH;
        int length = before + datagram.length();
        if (length - Ipv6Header.LENGTH > MOST) { // the first has more headers than those behind it
            giveUp(datagram, counters.reasmTooLong);
            return null;
        }
        if (!take(datagram)) {
            return null;
        }
        Packet first = datagram.first;
        Packet whole = packets.takeFor(length);
        whole.id = first.id;
        int at = whole.put(length);
        System.arraycopy(first.bytes, first.head, whole.bytes, at, before);
        datagram.copyText(whole.bytes, at + before);
        Bytes.u8(whole.bytes, at + datagram.link, datagram.nextHeader);
        ip.over(whole.bytes, at).setPayloadLength(length - Ipv6Header.LENGTH);
        ip.setTrafficClass(Ecn.trafficClass(ip.trafficClass(), datagram.ecn));
        return whole;
    }

    /** Takes the fragment header out of a packet that is whole: what is in front of it moves up. */
    private Packet atomic(Packet packet, int before, int link, int nextHeader) {
        counters.reasmOKs.increment();
        counters.reasmFragOKs.increment();
        int from = packet.pull(FragmentHeader.LENGTH);
        System.arraycopy(packet.bytes, from, packet.bytes, packet.head, before);
        Bytes.u8(packet.bytes, packet.head + link, nextHeader);
        ip.over(packet.bytes, packet.head).setPayloadLength(packet.length() - Ipv6Header.LENGTH);
        return packet;
    }
}
