package org.wirelathe.ip.v4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.ip.Route;
import org.wirelathe.wire.Ipv4;

/** An interface on which IPv4 runs: its addresses in the order in which they were given, and its groups. */
public final class Ipv4Interface {
    final Link link;
    final String name;
    /** Its number, see {@link org.wirelathe.ip.Hop#index}. */
    final int index;
    final List<InterfaceAddress> addresses = new ArrayList<>();
    /** The way to all its neighbours at once; {@code null} while there is no address to send from. */
    Route toAll;
    /** The groups that somebody on this node listens to here; one that several do stands there several times. */
    private int[] groups = new int[4];
    private int joined;

    Ipv4Interface(Link link, int index) {
        this.link = link;
        this.index = index;
        name = link.name();
    }

    /** Whether an address is one of this interface's. */
    boolean has(int address) {
        for (InterfaceAddress one : addresses) {
            if (one.address().v4() == address) {
                return true;
            }
        }
        return false;
    }

    /** The address that it was given first; {@link Ipv4#ANY} without one. */
    int primary() {
        return addresses.isEmpty() ? Ipv4.ANY : addresses.getFirst().address().v4();
    }

    /** Whether two addresses are on one of its subnets. */
    boolean isOneSubnet(int one, int other) {
        for (InterfaceAddress address : addresses) {
            int mask = Ipv4.mask(address.prefixLength());
            int net = address.address().v4() & mask;
            if ((one & mask) == net && (other & mask) == net) {
                return true;
            }
        }
        return false;
    }

    /** RFC 1112 §7.1, JoinHostGroup. Hosts that ask their routers for groups (IGMP) would tell them here. */
    void join(int group) {
        if (joined == groups.length) {
            groups = Arrays.copyOf(groups, 2 * joined);
        }
        groups[joined++] = group;
        link.join(group);
    }

    /** RFC 1112 §7.1, LeaveHostGroup; a group that was never joined is left with ease. */
    void leave(int group) {
        for (int i = 0; i < joined; i++) {
            if (groups[i] == group) {
                groups[i] = groups[--joined];
                link.leave(group);
                return;
            }
        }
    }

    /** Whether somebody listens to a group here. */
    boolean isIn(int group) {
        for (int i = 0; i < joined; i++) {
            if (groups[i] == group) {
                return true;
            }
        }
        return false;
    }
}
