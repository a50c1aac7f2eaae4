package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;

/**
 * Drop-tail with a limit in frames, in bytes, or both; counts what waits in it, as Linux's pfifo and bfifo do. Only the
 * frame on its way out stands in the device: how many bytes wait there nobody could tell.
 */
final class LimitedQueue implements PacketQueue {
    private final int limitPackets;
    private final long limitBytes;
    private final PacketFifo packets = new PacketFifo();
    private long bytes;

    LimitedQueue(int limitPackets, long limitBytes) {
        this.limitPackets = limitPackets;
        this.limitBytes = limitBytes;
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead == 0 && packets.isEmpty();
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (packets.size() >= limitPackets || bytes + frame.length() > limitBytes) {
            return false;
        }
        packets.add(frame);
        bytes += frame.length();
        return true;
    }

    @Override
    public Packet poll() {
        Packet frame = packets.poll();
        if (frame != null) {
            bytes -= frame.length();
        }
        return frame;
    }

    @Override
    public int length() {
        return packets.size();
    }

    /** Bytes of the frames held. */
    long bytes() {
        return bytes;
    }

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", bytes);
    }

    @Override
    public int lookahead() {
        return 1;
    }
}
