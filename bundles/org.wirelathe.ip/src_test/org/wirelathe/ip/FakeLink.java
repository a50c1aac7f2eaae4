package org.wirelathe.ip;

import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Ipv4;

/** A link to nowhere: notes what is sent on it and to whom. */
final class FakeLink implements Link {
    /** @param to the next hop, or {@link Ipv4#BROADCAST} */
    record Sent(String link, int to, byte[] packet) {
    }

    private final String name;
    private final int mtu;
    private final List<Sent> sent;
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
    public NetworkInterface nic() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int mtu() {
        return mtu;
    }

    @Override
    public void client(LinkClient client) {
        this.client = client;
    }

    @Override
    public void address(int ipv4) {
        address = ipv4;
    }

    @Override
    public boolean send(Packet packet, int nextHop) {
        if (keep && !full) {
            sent.add(new Sent(name, nextHop, Arrays.copyOfRange(packet.bytes, packet.head, packet.tail)));
        }
        packet.release();
        return !full;
    }

    @Override
    public boolean broadcast(Packet packet) {
        return send(packet, Ipv4.BROADCAST);
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
