package org.wirelathe.ip.ndp;

import java.util.Arrays;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Icmpv6Message;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.NeighborMessage;
import org.wirelathe.wire.NeighborOptions;
import org.wirelathe.wire.PrefixInformation;
import org.wirelathe.wire.Protocol;

/** A message that somebody on the link says, built in words. */
final class Say {
    final byte[] bytes = new byte[1600];
    int end = Ipv6Header.LENGTH;
    int hopLimit = 255;
    private final IpAddress source;
    private final IpAddress destination;

    Say(String source, String destination) {
        this.source = IpAddress.parse(source);
        this.destination = IpAddress.parse(destination);
    }

    private NeighborMessage view() {
        return new NeighborMessage().over(bytes, Ipv6Header.LENGTH);
    }

    Say rs() {
        end = view().writeRouterSolicitation();
        return this;
    }

    /** @param lifetime seconds */
    Say ra(int hopLimit, int lifetime, long reachableMs, long retransMs) {
        end = view().writeRouterAdvertisement(hopLimit, 0, lifetime, reachableMs, retransMs);
        return this;
    }

    Say ra(int lifetime) {
        return ra(0, lifetime, 0, 0);
    }

    Say ns(String target) {
        IpAddress ip = IpAddress.parse(target);
        end = view().writeNeighborSolicitation(ip.high(), ip.low());
        return this;
    }

    /** @param flags any of R, S and O */
    Say na(String target, String flags) {
        IpAddress ip = IpAddress.parse(target);
        end = view().writeNeighborAdvertisement((flags.contains("R") ? NeighborMessage.ROUTER : 0)
                | (flags.contains("S") ? NeighborMessage.SOLICITED : 0)
                | (flags.contains("O") ? NeighborMessage.OVERRIDE : 0), ip.high(), ip.low());
        return this;
    }

    Say redirect(String to, String target) {
        IpAddress ip = IpAddress.parse(to);
        IpAddress better = IpAddress.parse(target);
        end = view().writeRedirect(better.high(), better.low(), ip.high(), ip.low());
        return this;
    }

    /** The sender's link-layer address, by its last byte. */
    Say from(int mac) {
        end = NeighborOptions.writeAddress(bytes, end, NeighborOptions.SOURCE_ADDRESS, 0x0200_0000_0000L | mac);
        return this;
    }

    /** The target's link-layer address, by its last byte. */
    Say at(int mac) {
        end = NeighborOptions.writeAddress(bytes, end, NeighborOptions.TARGET_ADDRESS, 0x0200_0000_0000L | mac);
        return this;
    }

    Say mtu(int mtu) {
        end = NeighborOptions.writeMtu(bytes, end, mtu);
        return this;
    }

    /** @param flags any of L and A; lifetimes in seconds */
    Say prefix(String prefix, int length, String flags, long valid, long preferred) {
        IpAddress ip = IpAddress.parse(prefix);
        new PrefixInformation().over(bytes, end).write(length, (flags.contains("L") ? PrefixInformation.ON_LINK : 0)
                | (flags.contains("A") ? PrefixInformation.AUTONOMOUS : 0), valid, preferred, ip.high(), ip.low());
        end += PrefixInformation.LENGTH;
        return this;
    }

    /** Raw bytes behind what is there. */
    Say raw(int... more) {
        for (int one : more) {
            bytes[end++] = (byte) one;
        }
        return this;
    }

    Say hop(int limit) {
        hopLimit = limit;
        return this;
    }

    Say code(int code) {
        Bytes.u8(bytes, Ipv6Header.LENGTH + 1, code);
        return this;
    }

    Say cutTo(int length) {
        end = Ipv6Header.LENGTH + length;
        return this;
    }

    /** The packet, its ICMPv6 checksum right. */
    Packet packet(PacketPool pool) {
        new Ipv6Header(bytes, 0).write(0, 0, end - Ipv6Header.LENGTH, Protocol.ICMPV6, hopLimit, source.high(),
                source.low(), destination.high(), destination.low());
        if (end - Ipv6Header.LENGTH >= Icmpv6Message.HEADER) {
            new Icmpv6Message(bytes, Ipv6Header.LENGTH).seal(source.high(), source.low(), destination.high(),
                    destination.low(), end);
        }
        Packet packet = pool.take();
        System.arraycopy(bytes, 0, packet.bytes, packet.put(end), end);
        return packet;
    }

    byte[] message() {
        return Arrays.copyOfRange(bytes, Ipv6Header.LENGTH, end);
    }
}
