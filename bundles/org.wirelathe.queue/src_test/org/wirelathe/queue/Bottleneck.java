package org.wirelathe.queue;

import java.util.function.Consumer;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;
import org.wirelathe.api.time.Timer;

/** A line of some rate that a queue feeds, as an interface would: bypass, offer, poll when the line falls free. */
final class Bottleneck {
    private final TestNode node;
    private final PacketQueue queue;
    private final long rate;
    private final Consumer<Packet> sink;
    private final Timer free;
    private Packet onWire;
    private long sent;
    private long refused;
    private long bytes;

    /** @param sink takes each frame when its last bit has left */
    Bottleneck(TestNode node, PacketQueue queue, long rate, Consumer<Packet> sink) {
        this.node = node;
        this.queue = queue;
        this.rate = rate;
        this.sink = sink;
        free = node.clock.timer(this::finished);
        queue.waker(this::start);
    }

    /** Returns whether the frame was taken. */
    boolean send(Packet frame) {
        int ahead = onWire == null ? 0 : 1;
        if (queue.mayBypass(frame, ahead) && ahead == 0) {
            transmit(frame);
            return true;
        }
        if (!queue.offer(frame, ahead)) {
            refused++;
            frame.release();
            return false;
        }
        start();
        return true;
    }

    private void start() {
        if (onWire == null) {
            Packet frame = queue.poll();
            if (frame != null) {
                transmit(frame);
            }
        }
    }

    private void transmit(Packet frame) {
        onWire = frame;
        free.armAt(node.clock.now() + frame.length() * 8 * TestNode.SECOND / rate);
    }

    private void finished() {
        Packet frame = onWire;
        onWire = null;
        sent++;
        bytes += frame.length();
        start();
        sink.accept(frame);
    }

    long sent() {
        return sent;
    }

    long refused() {
        return refused;
    }

    long bytes() {
        return bytes;
    }

    /** Frames in the queue and on the line. */
    int held() {
        return queue.length() + (onWire == null ? 0 : 1);
    }

    void close() {
        free.cancel();
        if (onWire != null) {
            onWire.release();
            onWire = null;
        }
        queue.close();
    }
}
