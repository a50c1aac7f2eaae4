package org.wirelathe.ip.filter;

import org.wirelathe.api.net.FilterRule;
import org.wirelathe.api.net.FilterRule.Action;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.ip.PacketFilter;

/**
 * A node's firewall and its translation, each at its places: the firewall sees packets as hosts inside know them, so
 * addresses from outside are put right before it looks and those of inside hosts hidden after it (Linux: the same).
 */
public final class Filters implements PacketFilter {
    private final Firewall firewall;
    private final Nat nat;

    /** Of either may be none: {@code null}. */
    public Filters(Firewall firewall, Nat nat) {
        this.firewall = firewall;
        this.nat = nat;
    }

    @Override
    public Action look(Place place, Packet packet, String in, String out) {
        return switch (place) {
            case PREROUTING -> nat == null ? Action.ACCEPT : nat.arrived(packet, in);
            case INPUT -> firewall(FilterRule.Place.INPUT, packet, in, out);
            case FORWARD -> firewall(FilterRule.Place.FORWARD, packet, in, out);
            case OUTPUT -> firewall(FilterRule.Place.OUTPUT, packet, in, out);
            case POSTROUTING -> nat == null ? Action.ACCEPT : nat.leaves(packet, in, out);
        };
    }

    @Override
    public void undo(Packet packet) {
        if (nat != null) {
            nat.undo(packet);
        }
    }

    private Action firewall(FilterRule.Place place, Packet packet, String in, String out) {
        return firewall == null ? Action.ACCEPT : firewall.look(place, packet, in, out);
    }
}
