package org.wirelathe.ip.udp;

import java.util.List;

import org.wirelathe.api.transport.DatagramHandler;
import org.wirelathe.api.transport.DatagramPort;
import org.wirelathe.api.transport.Datagrams;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.api.transport.Failure;
import org.wirelathe.api.transport.TransportException;

/** UDP on one node. */
final class Udp implements Datagrams {
    @Override
    public DatagramPort open(Endpoint local, DatagramHandler handler) throws TransportException {
        throw new TransportException(Failure.ADDRESS_NOT_AVAILABLE, "no port can be opened yet");
    }

    @Override
    public List<DatagramPort> ports() {
        return List.of();
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
