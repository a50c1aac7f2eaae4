package org.wirelathe.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.node.Cpu;
import org.wirelathe.api.node.CpuCosts;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.api.socket.ListenSocket;
import org.wirelathe.api.socket.SocketException;
import org.wirelathe.api.socket.SocketSettings;
import org.wirelathe.api.socket.Sockets;
import org.wirelathe.api.socket.StreamSocket;
import org.wirelathe.api.transport.Endpoint;
import org.wirelathe.socket.FakeTransport.FakeConnection;
import org.wirelathe.wire.IpAddress;

/** The first and the last stage of a byte's way: written by one application, read by the other. */
class StreamTraceTest {
    private static final Endpoint PEER = new Endpoint(IpAddress.parse("10.0.0.2"), 80);

    private final List<String> heard = new ArrayList<>();
    private final FakeTransport transport = new FakeTransport();
    private final byte[] bytes = new byte[1000];
    private final Sockets sockets = sockets();

    private Sockets sockets() {
        FakeScheduler loop = new FakeScheduler();
        NodeContext node = new NodeContext("alice", 1, loop, null, null, null, new Probes(true) {
            @Override
            public void packet(Stage stage, String name, String place, Packet packet) {
                throw new AssertionError("sockets know no packets");
            }

            @Override
            public void stream(Stage stage, String name, String flow, long from, long to, long packet) {
                heard.add(stage + " " + name + " " + flow + " " + from + "-" + to + " " + packet);
            }
        }, new Cpu(loop, CpuCosts.NONE));
        return new SocketService().create(node, transport, null, new SocketSettings(900, 500, "reno"));
    }

    @Test
    void bytesWrittenAndRead() throws SocketException {
        StreamSocket socket = sockets.connect(PEER);
        FakeConnection connection = transport.begun.getLast();
        socket.write(bytes, 0, 10);
        assertEquals(List.of(), heard, "not connected yet: nothing is taken");
        connection.establish();
        socket.write(bytes, 0, 600);
        socket.write(bytes, 0, 600);                                    // 300 fit
        connection.receive(50);
        socket.read(bytes, 0, 20);
        socket.read(bytes, 0, 100);
        socket.read(bytes, 0, 100);
        String out = connection.local() + ">10.0.0.2:80 ";
        String in = "10.0.0.2:80>" + connection.local() + " ";
        assertEquals(List.of("WRITE alice " + out + "0-600 0", "WRITE alice " + out + "600-900 0",
                "READ alice " + in + "0-20 0", "READ alice " + in + "20-50 0"), heard);
    }

    @Test
    void bytesOfAnAcceptedConnection() throws SocketException {
        ListenSocket listener = sockets.listen(80, 1);
        FakeConnection connection = transport.listening.getLast().complete();
        StreamSocket socket = listener.accept();
        socket.write(bytes, 0, 5);
        assertEquals(List.of("WRITE alice " + connection.local() + ">" + connection.remote() + " 0-5 0"), heard);
    }
}
