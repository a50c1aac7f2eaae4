package org.wirelathe.ip.fragment;

import org.wirelathe.api.net.NetworkSettings;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4Header;

/** Puts IPv4 packets for this node together again (RFC 791 §3.2, RFC 815, RFC 1122 §3.3.2). */
public final class Ipv4Reassembly extends Reassembly {
    private final Ipv4Header ip = new Ipv4Header();

    /** @param place where it counts: {@code ip} */
    public Ipv4Reassembly(NodeContext node, String place, NetworkSettings settings, ReassemblyOwner owner) {
        super(node, place, settings, settings.fragmentTimeout(), owner);
    }

    /**
     * Takes a fragment, for good.
     *
     * @param fragment head at a sound IPv4 header that says that it is a fragment, trimmed to its total length
     * @param arrival the interface that it came by
     * @return the packet that it made whole, head at its IPv4 header, which is the first fragment's with length, offset
     *         and checksum made right, the causal id of the first fragment, nothing known of the transport checksum;
     *         {@code null} when the fragment waits, or was dropped and counted
     */
    public Packet add(Packet fragment, int arrival) {
        counters.reasmReqds.increment();
        ip.over(fragment.bytes, fragment.head);
        int headers = ip.headerLength();
        int text = fragment.length() - headers;
        int flags = ip.flagsAndOffset();
        int from = (flags & 0x1FFF) << 3;
        boolean last = (flags & Ipv4Header.MORE_FRAGMENTS) == 0;
        if (text == 0 || !last && (text & 7) != 0) {
            refuse(fragment, counters.reasmMalformed);
            return null;
        }
        if (headers + from + text > MOST) {
            refuse(fragment, counters.reasmTooLong);
            return null;
        }
        Datagram datagram = datagrams.of(0, IpAddress.mapped(ip.source()), 0, IpAddress.mapped(ip.destination()),
                ip.identification(), ip.protocol());
        return accept(fragment, datagram, headers, from, last, ip.trafficClass() & Ecn.CE, arrival)
                && datagram.isWhole() ? whole(datagram) : null;
    }

    private Packet whole(Datagram datagram) {
        int headers = datagram.headers;
        int length = headers + datagram.length();
        if (length > MOST) { // the first has more options than those behind it
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
        System.arraycopy(first.bytes, first.head, whole.bytes, at, headers);
        datagram.copyText(whole.bytes, at + headers);
        ip.over(whole.bytes, at).rewrite(headers, length, 0);
        ip.setTrafficClass(Ecn.trafficClass(ip.trafficClass(), datagram.ecn));
        return whole;
    }
}
