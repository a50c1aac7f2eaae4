package org.wirelathe.nic;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.Segmentation;

/**
 * Cuts a large TCP packet into frames of at most {@link Packet#segmentSize} bytes of payload (TSO, B13), behind the
 * link header that it has; all inherit its causal id.
 */
final class Segmenter {
    private final PacketPool packets;
    private final TransportView view = new TransportView();
    private final Segmentation segmentation = new Segmentation();
    private Packet large;
    private int linkHeader;
    private int next;

    Segmenter(PacketPool packets) {
        this.packets = packets;
    }

    /** Prepares to cut; returns the number of segments, 0 when it is no packet that can be cut. */
    int begin(Packet large) {
        if (!view.over(large) || view.protocol != Protocol.TCP || view.tcpHeader() == 0
                || view.six && view.transport != view.ip + view.plainIp()) {
            return 0;
        }
        this.large = large;
        linkHeader = view.ip - large.head;
        next = 0;
        return segmentation.over(large.bytes, view.ip, view.end, large.segmentSize).count();
    }

    /** The next segment, complete with its checksums. */
    Packet next() {
        int length = segmentation.length(next);
        Packet segment = packets.takeFor(linkHeader + length);
        segment.id = large.id;
        int at = segment.put(linkHeader + length);
        System.arraycopy(large.bytes, large.head, segment.bytes, at, linkHeader);
        segmentation.write(next++, segment.bytes, at + linkHeader, true);
        return segment;
    }
}
