package org.wirelathe.lab.internal.run;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.lab.Snapshot.Content;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Tells what a frame carries, for whoever watches. */
final class FrameContent {
    private FrameContent() {
    }

    static Content of(Packet frame) {
        EthernetHeader ethernet = new EthernetHeader(frame.bytes, frame.head);
        if (ethernet.check(frame.tail) != Fault.NONE) {
            return Content.OTHER;
        }
        int at = frame.head + EthernetHeader.LENGTH;
        return switch (ethernet.etherType()) {
            case EtherType.IPV4 -> ipv4(frame, new Ipv4Header(frame.bytes, at));
            case EtherType.IPV6 -> ipv6(frame, new Ipv6Header(frame.bytes, at));
            default -> Content.OTHER;
        };
    }

    private static Content ipv4(Packet frame, Ipv4Header ip) {
        boolean tcp = ip.check(frame.tail) == Fault.NONE && ip.protocol() == Protocol.TCP && !ip.isFragment();
        return tcp ? segment(frame, ip.at() + ip.headerLength(), ip.at() + ip.totalLength()) : Content.OTHER;
    }

    private static Content ipv6(Packet frame, Ipv6Header ip) {
        boolean tcp = ip.check(frame.tail) == Fault.NONE && ip.nextHeader() == Protocol.TCP;
        return tcp ? segment(frame, ip.at() + Ipv6Header.LENGTH, ip.at() + ip.totalLength()) : Content.OTHER;
    }

    private static Content segment(Packet frame, int at, int end) {
        TcpHeader segment = new TcpHeader(frame.bytes, at);
        if (segment.check(end) != Fault.NONE) {
            return Content.OTHER;
        }
        return segment.at() + segment.headerLength() < end ? Content.DATA : Content.ACK;
    }
}
