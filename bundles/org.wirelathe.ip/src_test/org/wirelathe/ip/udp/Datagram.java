package org.wirelathe.ip.udp;

import java.util.Arrays;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.IpAddress;
import org.wirelathe.wire.UdpHeader;

/** A datagram on its way in, as a test writes it: sound, unless the test says otherwise. */
final class Datagram {
    final Arrival arrival = new Arrival();
    byte[] bytes;
    byte checksum;

    Datagram(String source, int sourcePort, String destination, int destinationPort, String text) {
        IpAddress from = IpAddress.parse(source);
        IpAddress to = IpAddress.parse(destination);
        arrival.sourceHigh = from.high();
        arrival.sourceLow = from.low();
        arrival.destinationHigh = to.high();
        arrival.destinationLow = to.low();
        arrival.hopLimit = 64;
        arrival.device = "eth0";
        arrival.toOne = !to.isMulticast() && !destination.endsWith(".255");
        bytes = new byte[UdpHeader.LENGTH + text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[UdpHeader.LENGTH + i] = (byte) text.charAt(i);
        }
        UdpHeader header = new UdpHeader(bytes, 0);
        header.write(sourcePort, destinationPort, bytes.length);
        header.seal(from.high(), from.low(), to.high(), to.low());
    }

    /** With a header field of 16 bits written over. */
    Datagram with(int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
        return this;
    }

    /** With other bytes of the packet behind the datagram, or cut. */
    Datagram resized(int length) {
        bytes = Arrays.copyOf(bytes, length);
        return this;
    }

    Datagram verifiedByCard() {
        checksum = Packet.CHECKSUM_VERIFIED;
        return this;
    }

    void arriveAt(FakeNetwork network) {
        Packet packet = network.pool.takeFor(bytes.length);
        System.arraycopy(bytes, 0, packet.bytes, packet.put(bytes.length), bytes.length);
        packet.checksum = checksum;
        network.udp.received(packet, arrival);
    }
}
