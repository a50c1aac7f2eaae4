package org.wirelathe.ip.udp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.wirelathe.api.net.Arrival;
import org.wirelathe.api.net.NetworkError;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.transport.DatagramHandler;

/** Whoever has a port, and writes down what it gets. */
final class Mailbox implements DatagramHandler {
    final List<String> got = new ArrayList<>();
    final List<NetworkError> errors = new ArrayList<>();
    int room = Integer.MAX_VALUE;

    @Override
    public boolean received(Packet packet, Arrival arrival, int sourcePort) {
        if (room == 0) {
            return false;
        }
        room--;
        got.add(arrival.source() + ":" + sourcePort + ' '
                + new String(packet.bytes, packet.head, packet.length(), StandardCharsets.ISO_8859_1));
        packet.release();
        return true;
    }

    @Override
    public void failed(NetworkError error) {
        errors.add(error);
    }

    /** What came since the last call. */
    List<String> read() {
        List<String> all = List.copyOf(got);
        got.clear();
        return all;
    }
}
