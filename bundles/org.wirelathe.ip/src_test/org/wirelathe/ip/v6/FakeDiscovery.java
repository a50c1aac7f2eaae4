package org.wirelathe.ip.v6;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.link.NeighbourRow;
import org.wirelathe.api.net.AddressRow;
import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.InterfaceAddress;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.wire.IpAddress;

/** Discovery that knows every neighbour and tries no address: it notes what it is given. */
final class FakeDiscovery implements NeighbourDiscovery {
    /** @param to the next hop */
    record Sent(String link, IpAddress to, byte[] packet, int segmentSize) {
    }

    private final Ipv6 core;
    private final Counter taken;
    final List<Sent> sent = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    boolean keep = true;
    boolean full;
    /** Packets given to it, kept or not. */
    long given;

    FakeDiscovery(Ipv6 core, TestCounters counters) {
        this.core = core;
        taken = counters.counter("icmp6", "inNeighborSolicits");
    }

    @Override
    public void up(Ipv6Interface at) {
        String index = at.name().substring(3);
        add(at, new InterfaceAddress(IpAddress.parse("fe80::" + index + ":fe"), 64));
        for (InterfaceAddress address : at.settings().addresses()) {
            add(at, address);
        }
    }

    @Override
    public void add(Ipv6Interface at, InterfaceAddress address) {
        Ipv6Address added = new Ipv6Address(address.address(), address.prefixLength(), false,
                AddressRow.State.PREFERRED);
        at.addresses().add(added);
        core.changed(at, added);
    }

    @Override
    public void remove(Ipv6Interface at, IpAddress address) {
        Ipv6Address gone = at.address(address.high(), address.low());
        at.addresses().remove(gone);
        core.changed(at, gone);
    }

    @Override
    public boolean send(Packet packet, Ipv6Interface out, long nextHopHigh, long nextHopLow) {
        given++;
        if (keep && !full) {
            sent.add(new Sent(out.name(), new IpAddress(nextHopHigh, nextHopLow),
                    Arrays.copyOfRange(packet.bytes, packet.head, packet.tail), packet.segmentSize));
        }
        packet.release();
        return !full;
    }

    @Override
    public void received(Packet packet, int at, Ipv6Interface in, Arrival arrival) {
        heard.add("type " + (packet.bytes[at] & 0xFF) + " from " + arrival.source() + " on " + in.name());
        taken.increment();
        packet.release();
    }

    @Override
    public void redirect(Packet packet, Ipv6Interface at, long nextHopHigh, long nextHopLow) {
        heard.add("redirect to " + new IpAddress(nextHopHigh, nextHopLow) + " on " + at.name());
    }

    @Override
    public void confirmed(Ipv6Interface at, long nextHopHigh, long nextHopLow) {
        heard.add("confirmed " + new IpAddress(nextHopHigh, nextHopLow) + " on " + at.name());
    }

    @Override
    public List<NeighbourRow> neighbours(Ipv6Interface at) {
        return List.of();
    }

    @Override
    public void close() {
        // It keeps no packet.
    }
}
