package org.wirelathe.ip.v4;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.net.InterfaceAddress;

/** An interface on which IPv4 runs: its addresses in the order in which they were given, and its groups. */
public final class Ipv4Interface {
    final Link link;
    final String name;
    final List<InterfaceAddress> addresses = new ArrayList<>();
    /** The groups that somebody on this node listens to here; one that several do stands there several times. */
    private int[] groups = new int[4];
    private int joined;

    Ipv4Interface(Link link) {
        this.link = link;
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
