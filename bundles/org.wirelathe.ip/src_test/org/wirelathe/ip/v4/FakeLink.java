package org.wirelathe.ip.v4;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv4;

/** A link to nowhere: notes what is sent on it and to whom. A proxy: most of a link and its card is of no use here. */
public final class FakeLink implements InvocationHandler {
    /**
     * @param to the next hop, or {@link Ipv4#BROADCAST}
     * @param checksum {@link Packet#checksum}
     * @param segmentSize {@link Packet#segmentSize}
     * @param id {@link Packet#id}
     */
    record Sent(String link, int to, byte[] packet, byte checksum, int segmentSize, long id) {
    }

    private final NetworkInterface card = (NetworkInterface) Proxy.newProxyInstance(Link.class.getClassLoader(),
            new Class<?>[] {NetworkInterface.class}, (proxy, method, arguments) -> offload(method));
    private final String name;
    private final int mtu;
    private final List<Sent> sent;
    public final Link link = (Link) Proxy.newProxyInstance(Link.class.getClassLoader(), new Class<?>[] {Link.class}, this);
    LinkClient client;
    int address;
    boolean keep = true;
    boolean full;
    /** Packets given to the link, kept or not. */
    long given;
    /** The packet given last, which is back in its pool, and where its head was. */
    Packet last;
    int head;
    /** What the card does. */
    Offloads offloads = Offloads.NONE;

    FakeLink(String name, int mtu, List<Sent> sent) {
        this.name = name;
        this.mtu = mtu;
        this.sent = sent;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) {
        switch (method.getName()) {
            case "nic":
                return card;
            case "name":
                return name;
            case "mtu":
                return mtu;
            case "client":
                client = (LinkClient) arguments[0];
                return null;
            case "address":
                address = (int) arguments[0];
                return null;
            case "join":
            case "leave":
            case "forget":
                return null;
            case "send":
                return send((Packet) arguments[0], (int) arguments[1]);
            case "broadcast":
                return send((Packet) arguments[0], Ipv4.BROADCAST);
            default:
                throw new UnsupportedOperationException(method.getName());
        }
    }

    private Offloads offload(Method method) {
        if (!method.getName().equals("offloads")) {
            throw new UnsupportedOperationException(method.getName());
        }
        return offloads;
    }

    private boolean send(Packet packet, int to) {
        given++;
        if (keep && !full) {
            sent.add(new Sent(name, to, Arrays.copyOfRange(packet.bytes, packet.head, packet.tail),
                    packet.checksum, packet.segmentSize, packet.id));
        }
        last = packet;
        head = packet.head;
        packet.release();
        return !full;
    }
}
