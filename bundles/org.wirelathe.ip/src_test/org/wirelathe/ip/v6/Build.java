package org.wirelathe.ip.v6;

import java.util.Arrays;

import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv6Header;

/** Writes a packet header by header, by hand from RFC 8200. */
final class Build {
    private static final int NO_NEXT = 59;

    private byte[] bytes = new byte[Ipv6Header.LENGTH];
    /** Where the next header's type is to be written. */
    private int link = 6;

    private Build(String source, String destination) {
        bytes[0] = 0x60;
        bytes[7] = 64;
        bytes[link] = NO_NEXT;
        IpAddress.parse(source).write(bytes, 8);
        IpAddress.parse(destination).write(bytes, 24);
    }

    static Build packet(String source, String destination) {
        return new Build(source, destination);
    }

    /** A packet of the test protocol with so many bytes 1, 2, 3 ... */
    static byte[] test(String source, String destination, int size) {
        return packet(source, destination).data(TestNode.TEST, size).bytes();
    }

    static byte[] test(String source, String destination) {
        return test(source, destination, 40);
    }

    Build hopLimit(int limit) {
        bytes[7] = (byte) limit;
        return this;
    }

    /** An extension header of {@code 2 + body} bytes, which is a multiple of 8. */
    Build extension(int type, int... body) {
        int at = bytes.length;
        header(type, new byte[2 + body.length]);
        bytes[at] = NO_NEXT;
        bytes[at + 1] = (byte) ((2 + body.length) / 8 - 1);
        for (int i = 0; i < body.length; i++) {
            bytes[at + 2 + i] = (byte) body[i];
        }
        link = at;
        return this;
    }

    /** A fragment header; the offset in bytes. */
    Build fragment(int offset, boolean more, int id) {
        int at = bytes.length;
        int word = offset | (more ? 1 : 0);
        header(44, new byte[] {NO_NEXT, 0, (byte) (word >> 8), (byte) word, (byte) (id >> 24), (byte) (id >> 16),
                (byte) (id >> 8), (byte) id});
        link = at;
        return this;
    }

    /** What comes last, whole. */
    Build header(int type, byte[] header) {
        int at = bytes.length;
        bytes = Arrays.copyOf(bytes, at + header.length);
        System.arraycopy(header, 0, bytes, at, header.length);
        bytes[link] = (byte) type;
        return this;
    }

    /** So many bytes 1, 2, 3 ... */
    Build data(int type, int size) {
        byte[] data = new byte[size];
        for (int i = 0; i < size; i++) {
            data[i] = (byte) (i + 1);
        }
        return header(type, data);
    }

    byte[] bytes() {
        int length = bytes.length - Ipv6Header.LENGTH;
        bytes[4] = (byte) (length >> 8);
        bytes[5] = (byte) length;
        return bytes;
    }
}
