package org.wirelathe.nic;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketFifo;
import org.wirelathe.api.queue.PacketQueue;

/** Drop-tail with the ring counted in. */
final class TestQueue implements PacketQueue {
    private final PacketFifo frames = new PacketFifo();
    private final int limit;

    TestQueue(int limit) {
        this.limit = limit;
    }

    @Override
    public boolean mayBypass(Packet frame, int ahead) {
        return frames.isEmpty() && ahead < limit;
    }

    @Override
    public boolean offer(Packet frame, int ahead) {
        boolean fits = frames.size() + ahead < limit;
        if (fits) {
            frames.add(frame);
        }
        return fits;
    }

    @Override
    public Packet poll() {
        return frames.poll();
    }

    @Override
    public int length() {
        return frames.size();
    }
}
