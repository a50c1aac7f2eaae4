package org.wirelathe.ip;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv4;

/**
 * A link to nowhere: notes what is sent on it and to whom. A proxy, because this bundle does not import the cards that
 * a whole link speaks of.
 */
final class FakeLink implements InvocationHandler {
    /** @param to the next hop, or {@link Ipv4#BROADCAST} */
    record Sent(String link, int to, byte[] packet) {
    }

    private final String name;
    private final int mtu;
    private final List<Sent> sent;
    final Link link = (Link) Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {Link.class}, this);
    LinkClient client;
    int address;
    boolean keep = true;
    boolean full;

    FakeLink(String name, int mtu, List<Sent> sent) {
        this.name = name;
        this.mtu = mtu;
        this.sent = sent;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "mtu":
                return mtu;
            case "client":
                client = (LinkClient) arguments[0];
                return null;
            case "address":
                address = (int) arguments[0];
                return null;
            case "send":
                return send((Packet) arguments[0], (int) arguments[1]);
            case "broadcast":
                return send((Packet) arguments[0], Ipv4.BROADCAST);
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }

    private boolean send(Packet packet, int to) {
        if (keep && !full) {
            sent.add(new Sent(name, to, Arrays.copyOfRange(packet.bytes, packet.head, packet.tail)));
        }
        packet.release();
        return !full;
    }
}
