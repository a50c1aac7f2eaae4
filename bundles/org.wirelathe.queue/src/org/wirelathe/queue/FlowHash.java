package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;

/**
 * Which flow a frame belongs to: a hash of addresses, protocol and ports (RFC 8290 §4.1), perturbed by a number drawn
 * per run, so that nobody can aim at another's queue. Fragments go by addresses and protocol, for only the first
 * has ports; what is not IP goes by its MAC addresses and EtherType.
 */
final class FlowHash {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int IPV6_LENGTH = 40;

    private final long perturbation;

    FlowHash(long perturbation) {
        this.perturbation = perturbation;
    }

    /** From 0 to {@code flows - 1}. */
    int flow(Packet frame, int flows) {
        return (int) ((hash(frame) >>> 32) * flows >>> 32);
    }

    private long hash(Packet frame) {
        int at = Frames.payload(frame);
        if (Frames.isIpv4(frame, at)) {
            return ipv4(frame.bytes, at, frame.tail);
        }
        if (Frames.isIpv6(frame, at)) {
            return ipv6(frame.bytes, at, frame.tail);
        }
        return at < 0 ? perturbation : other(frame, at);
    }

    private long ipv4(byte[] bytes, int at, int end) {
        int protocol = Bytes.u8(bytes, at + 9);
        long hash = mix(perturbation ^ Bytes.i64(bytes, at + 12));
        boolean fragment = (Bytes.u16(bytes, at + 6) & 0x3FFF) != 0;
        int header = (Bytes.u8(bytes, at) & 0xF) << 2;
        return mix(hash ^ protocol ^ (fragment ? 0 : ports(bytes, at + header, end, protocol)));
    }

    private long ipv6(byte[] bytes, int at, int end) {
        long hash = perturbation;
        for (int i = at + 8; i < at + IPV6_LENGTH; i += 8) {
            hash = mix(hash ^ Bytes.i64(bytes, i));
        }
        int protocol = Bytes.u8(bytes, at + 6);
        return mix(hash ^ protocol ^ ports(bytes, at + IPV6_LENGTH, end, protocol));
    }

    /** Both ports, out of the way of the protocol number; 0 for a protocol without. */
    private static long ports(byte[] bytes, int at, int end, int protocol) {
        return (protocol == TCP || protocol == UDP) && end - at >= 4 ? (long) Bytes.i32(bytes, at) << 8 : 0;
    }

    private long other(Packet frame, int at) {
        long destination = Bytes.u48(frame.bytes, frame.head);
        long source = Bytes.u48(frame.bytes, frame.head + EthernetHeader.LENGTH - 8);
        return mix(mix(perturbation ^ destination) ^ source << 16 ^ Frames.type(frame, at));
    }

    /** SplitMix64's finalizer: every input bit moves every output bit. */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
