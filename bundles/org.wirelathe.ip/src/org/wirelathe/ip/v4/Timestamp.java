package org.wirelathe.ip.v4;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.ip.PacketTrace;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IcmpMessage;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Protocol;

/** Timestamp requests and replies (RFC 792, RFC 1122 §3.2.2.8). */
final class Timestamp {
    static final int REQUEST = 13;
    static final int REPLY = 14;
    /** Three times behind the header: when it was sent, received, and sent back. */
    private static final int LENGTH = IcmpMessage.HEADER + 12;

    private final Scheduler scheduler;
    private final Ipv4Output output;
    private final IcmpCounters counters;
    private final PacketTrace trace;

    Timestamp(Scheduler scheduler, Ipv4Output output, IcmpCounters counters, PacketTrace trace) {
        this.scheduler = scheduler;
        this.output = output;
        this.counters = counters;
        this.trace = trace;
    }

    /** Answers a request with the packet that brought it, from the address that it was sent to. */
    void requested(Packet packet, boolean toOne) {
        Ipv4Header header = new Ipv4Header(packet.bytes, packet.head);
        if (!toOne) { // RFC 1122 §3.2.2.8: may be silently discarded
            trace.drop(counters.inEchoBroadcast, packet);
            return;
        }
        if (packet.length() - header.headerLength() < LENGTH) {
            trace.drop(counters.inFaults.of(Fault.TRUNCATED), packet);
            return;
        }
        counters.inTimestamps.increment();
        packet.checksum = Packet.CHECKSUM_NONE;
        int asker = header.source();
        int asked = header.destination();
        int trafficClass = header.trafficClass();
        packet.pull(header.headerLength());
        packet.trim(LENGTH);
        int now = OptionProcessing.time(scheduler);
        Bytes.i32(packet.bytes, packet.head + 12, now);
        Bytes.i32(packet.bytes, packet.head + 16, now);
        IcmpMessage message = new IcmpMessage(packet.bytes, packet.head);
        message.write(REPLY, 0, message.identifier(), message.sequence(), packet.tail);
        output.answer(packet, asked, asker, Protocol.ICMP, trafficClass);
    }
}
