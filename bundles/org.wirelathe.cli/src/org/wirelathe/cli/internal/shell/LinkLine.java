package org.wirelathe.cli.internal.shell;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.wirelathe.api.link.Link;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.lab.NodeAccess;
import org.wirelathe.wire.Mac;

/**
 * An interface of a node, as {@code ip link} shows it.
 *
 * @param number from 1; the first is {@code lo} on Linux, and here too where there is a network layer
 * @param name its name
 * @param mtu bytes
 * @param mac its address
 * @param carrier whether its cable carries
 */
record LinkLine(int number, String name, int mtu, long mac, boolean carrier) {
    private static final int FIRST = 2;

    /** On the run's thread: links with their VLANs, or the ports of a switch. */
    static List<LinkLine> all(NodeAccess node) {
        List<LinkLine> lines = new ArrayList<>();
        for (Link link : node.links()) {
            lines.add(of(FIRST + lines.size(), link.name(), link.mtu(), link.nic()));
        }
        if (node.links().isEmpty()) {
            node.interfaces().forEach(nic -> lines.add(of(1 + lines.size(), nic.name(), nic.mtu(), nic)));
        }
        return lines;
    }

    private static LinkLine of(int number, String name, int mtu, NetworkInterface nic) {
        return new LinkLine(number, name, mtu, nic.mac(), nic.carrier());
    }

    void print(PrintStream out) {
        out.println(number + ": " + name + ": <" + (carrier ? "" : "NO-CARRIER,") + "BROADCAST,MULTICAST,UP"
                + (carrier ? ",LOWER_UP" : "") + "> mtu " + mtu + " state " + (carrier ? "UP" : "DOWN"));
        out.println("    link/ether " + Mac.format(mac) + " brd " + Mac.format(Mac.BROADCAST));
    }
}
