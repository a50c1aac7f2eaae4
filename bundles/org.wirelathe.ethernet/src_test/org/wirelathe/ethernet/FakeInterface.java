package org.wirelathe.ethernet;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.UnaryOperator;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.NicDriver;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.queue.PacketQueue;

/** An interface on no cable: keeps copies of the frames sent. */
final class FakeInterface implements NetworkInterface {
    private final String name;
    private final long mac;
    final Deque<byte[]> sent = new ArrayDeque<>();
    FrameReceiver link;
    boolean keep = true;
    boolean full;

    FakeInterface(String name, long mac) {
        this.name = name;
        this.mac = mac;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long mac() {
        return mac;
    }

    @Override
    public int mtu() {
        return 1500;
    }

    @Override
    public boolean send(Packet frame) {
        if (keep && !full) {
            sent.add(Arrays.copyOfRange(frame.bytes, frame.head, frame.tail));
        }
        frame.release();
        return !full;
    }

    @Override
    public void receiver(FrameReceiver receiver) {
        link = receiver;
    }

    @Override
    public void queue(PacketQueue queue) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void driver(NicDriver driver, UnaryOperator<NetDevice> decorate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int backlog() {
        return 0;
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
