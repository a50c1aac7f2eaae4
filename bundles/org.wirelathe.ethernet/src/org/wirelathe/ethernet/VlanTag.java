package org.wirelathe.ethernet;

import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.EtherType;

/** The tag between a frame's addresses and its EtherType (IEEE 802.1Q §9.6): 8100, then priority and VLAN. */
final class VlanTag {
    /** Length in bytes. */
    static final int LENGTH = 4;
    /** The VLAN identifier in the tag's second half. */
    static final int VID = 0xFFF;
    /** No VLAN: the tag gives a priority only (IEEE 802.1Q table 9-2). */
    static final int PRIORITY_ONLY = 0;
    /** Reserved; no frame may carry it. */
    static final int RESERVED = 0xFFF;

    private static final int ADDRESSES = 12;

    private VlanTag() {
    }

    /** The VLAN that a tagged frame names; the caller has checked that the tag is there. */
    static int vlan(byte[] bytes, int frame) {
        return Bytes.u16(bytes, frame + ADDRESSES + 2) & VID;
    }

    /** Names another VLAN in the tag and keeps its priority. */
    static void rename(byte[] bytes, int frame, int vlan) {
        int at = frame + ADDRESSES + 2;
        Bytes.u16(bytes, at, Bytes.u16(bytes, at) & ~VID | vlan);
    }

    /** Writes a tag of priority 0. */
    static void write(byte[] bytes, int at, int vlan) {
        Bytes.u16(bytes, at, EtherType.VLAN);
        Bytes.u16(bytes, at + 2, vlan);
    }

    /** Tags a frame that has the headroom. */
    static void insert(Packet frame, int vlan) {
        int from = frame.head;
        int to = frame.push(LENGTH);
        System.arraycopy(frame.bytes, from, frame.bytes, to, ADDRESSES);
        write(frame.bytes, to + ADDRESSES, vlan);
    }

    /** Takes the tag off a frame. */
    static void remove(Packet frame) {
        int from = frame.pull(LENGTH);
        System.arraycopy(frame.bytes, from, frame.bytes, frame.head, ADDRESSES);
    }
}
