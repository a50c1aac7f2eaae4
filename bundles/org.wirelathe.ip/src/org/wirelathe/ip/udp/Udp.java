package org.wirelathe.ip.udp;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.Network;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.net.ProtocolHandler;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.UdpHeader;

/**
 * UDP on one node (RFC 768, RFC 1122 §4.1, RFC 8085): finds the port of every datagram. Of the ports with its number the
 * one with the fewest wildcards has it: connected to where it comes from, opened at where it goes to, at all IPv4
 * addresses, at all.
 */
final class Udp implements Datagrams, ProtocolHandler {
    /** The kinds of ports without a peer: at the address, at all IPv4 addresses, at all. */
    private static final int WILDCARDS = 3;

    private final NodeContext node;
    private final Network network;
    private final UdpMib mib;
    private final UdpTrace trace;
    private final DatagramWriter writer;
    private final PortTable table;
    private final PortNumbers numbers;
    private final Set<UdpPort> open = new LinkedHashSet<>();
    private final UdpHeader header = new UdpHeader();
    /** The ports that a datagram for many is for; a port may be closed while they are told. */
    private UdpPort[] takers = new UdpPort[8];

    Udp(NodeContext node, Network network) {
        this.node = node;
        this.network = network;
        this.mib = new UdpMib(node.counters());
        this.trace = new UdpTrace(node);
        this.writer = new DatagramWriter(node.packets(), network, mib);
        this.table = new PortTable(node.random("udp.table"));
        this.numbers = new PortNumbers(node.random("udp.ports"));
    }

    Network network() {
        return network;
    }

    DatagramWriter writer() {
        return writer;
    }

    PortTable table() {
        return table;
    }

    long now() {
        return node.scheduler().now();
    }

    // ---- ports ----

    @Override
    public DatagramPort open(Endpoint local, DatagramHandler handler) throws TransportException {
        return open(local, false, handler);
    }

    @Override
    public DatagramPort share(Endpoint local, DatagramHandler handler) throws TransportException {
        return open(local, true, handler);
    }

    private DatagramPort open(Endpoint local, boolean shared, DatagramHandler handler) throws TransportException {
        if (!mayBeAt(local.address())) {
            throw new TransportException(Failure.ADDRESS_NOT_AVAILABLE,
                    local.address() + " is no address of " + node.name());
        }
        int number = local.port() == 0 ? numbers.ephemeral(local) : local.port();
        if (number == 0) {
            throw new TransportException(Failure.ADDRESS_NOT_AVAILABLE,
                    "all ephemeral ports of " + node.name() + " are in use");
        }
        if (numbers.conflicts(local.address(), number, shared)) {
            throw new TransportException(Failure.ADDRESS_IN_USE, local + " is in use");
        }
        UdpPort port = new UdpPort(this, new Endpoint(local.address(), number), shared, handler);
        numbers.add(port);
        table.add(port);
        open.add(port);
        return port;
    }

    /** A port at the address of a group or of all stations takes nothing else (Linux). */
    private boolean mayBeAt(IpAddress address) {
        return address.isAny() || address.isMulticast() || network.isLocal(address)
                || address.isV4() && Destination.isBroadcast(network, address.v4());
    }

    void forget(UdpPort port) {
        numbers.remove(port);
        table.remove(port);
        open.remove(port);
    }

    @Override
    public List<DatagramPort> ports() {
        return List.copyOf(open);
    }

    @Override
    public void close() {
        for (UdpPort port : List.copyOf(open)) {
            port.close();
        }
    }

    // ---- from the network ----

    @Override
    public boolean takesBroadcasts() {
        return true;
    }

    @Override
    public void received(Packet packet, Arrival from) {
        mib.inPackets.increment();
        Fault fault = check(packet, from);
        if (fault != Fault.NONE) {
            mib.inErrors.increment();
            trace.drop(mib.of(fault), packet);
        } else if (from.toOne) {
            deliverToOne(packet, from);
        } else {
            deliverToMany(packet, from);
        }
    }

    /** Length, source and checksum; silent discard is the rule for all three (RFC 1122 §4.1.3.4 and §4.1.3.6). */
    private Fault check(Packet packet, Arrival from) {
        Fault fault = header.over(packet.bytes, packet.head).check(packet.tail);
        if (fault != Fault.NONE) {
            return fault;
        }
        boolean v4 = from.isV4();
        if (v4 ? isForMany((int) from.sourceLow) : from.sourceHigh >>> 56 == 0xFF) {
            return Fault.ADDRESS;
        }
        // A card may have verified it, but whether IPv6 may go without is not the card's affair (RFC 8200 §8.1).
        boolean good = packet.checksum == Packet.CHECKSUM_VERIFIED ? v4 || header.checksum() != 0
                : header.verifies(from.sourceHigh, from.sourceLow, from.destinationHigh, from.destinationLow);
        return good ? Fault.NONE : Fault.CHECKSUM;
    }

    private static boolean isForMany(int source) {
        return source == Ipv4.BROADCAST || Ipv4.isMulticast(source);
    }

    private void deliverToOne(Packet packet, Arrival from) {
        UdpPort port = find(from.destinationHigh, from.destinationLow, header.destinationPort(), from.sourceHigh,
                from.sourceLow, header.sourcePort());
        if (port == null) {
            network.refusePort(packet, from);
            trace.drop(mib.noPorts, packet);
        } else {
            give(port, strip(packet), from, header.sourcePort());
        }
    }

    private UdpPort find(long localHigh, long localLow, int localPort, long remoteHigh, long remoteLow,
            int remotePort) {
        UdpPort port = table.find(localHigh, localLow, localPort, remoteHigh, remoteLow, remotePort);
        for (int kind = 0; port == null && kind < WILDCARDS; kind++) {
            port = wild(kind, localHigh, localLow, localPort);
        }
        return port;
    }

    private UdpPort wild(int kind, long localHigh, long localLow, int localPort) {
        return switch (kind) {
            case 0 -> table.find(localHigh, localLow, localPort, 0, 0, 0);
            case 1 -> IpAddress.isV4(localHigh, localLow)
                    ? table.find(0, IpAddress.ANY_V4.low(), localPort, 0, 0, 0) : null;
            default -> table.find(0, 0, localPort, 0, 0, 0);
        };
    }

    /** All ports that match get a datagram for a group or for all stations, each a copy of its own (Linux). */
    private void deliverToMany(Packet packet, Arrival from) {
        int number = header.destinationPort();
        int sourcePort = header.sourcePort();
        int count = collect(table.find(from.destinationHigh, from.destinationLow, number, from.sourceHigh,
                from.sourceLow, sourcePort), 0);
        for (int kind = 0; kind < WILDCARDS; kind++) {
            count = collect(wild(kind, from.destinationHigh, from.destinationLow, number), count);
        }
        if (count == 0) {
            trace.drop(mib.ignoredMulti, packet);               // RFC 1122 §3.2.2: no error about such a packet
            return;
        }
        strip(packet);
        for (int i = 1; i < count; i++) {
            mib.inCopies.increment();
            give(takers[i], packet.copy(), from, sourcePort);
        }
        give(takers[0], packet, from, sourcePort);
        Arrays.fill(takers, 0, count, null);
    }

    private int collect(UdpPort first, int count) {
        int many = count;
        for (UdpPort port = first; port != null; port = PortTable.another(port)) {
            if (many == takers.length) {
                takers = Arrays.copyOf(takers, 2 * many);
            }
            takers[many++] = port;
        }
        return many;
    }

    /** Leaves the text: bytes behind what the length field says belong to nobody (RFC 768). */
    private Packet strip(Packet packet) {
        packet.trim(header.length());
        packet.pull(UdpHeader.LENGTH);
        return packet;
    }

    private void give(UdpPort port, Packet packet, Arrival from, int sourcePort) {
        trace.found(packet);
        if (!port.closed && port.handler.received(packet, from, sourcePort)) {
            mib.inDatagrams.increment();
        } else {
            mib.inErrors.increment();
            trace.drop(mib.rcvbufErrors, packet);               // B52
        }
    }

    /** RFC 1122 §4.1.3.3: the quoted ports say whose datagram it was. */
    @Override
    public void failed(NetworkError error) {
        int localPort = (int) (error.quoted() >>> 48);
        int remotePort = (int) (error.quoted() >>> 32) & 0xFFFF;
        UdpPort port = find(error.source().high(), error.source().low(), localPort, error.destination().high(),
                error.destination().low(), remotePort);
        if (port == null) {
            mib.strayErrors.increment();
        } else {
            mib.reported.increment();
            port.handler.failed(error);
        }
    }
}
