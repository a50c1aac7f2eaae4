package org.wirelathe.ethernet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;

/**
 * A frame by which a switch finds loops: a reply of the Configuration Testing Protocol (Ethernet V2 §8), as other makes
 * of switches send it to themselves, with data of our own. Each switch on its way writes its name behind it.
 *
 * <p>A view that its owner lays {@link #over} one frame after the other.
 */
final class LoopFrame {
    /** The group of loopback assistance. */
    static final long DESTINATION = 0xCF00_0000_0000L;
    /** Should not come back. */
    static final int PROBE = 1;
    /** As a probe, from a port that is shut: while it comes back, the port stays so. */
    static final int CHECK = 2;
    /** The ways have changed: whoever hears of it forgets what it has learned. */
    static final int FLUSH = 3;

    /** Least length behind the header. */
    static final int LENGTH = 40;
    /** Most bytes of a switch's name. */
    static final int NAME = 32;

    private static final int FUNCTION = 2;
    private static final int REPLY = 0x0100; // 1 in little-endian order, as the protocol has it
    private static final int MAGIC = 6;
    private static final int MAGIC_VALUE = 0x574C_4F50; // WLOP
    private static final int KIND = 10;
    private static final int IDENTITY = 12;
    private static final int NONCE = 18;
    private static final int PORT = 26;
    private static final int SENT_AT = 30;
    private static final int PATH_LENGTH = 38;
    private static final int STEP = 7;
    /** No longer than this, whatever the MTU: more switches than that have no name. */
    private static final int LONGEST = 1400;

    private Packet frame;
    private byte[] bytes;
    private int at;

    /** Lays the view over a frame, which has a whole Ethernet header; false when it is no such frame. */
    boolean over(Packet frame) {
        this.frame = frame;
        bytes = frame.bytes;
        at = frame.head + EthernetHeader.LENGTH;
        int etherType = Bytes.u16(bytes, at - 2);
        if (etherType == EtherType.VLAN && frame.tail - at >= VlanTag.LENGTH) {
            at += VlanTag.LENGTH;
            etherType = Bytes.u16(bytes, at - 2);
        }
        return etherType == EtherType.LOOPBACK && frame.tail - at >= LENGTH
                && Bytes.i32(bytes, at + MAGIC) == MAGIC_VALUE && isPathWhole();
    }

    private boolean isPathWhole() {
        int step = at + LENGTH;
        int end = step + Bytes.u16(bytes, at + PATH_LENGTH);
        if (end > frame.tail) {
            return false;
        }
        while (end - step >= STEP && Bytes.u8(bytes, step + STEP - 1) <= NAME) {
            step = next(step);
        }
        return step == end;
    }

    private int next(int step) {
        return step + STEP + Bytes.u8(bytes, step + STEP - 1);
    }

    /** Writes the whole frame into a fresh packet, with an empty path. */
    void write(Packet fresh, long source, int kind, long identity, long nonce, int port, long sentAt) {
        frame = fresh;
        bytes = fresh.bytes;
        int start = fresh.put(EthernetHeader.LENGTH + LENGTH);
        new EthernetHeader(bytes, start).write(DESTINATION, source, EtherType.LOOPBACK);
        at = start + EthernetHeader.LENGTH;
        Bytes.u16(bytes, at, 0);
        Bytes.u16(bytes, at + FUNCTION, REPLY);
        Bytes.u16(bytes, at + FUNCTION + 2, 0);
        Bytes.i32(bytes, at + MAGIC, MAGIC_VALUE);
        Bytes.u16(bytes, at + KIND, kind);
        Bytes.u48(bytes, at + IDENTITY, identity);
        Bytes.i64(bytes, at + NONCE, nonce);
        Bytes.i32(bytes, at + PORT, port);
        Bytes.i64(bytes, at + SENT_AT, sentAt);
        Bytes.u16(bytes, at + PATH_LENGTH, 0);
        Padding.append(fresh);
    }

    int kind() {
        return Bytes.u16(bytes, at + KIND);
    }

    /** The switch that sent it: the lowest of its MAC addresses. */
    long identity() {
        return Bytes.u48(bytes, at + IDENTITY);
    }

    /** Its sender's secret. */
    long nonce() {
        return Bytes.i64(bytes, at + NONCE);
    }

    /** Its sender's port. */
    int port() {
        return Bytes.i32(bytes, at + PORT);
    }

    /** When it was sent, ns. */
    long sentAt() {
        return Bytes.i64(bytes, at + SENT_AT);
    }

    private int pathEnd() {
        return at + LENGTH + Bytes.u16(bytes, at + PATH_LENGTH);
    }

    /** Whether it has passed that switch. */
    boolean passed(long identity) {
        for (int step = at + LENGTH; step < pathEnd(); step = next(step)) {
            if (Bytes.u48(bytes, step) == identity) {
                return true;
            }
        }
        return false;
    }

    /** Whether that switch has a lower identity than all it has passed. */
    boolean isLowest(long identity) {
        for (int step = at + LENGTH; step < pathEnd(); step = next(step)) {
            if (Bytes.u48(bytes, step) < identity) {
                return false;
            }
        }
        return true;
    }

    /** The names of the switches that it has passed, in order. */
    List<String> path() {
        List<String> names = new ArrayList<>();
        for (int step = at + LENGTH; step < pathEnd(); step = next(step)) {
            names.add(new String(bytes, step + STEP, Bytes.u8(bytes, step + STEP - 1), StandardCharsets.UTF_8));
        }
        return names;
    }

    /** Writes one more switch to the path; false when there is no room for it. */
    boolean append(long identity, byte[] name) {
        int step = pathEnd();
        int end = step + STEP + name.length;
        if (end - frame.head > LONGEST || end > bytes.length) {
            return false;
        }
        if (end > frame.tail) {
            frame.put(end - frame.tail);
        }
        Bytes.u48(bytes, step, identity);
        Bytes.u8(bytes, step + STEP - 1, name.length);
        System.arraycopy(name, 0, bytes, step + STEP, name.length);
        Bytes.u16(bytes, at + PATH_LENGTH, end - at - LENGTH);
        return true;
    }
}
