package org.wirelathe.ethernet;

import java.util.Arrays;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Fault;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Ethernet II on one interface (RFC 894): frames out and in, by EtherType; addresses come from {@link Resolver}. */
final class EthernetLink implements Link {
    private final NetworkInterface nic;
    private final long mac;
    private final int mtu;
    private final EthernetHeader header = new EthernetHeader();
    private final Resolver resolver;
    private final ArpInput arp;
    private LinkClient client;
    /** The neighbour sent to last; most packets go where the one before went. */
    private Neighbour last;

    private final Counter rxTruncated;
    private final Counter rxSourceInvalid;
    private final Counter rxOtherHost;
    private final Counter rxUnknownType;
    private final Counter txNoNextHop;
    private final Counter txTooBig;

    EthernetLink(NodeContext node, NetworkInterface nic) {
        this.nic = nic;
        mac = nic.mac();
        mtu = nic.mtu();
        resolver = new Resolver(node, nic, this);
        arp = new ArpInput(node, nic, this, resolver);
        rxTruncated = node.counters().drop(nic.name(), "rxTruncated");
        rxSourceInvalid = node.counters().drop(nic.name(), "rxSourceInvalid");
        rxOtherHost = node.counters().drop(nic.name(), "rxOtherHost");
        rxUnknownType = node.counters().drop(nic.name(), "rxUnknownType");
        txNoNextHop = node.counters().drop(nic.name(), "txNoNextHop");
        txTooBig = node.counters().drop(nic.name(), "txTooBig");
        nic.receiver(this::received);
    }

    @Override
    public NetworkInterface nic() {
        return nic;
    }

    @Override
    public int mtu() {
        return mtu;
    }

    @Override
    public void client(LinkClient client) {
        this.client = client;
    }

    @Override
    public void address(int ipv4) {
        resolver.address(ipv4);
        arp.address(ipv4);
    }

    @Override
    public boolean send(Packet packet, int nextHop) {
        if (packet.length() > mtu) {
            return drop(packet, txTooBig);
        }
        Neighbour neighbour = last;
        if (neighbour == null || neighbour.address != nextHop || !resolver.isFresh(neighbour)) {
            if (nextHop == Ipv4.ANY) {
                return drop(packet, txNoNextHop);
            }
            neighbour = resolver.resolve(nextHop);
            if (neighbour.mac == Neighbour.UNKNOWN) {
                resolver.await(neighbour, packet);
                return true;
            }
            last = neighbour;
        }
        return transmit(packet, neighbour.mac, EtherType.IPV4);
    }

    @Override
    public boolean broadcast(Packet packet) {
        if (packet.length() > mtu) {
            return drop(packet, txTooBig);
        }
        return transmit(packet, Mac.BROADCAST, EtherType.IPV4);
    }

    /** Puts the header in front and zeros behind as far as the least frame needs them, and gives the frame away. */
    boolean transmit(Packet packet, long destination, int etherType) {
        header.over(packet.bytes, packet.push(EthernetHeader.LENGTH)).write(destination, mac, etherType);
        int missing = EthernetHeader.LEAST_FRAME - packet.length();
        if (missing > 0) {
            int at = packet.put(missing);
            Arrays.fill(packet.bytes, at, at + missing, (byte) 0);
        }
        return nic.send(packet);
    }

    private void received(Packet frame) {
        if (header.over(frame.bytes, frame.head).check(frame.tail) != Fault.NONE) {
            drop(frame, rxTruncated);
            return;
        }
        long destination = header.destination();
        boolean broadcast = destination == Mac.BROADCAST;
        if (destination != mac && !broadcast) {
            drop(frame, rxOtherHost);
        } else if (Mac.isGroup(header.source())) {
            drop(frame, rxSourceInvalid);
        } else {
            int etherType = header.etherType();
            frame.pull(EthernetHeader.LENGTH);
            deliver(frame, etherType, broadcast);
        }
    }

    private void deliver(Packet packet, int etherType, boolean broadcast) {
        if (etherType == EtherType.IPV4 && client != null) {
            client.received(packet, broadcast);
        } else if (etherType == EtherType.ARP) {
            arp.received(packet);
        } else {
            drop(packet, rxUnknownType);
        }
    }

    private static boolean drop(Packet packet, Counter reason) {
        reason.increment();
        packet.release();
        return false;
    }

    /** A neighbour's address became known: what had waited for it goes out in the order it came. */
    void flush(Neighbour neighbour) {
        for (Packet packet = neighbour.pending.poll(); packet != null; packet = neighbour.pending.poll()) {
            transmit(packet, neighbour.mac, EtherType.IPV4);
        }
    }

    /** A neighbour has gone from the cache. */
    void forget(Neighbour neighbour) {
        if (last == neighbour) {
            last = null;
        }
    }

    /** A neighbour did not answer: its packets go back up. It has gone from the cache, so they may be sent again. */
    void unresolved(Neighbour neighbour) {
        for (Packet packet = neighbour.pending.poll(); packet != null; packet = neighbour.pending.poll()) {
            if (client != null) {
                client.unresolved(packet, neighbour.address);
            } else {
                packet.release();
            }
        }
    }

    @Override
    public void close() {
        resolver.close();
    }
}
