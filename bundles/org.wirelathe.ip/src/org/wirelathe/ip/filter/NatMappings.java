package org.wirelathe.ip.filter;

import java.util.BitSet;

import org.wirelathe.api.net.NatSettings.Behaviour;
import org.wirelathe.api.time.RandomStream;
import org.wirelathe.wire.Protocol;

/**
 * Which outside port stands for which inside endpoint (RFC 4787 §4). A port stands for one endpoint of a protocol at a
 * time: no overloading (REQ-3). An endpoint keeps its port where that is free, as in Linux; else one is drawn.
 *
 * <p>Identifiers of ICMP queries are ports here (RFC 5508 §3). Flat arrays, by number.
 */
final class NatMappings {
    private static final int PORTS = 1 << 16;
    private static final int PROTOCOLS = 3;

    private final int[] inside;
    private final int[] insidePort;
    private final int[] outsidePort;
    private final int[] protocol;
    /** The remote endpoint that it is for alone, as far as the behaviour tells them apart; else 0. */
    private final int[] remote;
    private final int[] remotePort;
    /** Sessions that use it, plus one for a forward. */
    private final int[] uses;
    private final boolean[] forward;
    private final FreeNumbers numbers;
    private final Chains byInside;
    /** Number of the mapping of a protocol's port, plus 1; 0 for none. */
    private final int[][] byPort = new int[PROTOCOLS][];
    private final BitSet[] taken = new BitSet[PROTOCOLS];
    private final Behaviour behaviour;
    private final int firstPort;
    private final int lastPort;
    private final RandomStream random;
    private final long key;

    NatMappings(int capacity, Behaviour behaviour, int firstPort, int lastPort, RandomStream random) {
        this.behaviour = behaviour;
        this.firstPort = firstPort;
        this.lastPort = lastPort;
        this.random = random;
        key = random.nextLong();
        inside = new int[capacity];
        insidePort = new int[capacity];
        outsidePort = new int[capacity];
        protocol = new int[capacity];
        remote = new int[capacity];
        remotePort = new int[capacity];
        uses = new int[capacity];
        forward = new boolean[capacity];
        numbers = new FreeNumbers(capacity);
        byInside = new Chains(capacity);
        for (int i = 0; i < PROTOCOLS; i++) {
            byPort[i] = new int[PORTS];
            taken[i] = new BitSet(PORTS);
        }
    }

    private static int row(int protocol) {
        return protocol == Protocol.TCP ? 0 : protocol == Protocol.UDP ? 1 : 2;
    }

    private long hash(int protocol, int address, int port, int to, int toPort) {
        return Chains.hash(key, (long) address << 32 | protocol << 16 | port, (long) to << 32 | toPort);
    }

    /** The mapping that a packet of an inside endpoint to a remote one uses; {@link Chains#NONE} when there is none. */
    int of(int protocol, int address, int port, int to, int toPort) {
        int general = find(protocol, address, port, 0, 0); // also that of a forward
        if (general != Chains.NONE || behaviour == Behaviour.ENDPOINT_INDEPENDENT) {
            return general;
        }
        return find(protocol, address, port, to, toldApart(toPort));
    }

    private int toldApart(int port) {
        return behaviour == Behaviour.ADDRESS_AND_PORT_DEPENDENT ? port : 0;
    }

    private int find(int protocol, int address, int port, int to, int toPort) {
        int m = byInside.first(hash(protocol, address, port, to, toPort));
        while (m != Chains.NONE && !(inside[m] == address && insidePort[m] == port && this.protocol[m] == protocol
                && remote[m] == to && remotePort[m] == toPort)) {
            m = byInside.next(m);
        }
        return m;
    }

    /** The mapping of an outside port; {@link Chains#NONE} when it stands for nobody. */
    int ofPort(int protocol, int port) {
        return byPort[row(protocol)][port] - 1;
    }

    /** Makes a mapping, which is for {@link #of} to find; {@link Chains#NONE} when no port is free. */
    int open(int protocol, int address, int port, int to, int toPort, boolean own) {
        int outside = choose(taken[row(protocol)], port, own || protocol == Protocol.ICMP);
        if (outside == Chains.NONE || numbers.isEmpty()) {
            return Chains.NONE;
        }
        boolean general = behaviour == Behaviour.ENDPOINT_INDEPENDENT;
        return add(protocol, address, port, general ? 0 : to, general ? 0 : toldApart(toPort), outside);
    }

    /** Opens a port from outside for good. */
    void forward(int protocol, int outside, int address, int port) {
        int m = add(protocol, address, port, 0, 0, outside);
        forward[m] = true;
        uses[m]++;
    }

    private int add(int protocol, int address, int port, int to, int toPort, int outside) {
        int m = numbers.take();
        this.protocol[m] = protocol;
        inside[m] = address;
        insidePort[m] = port;
        remote[m] = to;
        remotePort[m] = toPort;
        outsidePort[m] = outside;
        uses[m] = 0;
        forward[m] = false;
        byInside.add(m, hash(protocol, address, port, to, toPort));
        byPort[row(protocol)][outside] = m + 1;
        taken[row(protocol)].set(outside);
        return m;
    }

    /**
     * The endpoint's own port, if it is free and may be given away; else the first free one behind a random one.
     *
     * @param any whether the endpoint's own may also lie outside the range
     */
    private int choose(BitSet taken, int port, boolean any) {
        if ((any || port >= firstPort && port <= lastPort) && !taken.get(port)) {
            return port;
        }
        int from = firstPort + (int) random.below(lastPort - firstPort + 1);
        int free = taken.nextClearBit(from);
        if (free > lastPort) {
            free = taken.nextClearBit(firstPort);
        }
        return free > lastPort ? Chains.NONE : free;
    }

    void use(int m) {
        uses[m]++;
    }

    /** One session less; the last one takes the mapping with it. */
    void leave(int m) {
        if (--uses[m] > 0) {
            return;
        }
        byInside.remove(m, hash(protocol[m], inside[m], insidePort[m], remote[m], remotePort[m]));
        byPort[row(protocol[m])][outsidePort[m]] = 0;
        taken[row(protocol[m])].clear(outsidePort[m]);
        numbers.give(m);
    }

    int inside(int m) {
        return inside[m];
    }

    int insidePort(int m) {
        return insidePort[m];
    }

    int outsidePort(int m) {
        return outsidePort[m];
    }

    boolean isForward(int m) {
        return forward[m];
    }

    int count() {
        return numbers.taken();
    }
}
