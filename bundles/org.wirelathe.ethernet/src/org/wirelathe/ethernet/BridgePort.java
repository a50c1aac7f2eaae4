package org.wirelathe.ethernet;

import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.probe.Counter;

/** One port of a switch: an interface, its VLANs, whether it is shut, and what was counted at it. */
final class BridgePort {
    final NetworkInterface nic;
    final String name;
    final int index;
    /** The VLAN of frames without a tag; 0 when there is none. */
    final int untagged;
    /** Bit by bit, the VLANs that pass; {@code null} on a switch without VLANs. */
    private final long[] vlans;

    /** Why it is shut, for people; {@code null} while it is open. */
    String shut;
    /** The VLAN in which its loop was found. */
    int loopVlan;
    /** When to look next whether its loop is gone, ns. */
    long checkAt;
    /** Frames sent since to see whether they come back. */
    int checks;

    /** The station heard last, when it was noted, and the state of the table then: most frames come in trains. */
    long heard;
    long heardAt;
    int heardChanges;

    final Counter rxFrames;
    final Counter txFrames;
    final Counter rxTruncated;
    final Counter rxSourceInvalid;
    final Counter rxReserved;
    final Counter rxVlanRefused;
    final Counter rxSamePort;
    final Counter rxBlocked;
    final Counter rxNoPort;
    final Counter txTooBig;

    BridgePort(NodeContext node, NetworkInterface nic, int index, SwitchPort vlans) {
        this.nic = nic;
        this.index = index;
        name = nic.name();
        untagged = vlans == null ? 0 : vlans.untagged();
        this.vlans = vlans == null ? null : bits(vlans);
        rxFrames = node.counters().counter(name, "switchIn");
        txFrames = node.counters().counter(name, "switchOut");
        rxTruncated = node.counters().drop(name, "rxTruncated");
        rxSourceInvalid = node.counters().drop(name, "rxSourceInvalid");
        rxReserved = node.counters().drop(name, "rxReserved");
        rxVlanRefused = node.counters().drop(name, "rxVlanRefused");
        rxSamePort = node.counters().drop(name, "rxSamePort");
        rxBlocked = node.counters().drop(name, "rxBlocked");
        rxNoPort = node.counters().drop(name, "rxNoPort");
        txTooBig = node.counters().drop(name, "txTooBig");
    }

    private static long[] bits(SwitchPort port) {
        long[] bits = new long[64];
        if (port.untagged() != 0) {
            bits[port.untagged() >> 6] |= 1L << port.untagged();
        }
        for (int vlan : port.tagged()) {
            bits[vlan >> 6] |= 1L << vlan;
        }
        return bits;
    }

    /** Whether frames of that VLAN pass. */
    boolean carries(int vlan) {
        return vlans == null || (vlans[vlan >> 6] >>> vlan & 1) != 0;
    }

    /** Whether frames may leave here: it is not shut, and there is a cable that works. */
    boolean isOpen() {
        return shut == null && nic.carrier();
    }
}
