package org.wirelathe.tcp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.wirelathe.api.net.Sent;
import org.wirelathe.api.nic.Offloads;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Checksum;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Protocol;
import org.wirelathe.wire.TcpHeader;

/** A network layer that keeps what TCP sends until the test looks at it. */
final class FakeNetwork extends TestNetwork {
    /** What has been sent, with who sent it to whom. */
    final Deque<Datagram> sent = new ArrayDeque<>();
    int mtu = 1500;
    /** What paths are taken to let through at least, whatever vanishes. */
    int narrowest = 1064;
    /** Sizes of packets that TCP found to vanish. */
    final List<Integer> blackHoles = new ArrayList<>();
    /** What the card on the way does. */
    Offloads offloads = Offloads.NONE;
    /** Answers to give instead of YES, one per segment. */
    final Deque<Sent> answers = new ArrayDeque<>();
    private final List<IpAddress> addresses;

    record Datagram(Packet packet, IpAddress source, IpAddress destination) {
        /** Does what a card does that completes checksums: the field holds the sum over the pseudo header (B13). */
        void complete() {
            TcpHeader header = new TcpHeader(packet.bytes, packet.head);
            int pseudo = Checksum.fold(Checksum.pseudoHeader(source.high(), source.low(),
                    destination.high(), destination.low(), Protocol.TCP, packet.length()));
            if (packet.checksum != Packet.CHECKSUM_PARTIAL || header.checksum() != pseudo) {
                throw new AssertionError("no partial checksum: kind " + packet.checksum);
            }
            header.complete(packet.tail);
        }
    }

    FakeNetwork(IpAddress... addresses) {
        this.addresses = List.of(addresses);
    }

    @Override
    Sent send(Packet packet, IpAddress source, IpAddress destination, int protocol) {
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
    public boolean isLocal(IpAddress address) {
        return addresses.contains(address);
    }

    @Override
    IpAddress address() {
        return addresses.getFirst();
    }

    @Override
    int mtu() {
        return mtu;
    }

    /** As RFC 1191 §5 and Linux (min_pmtu) want it of a network layer. */
    @Override
    void tooBig(int said) {
        mtu = said == 0 ? mtu : Math.min(mtu, Math.max(552, said));
    }

    @Override
    void blackHole(int size) {
        blackHoles.add(size);
        mtu = Math.min(mtu, Math.max(narrowest, size > 1064 ? 1064 : size / 2)); // Linux tcp_base_mss: 1024 of text
    }

    @Override
    Offloads offloads() {
        return offloads;
    }

    @Override
    public void close() {
        while (!sent.isEmpty()) {
            sent.removeFirst().packet().release();
        }
    }
}
