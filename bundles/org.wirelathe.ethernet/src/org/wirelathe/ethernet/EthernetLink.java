package org.wirelathe.ethernet;

import java.util.List;

import org.wirelathe.api.link.Link;
import org.wirelathe.api.link.LinkClient;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.nic.NetworkInterface;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.wire.ArpPacket;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Ipv4Header;
import org.wirelathe.wire.Mac;

/**
 * Ethernet II in one VLAN of one interface (RFC 894): packets out and in, by EtherType; addresses come from
 * {@link Resolver}.
 */
final class EthernetLink implements Link {
    private final EthernetPort port;
    private final NetworkInterface nic;
    private final String node;
    private final String name;
    private final int vlan;
    private final long mac;
    private final int mtu;
    private final PacketPool packets;
    private final Probes probes;
    private final Discards discards;
    private final EthernetHeader header = new EthernetHeader();
    private final Ipv4Header ip = new Ipv4Header();
    private final Groups groups = new Groups();
    private final Resolver resolver;
    private final Addresses addresses;
    private final ArpInput arp;
    private LinkClient client;
    /** The neighbour sent to last; most packets go where the one before went. */
    private Neighbour last;

    private final Counter linkDelivers;
    private final Counter linkRequests;
    private final Counter linkTransmits;
    private final Counter linkUnresolved;
    private final Counter rxOtherHost;
    private final Counter rxNotJoined;
    private final Counter rxLengthFrame;
    private final Counter rxUnknownType;
    private final Counter txNoNextHop;
    private final Counter txTooBig;
    private final Counter txAddressUntried;

    EthernetLink(EthernetPort port, LinkSettings settings) {
        this.port = port;
        nic = port.nic;
        vlan = settings.vlan();
        name = vlan == 0 ? nic.name() : nic.name() + '.' + vlan;
        mac = nic.mac();
        mtu = nic.mtu();
        discards = port.discards;
        NodeContext context = port.node;
        node = context.name();
        packets = context.packets();
        probes = context.probes();
        addresses = new Addresses(context, this, settings);
        resolver = new Resolver(context, this, addresses);
        arp = new ArpInput(context, this, resolver, addresses);
        linkDelivers = context.counters().counter(name, "linkDelivers");
        linkRequests = context.counters().counter(name, "linkRequests");
        linkTransmits = context.counters().counter(name, "linkTransmits");
        linkUnresolved = context.counters().counter(name, "linkUnresolved");
        rxOtherHost = context.counters().drop(name, "rxOtherHost");
        rxNotJoined = context.counters().counter(name, "rxNotJoined");
        rxLengthFrame = context.counters().drop(name, "rxLengthFrame");
        rxUnknownType = context.counters().drop(name, "rxUnknownType");
        txNoNextHop = context.counters().drop(name, "txNoNextHop");
        txTooBig = context.counters().drop(name, "txTooBig");
        txAddressUntried = context.counters().drop(name, "txAddressUntried");
    }

    @Override
    public NetworkInterface nic() {
        return nic;
    }

    @Override
    public String name() {
        return name;
    }

    int vlan() {
        return vlan;
    }

    @Override
    public Link beside(LinkSettings settings) {
        return port.open(settings);
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
        last = null;
        addresses.add(ipv4);
    }

    @Override
    public void forget(int ipv4) {
        last = null;
        addresses.remove(ipv4);
    }

    @Override
    public void join(int group) {
        groups.join(Mac.ofGroup(group));
    }

    @Override
    public void leave(int group) {
        groups.leave(Mac.ofGroup(group));
    }

    @Override
    public void joinStations(long group) {
        groups.join(group);
    }

    @Override
    public void leaveStations(long group) {
        groups.leave(group);
    }

    @Override
    public List<NeighbourRow> neighbours() {
        return resolver.rows();
    }

    @Override
    public boolean send(Packet packet, int nextHop) {
        linkRequests.increment();
        if (isTooBig(packet)) {
            return discards.drop(packet, txTooBig);
        }
        if (probes.on) {
            probes.packet(Stage.RESOLVE, node, name, packet);
        }
        Neighbour neighbour = last;
        if (neighbour == null || neighbour.address != nextHop || !resolver.isFresh(neighbour)
                || !addresses.areAllUsable()) {
            if (Ipv4.isMulticast(nextHop)) {
                return sendIfUsable(packet, Mac.ofGroup(nextHop));
            }
            if (nextHop == Ipv4.ANY) {
                return discards.drop(packet, txNoNextHop);
            }
            if (!mayLeave(packet)) {
                return discards.drop(packet, txAddressUntried);
            }
            neighbour = resolver.resolve(nextHop);
            if (neighbour.mac == Neighbour.UNKNOWN) {
                resolver.await(neighbour, packet);
                return true;
            }
            last = neighbour;
        }
        return transmit(packet, neighbour.mac);
    }

    @Override
    public boolean broadcast(Packet packet) {
        linkRequests.increment();
        if (isTooBig(packet)) {
            return discards.drop(packet, txTooBig);
        }
        if (probes.on) {
            probes.packet(Stage.RESOLVE, node, name, packet);
        }
        return sendIfUsable(packet, Mac.BROADCAST);
    }

    @Override
    public boolean send6(Packet packet, long destination) {
        linkRequests.increment();
        if (isTooBig(packet)) {
            return discards.drop(packet, txTooBig);
        }
        if (probes.on) {
            probes.packet(Stage.RESOLVE, node, name, packet);
        }
        linkTransmits.increment();
        return transmit(packet, destination, EtherType.IPV6);
    }

    private boolean sendIfUsable(Packet packet, long destination) {
        return mayLeave(packet) ? transmit(packet, destination) : discards.drop(packet, txAddressUntried);
    }

    private boolean mayLeave(Packet packet) {
        return addresses.areAllUsable() || addresses.mayUse(ip.over(packet.bytes, packet.head).source());
    }

    /** What is to be cut into segments below (B13) may be longer than a frame. */
    private boolean isTooBig(Packet packet) {
        return packet.length() > mtu && packet.segmentSize == 0;
    }

    /** Sends what the layer above gave; ARP has counters of its own. */
    private boolean transmit(Packet packet, long destination) {
        linkTransmits.increment();
        return transmit(packet, destination, EtherType.IPV4);
    }

    /** Puts header and tag in front and zeros behind as far as the least frame needs them, and gives the frame away. */
    boolean transmit(Packet packet, long destination, int etherType) {
        header.over(packet.bytes, packet.push(EthernetHeader.LENGTH)).write(destination, mac, etherType);
        if (vlan != 0) {
            VlanTag.insert(packet, vlan);
        }
        Padding.append(packet);
        return nic.send(packet);
    }

    /** Asks by ARP who has {@code target}; the sender's address is 0.0.0.0 in a probe. */
    void request(int sender, int target, long destination) {
        Packet packet = packets.take();
        new ArpPacket(packet.bytes, packet.put(ArpPacket.LENGTH)).write(ArpPacket.REQUEST, mac, sender, 0, target);
        transmit(packet, destination, EtherType.ARP);
    }

    /** A frame of this VLAN without its header. */
    void received(Packet packet, long destination, int etherType) {
        boolean group = Mac.isGroup(destination);
        if (group && destination != Mac.BROADCAST && !groups.contains(destination)) {
            rxNotJoined.increment(); // as a card's filter would: nothing is lost that anybody wanted
            packet.release();
        } else if (!group && destination != mac) {
            discards.drop(packet, rxOtherHost);
        } else if (etherType == EtherType.IPV4 && client != null) {
            linkDelivers.increment();
            client.received(packet, group);
        } else if (etherType == EtherType.IPV6 && client != null) {
            linkDelivers.increment();
            client.received6(packet, group);
        } else if (etherType == EtherType.ARP) {
            arp.received(packet);
        } else {
            discards.drop(packet, etherType < EtherType.LEAST ? rxLengthFrame : rxUnknownType);
        }
    }

    /** A neighbour's address became known: what had waited for it goes out in the order it came. */
    void flush(Neighbour neighbour) {
        for (Packet packet = neighbour.poll(); packet != null; packet = neighbour.poll()) {
            if (probes.on) {
                probes.packet(Stage.RESOLVE, node, name, packet);
            }
            transmit(packet, neighbour.mac);
        }
    }

    /** A neighbour has gone from the cache. */
    void forget(Neighbour neighbour) {
        if (last == neighbour) {
            last = null;
        }
    }

    /** A neighbour did not answer: its packets go back up. What is sent meanwhile waits for the next answer. */
    void unresolved(Neighbour neighbour) {
        for (int count = neighbour.waiting(); count > 0; count--) {
            Packet packet = neighbour.poll();
            if (packet == null) {
                return; // what the layer above sent meanwhile has had the neighbour evicted
            }
            linkUnresolved.increment();
            if (client != null) {
                client.unresolved(packet, neighbour.address);
            } else {
                packet.release();
            }
        }
    }

    @Override
    public void close() {
        addresses.close();
        resolver.close();
    }
}
