package org.wirelathe.ip;

import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;

/**
 * Looks at packets on their way through the layer, and may change them: the firewall, and the translation of addresses.
 * It sees the places of netfilter in this order: a packet that comes in by an interface {@link Place#PREROUTING} and
 * then, by its destination, {@link Place#INPUT} or {@link Place#FORWARD} and {@link Place#POSTROUTING}; one that this
 * node sends {@link Place#OUTPUT} and {@link Place#POSTROUTING}. What this node sends itself over {@code lo} it sees at
 * OUTPUT and at INPUT.
 */
public interface PacketFilter {
    /** Where a packet is looked at, by the names of netfilter's hooks. */
    enum Place {
        /** Just in, its header found sound; its destination may still be changed. */
        PREROUTING,
        /** For this node, whole again if it had been cut. */
        INPUT,
        /** Passing through, its next hop known. */
        FORWARD,
        /** From this node, its next hop known. */
        OUTPUT,
        /** About to leave, from here or passing through; its source may still be changed. */
        POSTROUTING
    }

    /**
     * What is to be done with a packet.
     *
     * @param packet head at the IP header, which is sound; it stays with the caller. When the filter changes it, it
     *        mends the checksums, and takes {@link Packet#checksum} into account.
     * @param in name of the interface it came in by; {@code lo} or {@code null} when this node sent it
     * @param out name of the interface it is to leave by; {@code null} while that is open, or when it is for this node
     */
    Action look(Place place, Packet packet, String in, String out);

    /**
     * A packet that had been looked at in {@link Place#POSTROUTING} comes back, as nobody took it: undoes what was
     * changed in it there, so that its sender can hear of it.
     *
     * @param packet head at the IP header; it stays with the caller
     */
    default void undo(Packet packet) {
        // Whoever changes nothing has nothing to undo.
    }
}
