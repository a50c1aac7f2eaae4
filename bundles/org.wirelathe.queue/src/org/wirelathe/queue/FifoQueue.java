package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.probe.Gauges;
import org.wirelathe.api.queue.PacketQueue;

/**
 * Drop-tail. Frames that wait in the device count towards the limit: it makes no difference to anyone where in the line
 * a frame stands, and those in the ring cost no event.
 */
final class FifoQueue implements PacketQueue {
    private final int limit;
    private final PacketFifo packets = new PacketFifo();
    private long bytes;

    FifoQueue(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return ahead < limit && packets.isEmpty();
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        if (packets.size() + ahead >= limit) {
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

    @Override
    public void gauges(Gauges out) {
        out.gauge("queueBytes", bytes);
    }
}
