package org.wirelathe.tcp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.EchoListener;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** A network layer that keeps what TCP sends until the test looks at it. */
final class FakeNetwork implements Network {
    /** What has been sent, with who sent it to whom. */
    final Deque<Datagram> sent = new ArrayDeque<>();
    int mtu = 1500;
    /** What the card on the way does. */
    Offloads offloads = Offloads.NONE;
    ProtocolHandler handler;
    /** Answers to give instead of YES, one per segment. */
    final Deque<Sent> answers = new ArrayDeque<>();
    private final Set<Integer> addresses;

    record Datagram(Packet packet, int source, int destination) {
        /** Does what a card does that completes checksums: the field holds the sum over the pseudo header (B13). */
        void complete() {
            TcpHeader header = new TcpHeader(packet.bytes, packet.head);
            int pseudo = Checksum.fold(Checksum.pseudoHeader(source, destination, Protocol.TCP, packet.length()));
            if (packet.checksum != Packet.CHECKSUM_PARTIAL || header.checksum() != pseudo) {
                throw new AssertionError("no partial checksum: kind " + packet.checksum);
            }
            header.complete(packet.tail);
        }
    }

    FakeNetwork(Integer... addresses) {
        this.addresses = Set.of(addresses);
    }

    @Override
    public Sent send(Packet packet, int source, int destination, int protocol) {
        if (protocol != Protocol.TCP || packet.head < headroom()) {
            throw new AssertionError("protocol " + protocol + ", " + packet.head + " bytes of headroom");
        }
        Sent answer = answers.isEmpty() ? Sent.YES : answers.removeFirst();
        if (answer == Sent.YES) {
            sent.addLast(new Datagram(packet, source, destination));
        } else {
            packet.release();
        }
        return answer;
    }

    @Override
    public void handler(int protocol, ProtocolHandler newHandler) {
        handler = newHandler;
    }

    @Override
    public boolean isLocal(int address) {
        return addresses.contains(address);
    }

    @Override
    public int sourceFor(int destination) {
        return mtu == 0 ? Ipv4.ANY : addresses.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    @Override
    public int mtuTo(int destination) {
        return mtu;
    }

    @Override
    public Offloads offloadsTo(int destination) {
        return offloads;
    }

    @Override
    public int headroom() {
        return 34;
    }

    @Override
    public void addInterface(Link link, int address, int prefixLength) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addRoute(int prefix, int prefixLength, int nextHop) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void forwarding(boolean forward) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Sent echo(int destination, int identifier, int sequence, int size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void echoListener(int identifier, EchoListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        while (!sent.isEmpty()) {
            sent.removeFirst().packet().release();
        }
    }
}
