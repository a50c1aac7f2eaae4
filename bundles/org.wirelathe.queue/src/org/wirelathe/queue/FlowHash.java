package org.wirelathe.queue;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.FragmentHeader;
import org.wirelathe.wire.Ipv6Extensions;
import org.wirelathe.wire.Ipv6Header;
import org.wirelathe.wire.Protocol;

/**
 * Which flow a frame belongs to: a hash of addresses, protocol and ports (RFC 8290 §4.1), perturbed by a number drawn
 * per run, so that nobody can aim at another's queue. Fragments go by addresses and protocol, for only the first
 * has ports; what is not IP goes by its MAC addresses and EtherType. As in Linux's flow dissector an IPv6 flow label
 * stands for the ports (RFC 6437 §3), and they are looked for behind extension headers where there is none.
 */
final class FlowHash {
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
        int next = at + Ipv6Header.LENGTH;
        for (int i = at + Ipv6Header.SOURCE; i < next; i += 8) {
            hash = mix(hash ^ Bytes.i64(bytes, i));
        }
        int protocol = Bytes.u8(bytes, at + Ipv6Header.NEXT_HEADER);
        int label = Bytes.i32(bytes, at) & Ipv6Header.FLOW_LABEL;
        if (label != 0) {
            return mix(hash ^ protocol ^ (long) label << 8);
        }
        for (int headers = 0; Ipv6Extensions.isExtension(protocol) && end - next >= FragmentHeader.LENGTH
                && headers < Ipv6Extensions.MOST_HEADERS; headers++) {
            boolean fragment = protocol == Protocol.FRAGMENT;
            protocol = Bytes.u8(bytes, next);
            if (fragment) {
                return mix(hash ^ protocol);
            }
            next += 8 + 8 * Bytes.u8(bytes, next + 1);
        }
        return mix(hash ^ protocol ^ ports(bytes, next, end, protocol));
    }

    /** Both ports, out of the way of the protocol number; 0 for a protocol without. */
    private static long ports(byte[] bytes, int at, int end, int protocol) {
        boolean has = (protocol == Protocol.TCP || protocol == Protocol.UDP) && end - at >= 4;
        return has ? (long) Bytes.i32(bytes, at) << 8 : 0;
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
