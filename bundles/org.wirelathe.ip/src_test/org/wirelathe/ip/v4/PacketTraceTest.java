package org.wirelathe.ip.v4;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.wirelathe.ip.v4.TestNode.packet;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.wire.Protocol;

/** What those who follow a packet hear of it from IP. */
class PacketTraceTest {
    private final List<String> heard = new ArrayList<>();
    private final TestNode node = new TestNode(false, new Probes(true) {
        @Override
        public void packet(Stage stage, String name, String place, Packet packet) {
            if (!place.startsWith("ip:out")) {                          // those have no IP header yet
                assertEquals(4, packet.bytes[packet.head] >> 4, "the packet is whole, its head at the IP header");
            }
            heard.add(stage + " " + name + " " + place + " " + packet.id);
        }

        @Override
        public void stream(Stage stage, String name, String flow, long from, long to, long id) {
            throw new AssertionError("IP knows no streams");
        }
    });

    private void heard(String... expected) {
        assertEquals(List.of(expected), heard);
        heard.clear();
        node.out();
    }

    @Test
    void stagesOfAPacketThatGoesOn() {
        node.ip.forwarding(true);
        node.in(node.eth0, packet("10.0.1.1", "10.0.2.1"));
        heard("DEMUX r1 ip 1", "ROUTE r1 ip 1");
        node.send("10.0.1.254", "10.0.1.1", 8);
        heard("ROUTE r1 ip 2");
        node.in(node.eth0, packet("10.0.1.1", "10.0.1.254"));
        heard();                                                        // the protocol above says for whom it is
        node.in(node.eth0, TestNode.icmp("10.0.1.1", "10.0.1.254", 8, 0, 1, 1, new byte[4]));
        heard("DEMUX r1 icmp 4", "ROUTE r1 ip 4");                      // the reply in the same packet
        node.close();
    }

    @Test
    void everyDropSaysWhereAndWhy() {
        node.in(node.eth0, packet("10.0.1.1", "10.0.2.1"));
        heard("DROP r1 ip:inNotForMe 1");
        node.ip.forwarding(true);
        node.in(node.eth0, packet("10.0.1.1", "192.0.2.1"));
        heard("ROUTE r1 ip 3", "DROP r1 ip:inNoRoutes 2");
        node.in(node.eth0, packet("10.0.1.1", "10.0.2.1", TestNode.TEST, 1, 8));
        heard("ROUTE r1 ip 5", "DROP r1 ip:inTimeExceeded 4");
        node.in(node.eth0, TestNode.with(packet("10.0.1.1", "10.0.2.1", TestNode.TEST, 9, 981), 6, 0x40));
        heard("ROUTE r1 ip 7", "DROP r1 ip:inTooBig 6");
        node.in(node.eth0, packet("224.0.0.1", "10.0.1.254"));
        heard("DROP r1 ip:inMartianSource 8");
        node.in(node.eth0, packet("10.0.1.1", "127.0.0.1"));
        heard("DROP r1 ip:inMartianDestination 9");
        byte[] bad = packet("10.0.1.1", "10.0.1.254");
        bad[10] ^= 1;
        node.in(node.eth0, bad);
        heard("DROP r1 ip:inChecksum 10");
        node.in(node.eth0, TestNode.icmp("10.0.1.1", "10.0.1.254", 0, 0, 1, 1, new byte[4]));
        heard("DROP r1 icmp:inEchoStray 11");
        node.in(node.eth0, packet("10.0.1.1", "10.0.1.254", Protocol.ICMP, 9, 8));
        heard("DROP r1 icmp:inChecksum 12");
        node.eth0.client.unresolved(node.copy(packet("10.0.1.254", "10.0.1.1")), TestNode.a("10.0.1.1"));
        heard("DROP r1 ip:unresolved 13");
        node.send("10.0.2.254", "10.0.2.1", 981);
        heard("DROP r1 ip:outTooBig 14");
        node.ip.echo(TestNode.a("192.0.2.1"), 1, 1, 1);
        heard("DROP r1 ip:outNoRoutes 15");
        node.close();
    }
}
