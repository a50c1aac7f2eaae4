package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.Bridge;
import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Mac;

/** IEEE 802.1Q clause 8: learning, ageing, flooding, filtering. */
class SwitchTest {
    private final Fabric fabric = new Fabric();

    @AfterEach
    void close() {
        fabric.close();
    }

    private Bridge plain(SwitchSettings settings) {
        Bridge bridge = fabric.bridge("sw", 4, settings);
        fabric.station("a", "sw:eth0");
        fabric.station("b", "sw:eth1");
        fabric.station("c", "sw:eth2");
        return bridge;
    }

    private void send(String from, String to, int mark) {
        fabric.send(from, to, mark);
        fabric.run(Fabric.SECOND / 100);
    }

    private String got() {
        return fabric.got("a") + "|" + fabric.got("b") + "|" + fabric.got("c");
    }

    private long count(String name) {
        return fabric.counters.get("sw").value(name);
    }

    @Test // §8.7, §8.8
    void learnsFromSourcesAndFloodsWhatItDoesNotKnow() {
        Bridge bridge = plain(SwitchSettings.DEFAULT);
        send("a", "b", 1);
        assertEquals("|1|1", got());
        send("b", "a", 2);
        assertEquals("2||", got());
        send("a", "b", 3);
        assertEquals("|3|", got());
        fabric.send("c", Mac.BROADCAST, 4);
        fabric.send("c", 0x0100_5E00_0005L, 5);
        fabric.run(1_000_000);
        assertEquals("4 5|4 5|", got());
        assertEquals(3, bridge.stations().size());
        assertEquals("eth1", bridge.stations().get(1).port());
        assertEquals(3, count("switch.flooded"));
        assertEquals(3, count("switch.copies"), "the last of two copies is the frame itself");
    }

    @Test // table 8-6: 300 s after the station was last heard
    void stationsAreForgottenWhenTheyAreSilent() {
        Bridge bridge = plain(SwitchSettings.DEFAULT);
        send("b", "a", 1);
        fabric.run(299 * Fabric.SECOND);
        got();
        send("a", "b", 2);
        assertEquals("|2|", got());
        fabric.run(2 * Fabric.SECOND);
        send("a", "b", 3);
        assertEquals("|3|3", got());
        assertEquals(List.of("eth0"), bridge.stations().stream().map(Bridge.StationRow::port).toList());
    }

    @Test // a station that goes on talking is not forgotten, though the table is not written for every frame
    void stationsThatTalkAreKept() {
        plain(SwitchSettings.DEFAULT);
        for (int i = 0; i < 1000; i++) {
            send("b", "a", 1);
            fabric.run(Fabric.SECOND * 4 / 10);
        }
        fabric.run(298 * Fabric.SECOND);
        got();
        send("a", "b", 2);
        assertEquals("|2|", got());
    }

    @Test
    void stationThatMovesIsFollowed() {
        plain(SwitchSettings.DEFAULT);
        send("b", "a", 1);
        long b = fabric.plugs.get("b").mac;
        fabric.plugs.get("c").send(fabric.frame(fabric.plugs.get("a").mac, b, 2));
        fabric.run(Fabric.SECOND);
        got();
        fabric.send("a", b, 3);
        fabric.run(Fabric.SECOND);
        assertEquals("||3", got());
        assertEquals(1, count("switch.moves"));
        send("b", "a", 4);
        send("a", "b", 5);
        assertEquals("4|loop 5|loop", got(), "and back; a move makes it look for a loop");
    }

    @Test
    void fullTableFloodsAndGoesOn() {
        plain(new SwitchSettings(2, 300 * Fabric.SECOND, false, 1, Map.of()));
        send("a", "b", 1);
        send("b", "a", 2);
        send("c", "a", 3);
        got();
        send("a", "c", 4);
        assertEquals("|4|4", got(), "c found no room");
        send("a", "b", 5);
        assertEquals("|5|", got());
        assertEquals(1, count("switch.tableFull"));
        fabric.run(301 * Fabric.SECOND);
        send("c", "a", 6);
        send("b", "a", 7);
        got();
        send("a", "c", 8);
        assertEquals("||8", got(), "the silent have made room");
    }

    @Test
    void flushForgetsAndEachIsLearnedAnewAtItsNextFrame() {
        Bridge bridge = plain(SwitchSettings.DEFAULT);
        send("b", "a", 1);
        bridge.flush();
        assertEquals(List.of(), bridge.stations());
        send("b", "a", 2);
        got();
        send("a", "b", 3);
        assertEquals("|3|", got());
    }

    @Test // table 8-1; IEEE 802.3 annex 31B: PAUSE never passes a switch
    void reservedGroupsStayHere() {
        plain(SwitchSettings.DEFAULT);
        for (int last = 0; last <= 0x10; last++) {
            fabric.send("a", 0x0180_C200_0000L + last, last);
        }
        fabric.run(1_000_000);
        assertEquals("|16|16", got());
        assertEquals(16, count("eth0.rxReserved"));
    }

    @Test
    void frameForAStationOnTheSamePortIsNotPassedOn() {
        plain(SwitchSettings.DEFAULT);
        fabric.plugs.get("a").send(fabric.frame(Mac.BROADCAST, Mac.local(0x999), 1));
        fabric.run(1_000_000);
        got();
        fabric.send("a", Mac.local(0x999), 2);
        fabric.run(1_000_000);
        assertEquals("||", got());
        assertEquals(1, count("eth0.rxSamePort"));
    }

    @Test
    void cableThatIsCutIsForgottenAndNotSentTo() {
        Bridge bridge = plain(SwitchSettings.DEFAULT);
        send("b", "a", 1);
        got();
        fabric.carrier("b", false);
        send("a", "b", 2);
        assertEquals("||2", got());
        assertEquals(1, bridge.stations().size());
        fabric.carrier("b", true);
        send("a", "b", 3);
        assertEquals("|3|3", got());
    }

    @Test
    void frameThatIsLongerThanThePortTakesIsDropped() {
        plain(SwitchSettings.DEFAULT);
        send("b", "a", 1);
        got();
        fabric.plugs.get("sw:eth1").mtu = 9000;
        for (int length : new int[] {9014, 9015, 1515}) {
            Packet jumbo = fabric.pool.takeFor(length);
            Packet small = fabric.frame(fabric.plugs.get("b").mac, fabric.plugs.get("a").mac, 7);
            System.arraycopy(small.bytes, small.head, jumbo.bytes, jumbo.put(length), 60);
            small.release();
            fabric.plugs.get("a").send(jumbo);
        }
        fabric.run(Fabric.SECOND);
        assertEquals(1, count("eth1.txTooBig"));
        assertEquals("|7 7|", got());
    }

    /** eth0 and eth1 for hosts of VLAN 10 and 20, eth2 a trunk with 20 and 30 tagged and 10 native, eth3 tagged 10. */
    private void vlans() {
        plain(SwitchSettings.vlans(Map.of("eth0", SwitchPort.access(10), "eth1", SwitchPort.access(20), "eth2",
                new SwitchPort(10, Set.of(20, 30)), "eth3", new SwitchPort(0, Set.of(10)))));
        fabric.station("d", "sw:eth3");
    }

    private Packet tagged(String from, int tci, int mark) {
        Packet frame = fabric.frame(Mac.BROADCAST, fabric.plugs.get(from).mac, mark);
        VlanTag.insert(frame, tci);
        return frame;
    }

    /** The frames that a station got: tag and mark, and the length. */
    private String seen(String station) {
        StringBuilder text = new StringBuilder();
        for (byte[] frame : fabric.plugs.get(station).got) {
            boolean tag = frame[12] == (byte) 0x81 && frame[13] == 0;
            text.append(tag ? String.format("%02x%02x:", frame[14], frame[15]) : "").append(frame[tag ? 18 : 14])
                    .append('/').append(frame.length).append(' ');
        }
        fabric.plugs.get(station).got.clear();
        return text.toString().trim();
    }

    private String seen() {
        fabric.run(1_000_000);
        return seen("a") + "|" + seen("b") + "|" + seen("c") + "|" + seen("d");
    }

    @Test // §8.8: to the ports of the VLAN, tagged where the VLAN is tagged there
    void vlansAreKeptApart() {
        vlans();
        fabric.send("a", Mac.BROADCAST, 1);
        assertEquals("||1/60|000a:1/64", seen());
        fabric.send("b", Mac.BROADCAST, 2);
        assertEquals("||0014:2/64|", seen());
        fabric.plugs.get("c").send(tagged("c", 0x6014, 3));
        assertEquals("|3/60||", seen(), "the tag is taken off");
        fabric.plugs.get("d").send(tagged("d", 0x600A, 4));
        assertEquals("4/60||4/60|", seen());
        Packet least = tagged("d", 0x600A, 6);
        least.trim(60);
        fabric.plugs.get("d").send(least);
        assertEquals("6/60||6/60|", seen(), "56 bytes without the tag, and padding: IEEE 802.3 §3.2.8");
        fabric.send("c", Mac.BROADCAST, 5);
        assertEquals("5/60|||000a:5/64", seen(), "the native VLAN");
    }

    @Test
    void tagKeepsItsPriorityFromTrunkToTrunk() {
        vlans();
        fabric.plugs.get("c").send(tagged("c", 0x600A, 1)); // the native VLAN, by name
        assertEquals("1/60|||600a:1/64", seen());
        fabric.plugs.get("a").send(tagged("a", 0xE000, 2)); // a priority only
        assertEquals("||2/60|e00a:2/64", seen());
    }

    @Test // §8.6.2
    void framesOfOtherVlansAreRefused() {
        vlans();
        fabric.plugs.get("a").send(tagged("a", 20, 1));
        fabric.plugs.get("a").send(tagged("a", 4095, 1));
        fabric.send("d", Mac.BROADCAST, 1);
        fabric.plugs.get("c").send(tagged("c", 40, 1));
        assertEquals("|||", seen());
        assertEquals(2, count("eth0.rxVlanRefused"));
        assertEquals(1, count("eth3.rxVlanRefused"), "no native VLAN");
        assertEquals(1, count("eth2.rxVlanRefused"));
        fabric.plugs.get("c").send(tagged("c", 30, 1));
        assertEquals("|||", seen());
        assertEquals(1, count("eth2.rxNoPort"), "nobody else in VLAN 30");
    }

    @Test // §8.8.8: one table for each VLAN
    void oneAddressMayBeInTwoVlans() {
        vlans();
        long mac = Mac.local(0x777);
        fabric.plugs.get("a").send(fabric.frame(Mac.BROADCAST, mac, 1));
        fabric.plugs.get("b").send(fabric.frame(Mac.BROADCAST, mac, 1));
        seen();
        fabric.send("c", mac, 2);
        Packet frame = fabric.frame(mac, fabric.plugs.get("c").mac, 3);
        VlanTag.insert(frame, 20);
        fabric.plugs.get("c").send(frame);
        assertEquals("2/60|3/60||", seen());
        assertEquals(0, count("switch.moves"));
        assertEquals("[10, 10, 20, 20]", fabric.bridges.get("sw").stations().stream().map(Bridge.StationRow::vlan)
                .toList().toString());
    }

    @Test // what a switch does not know it does not touch
    void plainSwitchPassesTagsAsTheyAre() {
        plain(SwitchSettings.DEFAULT);
        fabric.station("d", "sw:eth3");
        fabric.plugs.get("a").send(tagged("a", 0x6014, 1));
        assertEquals("|6014:1/64|6014:1/64|6014:1/64", seen());
    }

    @Test // B12: a driver may leave no headroom
    void tagIsPushedIntoAFrameWithoutHeadroom() {
        vlans();
        Packet tight = fabric.pool.take(0);
        byte[] frame = new byte[60];
        Packet model = fabric.frame(Mac.BROADCAST, fabric.plugs.get("b").mac, 9);
        System.arraycopy(model.bytes, model.head, frame, 0, 60);
        model.release();
        System.arraycopy(frame, 0, tight.bytes, tight.put(60), 60);
        fabric.plugs.get("b").send(tight);
        assertEquals("||0014:9/64|", seen());
    }

    @Test // the causal id goes with the copies; a verified checksum is not one that the next card is to complete
    void copiesKeepWhatIsKnownOfTheFrame() {
        plain(SwitchSettings.DEFAULT);
        Packet frame = fabric.frame(Mac.BROADCAST, fabric.plugs.get("a").mac, 1);
        long id = frame.id;
        frame.checksum = Packet.CHECKSUM_VERIFIED;
        String[] seen = {""};
        for (String name : new String[] {"b", "c"}) {
            fabric.plugs.get(name).receiver = packet -> {
                seen[0] += name + (packet.id == id) + packet.checksum + ' ';
                packet.release();
            };
        }
        fabric.plugs.get("a").send(frame);
        fabric.run(1_000_000);
        assertEquals("btrue0 ctrue0 ", seen[0]);
    }

    @Test
    void settingsThatMakeNoSense() {
        assertThrows(IllegalArgumentException.class, () -> SwitchPort.access(0));
        assertThrows(IllegalArgumentException.class, () -> SwitchPort.access(4095));
        assertThrows(IllegalArgumentException.class, () -> new SwitchPort(10, Set.of(10)));
        assertThrows(IllegalArgumentException.class, () -> new SwitchSettings(0, 1, true, 1, Map.of()));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> fabric.bridge("none", 0)).getMessage()
                .contains("1 to 1024 ports"));
        fabric.counters.remove("none");
    }
}
