package org.wirelathe.lab.internal.run;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.lab.Snapshot.Content;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** Tells what a frame carries, for whoever watches. */
final class FrameContent {
    private FrameContent() {
    }

    static Content of(Packet frame) {
        EthernetHeader ethernet = new EthernetHeader(frame.bytes, frame.head);
        Ipv4Header ip = new Ipv4Header(frame.bytes, frame.head + EthernetHeader.LENGTH);
        boolean tcp = ethernet.check(frame.tail) == Fault.NONE && ethernet.etherType() == EtherType.IPV4
                && ip.check(frame.tail) == Fault.NONE && ip.protocol() == Protocol.TCP && !ip.isFragment();
        int end = frame.head + EthernetHeader.LENGTH + (tcp ? ip.totalLength() : 0);
        TcpHeader segment = new TcpHeader(frame.bytes, tcp ? ip.at() + ip.headerLength() : 0);
        if (!tcp || segment.check(end) != Fault.NONE) {
            return Content.OTHER;
        }
        return segment.at() + segment.headerLength() < end ? Content.DATA : Content.ACK;
    }
}
