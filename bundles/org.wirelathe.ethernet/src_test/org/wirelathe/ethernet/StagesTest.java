package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.LinkSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.probe.Probes;
import org.wirelathe.api.probe.Stage;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.Ipv4;
import org.wirelathe.wire.Mac;

/** Whoever follows a packet hears where it waits, which way the switch sends it, and why it ends. */
class StagesTest {
    private final List<String> told = new ArrayList<>();
    private final Probes probes = new Probes(true) {
        @Override
        public void packet(Stage stage, String node, String place, Packet packet) {
            told.add(stage + " " + node + ' ' + place + ' ' + packet.id);
        }

        @Override
        public void stream(Stage stage, String node, String flow, long from, long to, long packet) {
            throw new AssertionError("no streams down here");
        }
    };

    @Test // B17: resolved at once, or after the answer
    void packetsAreFollowedThroughALink() {
        Station station = new Station(LinkSettings.DEFAULT, 1500, probes);
        Packet first = station.packet(1, 100);
        String id = " " + first.id;
        station.link.send(first, Ipv4.parse("10.0.0.2"));
        assertEquals(List.of("RESOLVE n eth0" + id), told);
        station.reply(2, "10.0.0.2");
        assertEquals(List.of("RESOLVE n eth0" + id, "RESOLVE n eth0" + id), told, "it waited, and then went on");
        told.clear();
        station.frame(Mac.local(9), Mac.local(2), EtherType.IPV4, new byte[46]);
        assertEquals(1, told.size());
        assertEquals("DROP n rxOtherHost", told.getFirst().substring(0, 18));
        station.close();
    }

    @Test // copies keep the id of the frame that they are copies of
    void framesAreFollowedThroughASwitch() {
        Fabric fabric = new Fabric();
        fabric.probes = probes;
        fabric.bridge("sw", 3);
        fabric.station("a", "sw:eth0");
        fabric.station("b", "sw:eth1");
        fabric.station("c", "sw:eth2");
        Packet frame = fabric.frame(Mac.BROADCAST, fabric.plugs.get("a").mac, 1);
        long id = frame.id;
        fabric.plugs.get("a").send(frame);
        fabric.run(Fabric.SECOND);
        assertEquals(List.of("DEMUX sw eth1 " + id, "DEMUX sw eth2 " + id), told);
        told.clear();
        Packet reserved = fabric.frame(0x0180_C200_0001L, fabric.plugs.get("a").mac, 1);
        id = reserved.id;
        fabric.plugs.get("a").send(reserved);
        fabric.run(Fabric.SECOND);
        assertEquals(List.of("DROP sw rxReserved " + id), told);
        fabric.close();
    }
}
