package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Subnet;

/** Names and addresses that are still free. */
final class Suggest {
    private static final int FIRST = 0x0A000000; // 10.0.0.0
    private static final int PREFIX = 24;
    private static final int HOSTS = 1 << 32 - PREFIX;

    private final Set<String> names = new HashSet<>();
    private final Set<Integer> addresses = new HashSet<>();
    private final Set<Subnet> subnets = new HashSet<>();

    /** What is free in {@code lab}, given that {@code taken} are names too. */
    Suggest(Lab lab, Set<String> taken) {
        names.addAll(taken);
        for (Node node : lab.nodes()) {
            names.add(node.name());
            for (Interface iface : node.interfaces()) {
                if (iface.hasAddress()) {
                    addresses.add(iface.address());
                    subnets.add(iface.subnet());
                }
            }
        }
    }

    /** {@code h1}, {@code h2} ... for hosts, {@code r1} ... for routers, {@code sw1} ... for switches. */
    String nodeName(NodeType type) {
        String stem =
                switch (type) {
                    case HOST -> "h";
                    case ROUTER -> "r";
                    case SWITCH -> "sw";
                    case TAP -> "tap";
                };
        return free(stem, 1, names);
    }

    /** {@code p1}, {@code p2} ... of a switch. */
    static String portName(Set<String> taken) {
        return free("p", 1, taken);
    }

    /** {@code eth0}, {@code eth1} ... */
    static String interfaceName(Set<String> taken) {
        return free("eth", 0, taken);
    }

    /** The first of 10.0.1.0/24, 10.0.2.0/24 ... that touches no network of the lab. */
    Subnet subnet() {
        for (int i = 1; i < 1 << 16; i++) {
            Subnet subnet = new Subnet(FIRST + i * HOSTS, PREFIX);
            if (subnets.stream().noneMatch(subnet::overlaps)) {
                subnets.add(subnet);
                return subnet;
            }
        }
        throw new EditException(
                "every network of 10.0.0.0/8 is in use: write the address yourself");
    }

    /** A free address: hosts from the front of the network, routers from its end. */
    int address(Subnet subnet, NodeType type) {
        int first = subnet.prefixLength() >= 31 ? subnet.network() : subnet.network() + 1;
        int last = subnet.prefixLength() >= 31 ? subnet.last() : subnet.last() - 1;
        boolean upwards = type == NodeType.HOST;
        int address = upwards ? first : last;
        for (long left = Integer.toUnsignedLong(last) - Integer.toUnsignedLong(first);
                left >= 0;
                left--) {
            if (addresses.add(address)) {
                return address;
            }
            address += upwards ? 1 : -1;
        }
        throw new EditException("the network " + subnet + " has no free address");
    }

    private static String free(String stem, int from, Set<String> taken) {
        int i = from;
        while (taken.contains(stem + i)) {
            i++;
        }
        return stem + i;
    }
}
