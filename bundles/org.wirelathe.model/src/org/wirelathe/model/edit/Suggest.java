package org.wirelathe.model.edit;

import java.util.HashSet;
import java.util.Set;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.model.Interface;
import org.wirelathe.model.Lab;
import org.wirelathe.model.Node;
import org.wirelathe.model.NodeType;
import org.wirelathe.model.Prefixes;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.IpPrefix;

/** Names and addresses that are still free. */
final class Suggest {
    private static final int FIRST = 0x0A000000; // 10.0.0.0
    private static final int PREFIX = 24;
    private static final int HOSTS = 1 << 32 - PREFIX;

    private final Set<String> names = new HashSet<>();
    private final Set<IpAddress> addresses = new HashSet<>();
    private final Set<IpPrefix> subnets = new HashSet<>();

    /** What is free in {@code lab}, given that {@code taken} are names too. */
    Suggest(Lab lab, Set<String> taken) {
        names.addAll(taken);
        for (Node node : lab.nodes()) {
            names.add(node.name());
            for (Interface iface : node.interfaces()) {
                iface.addresses().forEach(own -> addresses.add(own.address()));
                subnets.addAll(iface.subnets());
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
    IpPrefix subnet() {
        for (int i = 1; i < 1 << 16; i++) {
            IpPrefix subnet = new IpPrefix(IpAddress.ofV4(FIRST + i * HOSTS), PREFIX);
            if (subnets.stream().noneMatch(s -> Prefixes.overlap(subnet, s))) {
                subnets.add(subnet);
                return subnet;
            }
        }
        throw new EditException(
                "every network of 10.0.0.0/8 is in use: write the address yourself");
    }

    /** A free address: hosts from the front of the network, routers from its end; of IPv6 all from the front. */
    InterfaceAddress address(IpPrefix subnet, NodeType type) {
        boolean line = subnet.length() >= subnet.network().bits() - 1;
        boolean v4 = subnet.isV4();
        IpAddress first = line ? subnet.network() : Prefixes.plus(subnet.network(), 1);
        IpAddress end = Prefixes.last(subnet);
        IpAddress last = line || !v4 ? end : Prefixes.plus(end, -1);
        int step = !v4 || type == NodeType.HOST ? 1 : -1;
        IpAddress stop = step > 0 ? last : first;
        for (IpAddress address = step > 0 ? first : last; ; address = Prefixes.plus(address, step)) {
            if (addresses.add(address)) {
                return new InterfaceAddress(address, subnet.length());
            }
            if (address.equals(stop)) {
                throw new EditException("the network " + subnet + " has no free address");
            }
        }
    }

    private static String free(String stem, int from, Set<String> taken) {
        int i = from;
        while (taken.contains(stem + i)) {
            i++;
        }
        return stem + i;
    }
}
