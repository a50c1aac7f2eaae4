package org.wirelathe.ethernet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.packet.Packet;

/**
 * An interface on no cable: keeps copies of the frames sent. A proxy, because this bundle does not import the queues
 * that the whole interface speaks of.
 */
final class FakeInterface implements InvocationHandler {
    private final String name;
    private final long mac;
    final Deque<byte[]> sent = new ArrayDeque<>();
    FrameReceiver link;
    boolean keep = true;
    boolean full;
    /** The buffer of the frame sent last, and where the frame began in it. */
    byte[] buffer;
    int head;
    int mtu = 1500;

    FakeInterface(String name, long mac) {
        this.name = name;
        this.mac = mac;
    }

    NetworkInterface nic() {
        return (NetworkInterface) Proxy.newProxyInstance(NetworkInterface.class.getClassLoader(),
                new Class<?>[] {NetworkInterface.class}, this);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "name":
                return name;
            case "mac":
                return mac;
            case "mtu":
                return mtu;
            case "receiver":
                link = (FrameReceiver) arguments[0];
                return null;
            case "send":
                return send((Packet) arguments[0]);
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }

    private boolean send(Packet frame) {
        buffer = frame.bytes;
        head = frame.head;
        if (keep && !full) {
            sent.add(Arrays.copyOfRange(frame.bytes, frame.head, frame.tail));
        }
        frame.release();
        return !full;
    }
}
