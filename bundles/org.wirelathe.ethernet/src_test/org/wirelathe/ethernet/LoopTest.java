package org.wirelathe.ethernet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirelathe.api.link.SwitchPort;
import org.wirelathe.api.link.SwitchSettings;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.wire.Bytes;
import org.wirelathe.wire.Mac;

/** Loops are found by the frames that come back, cut at one port, and told of. */
class LoopTest {
    private static final SwitchSettings NO_DETECTION =
            new SwitchSettings(8192, 300 * Fabric.SECOND, false, 10 * Fabric.SECOND, Map.of());

    private final Fabric fabric = new Fabric();

    @AfterEach
    void close() {
        fabric.close();
    }

    /** A broadcast, and a second for whatever it stirs up; returns how many frames the cables carried. */
    private long storm(String from) {
        long before = fabric.carried;
        fabric.send(from, Mac.BROADCAST, 1);
        fabric.run(Fabric.SECOND);
        return fabric.carried - before;
    }

    /** Each hears a broadcast of the other exactly once, and then a frame sent straight to it. */
    private void assertWhole(String a, String b) {
        fabric.got(a);
        fabric.got(b);
        fabric.send(a, Mac.BROADCAST, 2);
        fabric.run(Fabric.SECOND / 10);
        fabric.send(b, Mac.BROADCAST, 3);
        fabric.run(Fabric.SECOND / 10);
        fabric.send(a, b, 4);
        fabric.send(b, a, 5);
        fabric.run(Fabric.SECOND / 10);
        assertEquals("2 4", fabric.got(b));
        assertEquals("3 5", fabric.got(a));
    }

    private void twoCables() {
        fabric.bridge("sw1", 4);
        fabric.bridge("sw2", 4);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        fabric.join("sw1:eth2", "sw2:eth2");
        fabric.join("sw1:eth3", "sw2:eth3");
    }

    @Test // the storm that the detection is there to stop: this test would not end a storm by itself
    void withoutDetectionABroadcastGoesRoundForever() {
        fabric.bridge("sw1", 3, NO_DETECTION);
        fabric.bridge("sw2", 3, NO_DETECTION);
        fabric.station("a", "sw1:eth0").keeps = false;
        fabric.join("sw1:eth1", "sw2:eth1");
        fabric.join("sw1:eth2", "sw2:eth2");
        fabric.send("a", Mac.BROADCAST, 1);
        fabric.run(Fabric.SECOND / 10);
        assertTrue(fabric.carried > 10_000, "carried " + fabric.carried);
        fabric.carrier("sw1:eth1", false);
        fabric.run(Fabric.SECOND);
    }

    @Test
    void twoSwitchesJoinedByTwoCables() {
        twoCables();
        long frames = storm("a");
        assertTrue(frames < 60, "carried " + frames);
        assertEquals(List.of("loop sw1:eth3: loop: sw1:eth2 and sw1:eth3 are joined through sw2; sw1:eth3 is shut"),
                fabric.journal);
        assertTrue(fabric.bridges.get("sw1").ports().get(3).blocked());
        assertEquals("loop: sw1:eth2 and sw1:eth3 are joined through sw2",
                fabric.bridges.get("sw1").ports().get(3).detail());
        assertWhole("a", "b");
    }

    @Test // crossed: each sees the other's port as the higher; still only one is shut
    void twoSwitchesJoinedByCrossedCables() {
        fabric.bridge("sw1", 4);
        fabric.bridge("sw2", 4);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        fabric.join("sw1:eth2", "sw2:eth3");
        fabric.join("sw1:eth3", "sw2:eth2");
        assertTrue(storm("b") < 60);
        assertEquals(1, fabric.journal.size());
        assertWhole("a", "b");
    }

    @Test
    void threeCables() {
        fabric.bridge("sw1", 4);
        fabric.bridge("sw2", 4);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        for (int i = 1; i <= 3; i++) {
            fabric.join("sw1:eth" + i, "sw2:eth" + i);
        }
        long frames = storm("a");
        assertTrue(frames < 300, "carried " + frames);
        assertEquals(2, fabric.journal.size(), fabric.journal.toString());
        assertWhole("a", "b");
    }

    @Test
    void ringOfThree() {
        for (int i = 1; i <= 3; i++) {
            fabric.bridge("sw" + i, 3);
            fabric.station("h" + i, "sw" + i + ":eth0");
        }
        fabric.join("sw1:eth1", "sw2:eth2");
        fabric.join("sw2:eth1", "sw3:eth2");
        fabric.join("sw3:eth1", "sw1:eth2");
        long frames = storm("h2");
        assertTrue(frames < 100, "carried " + frames);
        assertEquals(1, fabric.journal.size(), fabric.journal.toString());
        String told = fabric.journal.getFirst();
        assertTrue(told.equals("loop sw1:eth2: loop: sw1:eth1 and sw1:eth2 are joined through sw2 and sw3;"
                + " sw1:eth2 is shut")
                || told.equals("loop sw1:eth2: loop: sw1:eth1 and sw1:eth2 are joined through sw3 and sw2;"
                        + " sw1:eth2 is shut"), told);
        assertWhole("h1", "h2");
        assertWhole("h2", "h3");
        assertWhole("h3", "h1");
    }

    @Test
    void cableFromASwitchToItself() {
        fabric.bridge("sw1", 4);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw1:eth1");
        fabric.join("sw1:eth2", "sw1:eth3");
        long frames = storm("a");
        assertTrue(frames < 40, "carried " + frames);
        assertEquals(List.of("loop sw1:eth3: loop: sw1:eth2 and sw1:eth3 are joined; sw1:eth3 is shut"),
                fabric.journal);
        assertWhole("a", "b");
    }

    @Test // five switches, each joined to each: six loops too many, and frames multiply at each hop
    void meshOfFive() {
        for (int i = 1; i <= 5; i++) {
            fabric.bridge("sw" + i, 6);
            fabric.station("h" + i, "sw" + i + ":eth0");
        }
        for (int i = 1; i <= 5; i++) {
            for (int j = i + 1; j <= 5; j++) {
                fabric.join("sw" + i + ":eth" + j, "sw" + j + ":eth" + i);
            }
        }
        long frames = storm("h3");
        for (int more = 0; more < 4; more++) {
            frames += storm("h1");
        }
        assertTrue(frames < 100_000, "carried " + frames + ": less than 4 ms at the rate of twenty cables");
        long quiet = storm("h3");
        // To a switch, between switches, to stations, and into the ports that are shut.
        assertEquals(1 + 4 + 4 + 6, quiet);
        for (int i = 1; i < 5; i++) {
            assertWhole("h" + i, "h" + (i + 1));
        }
    }

    @Test // switches that know nothing of loops and form one: the port towards them is shut at the second proof
    void loopBehindSilentSwitches() {
        fabric.bridge("sw1", 3);
        fabric.bridge("x", 3, NO_DETECTION);
        fabric.bridge("y", 3, NO_DETECTION);
        fabric.station("a", "sw1:eth0").keeps = false;
        fabric.station("b", "sw1:eth1").keeps = false;
        fabric.join("sw1:eth2", "x:eth0");
        fabric.join("x:eth1", "y:eth1");
        fabric.join("x:eth2", "y:eth2");
        fabric.send("a", Mac.BROADCAST, 1);
        fabric.run(Fabric.SECOND / 2);
        assertEquals(List.of("loop sw1:eth2: loop: frames sent out of sw1:eth2 come back to it; sw1:eth2 is shut"),
                fabric.journal);
        long before = fabric.plugs.get("b").received;
        fabric.run(Fabric.SECOND / 2);
        assertEquals(before, fabric.plugs.get("b").received, "the storm does not reach sw1's stations any more");
        fabric.carrier("x:eth1", false);
    }

    @Test
    void portOpensWhenTheLoopIsGone() {
        twoCables();
        storm("a");
        fabric.run(60 * Fabric.SECOND);
        assertEquals(1, fabric.journal.size(), "the loop is still there");
        fabric.carrier("sw1:eth2", false);
        fabric.run(12 * Fabric.SECOND);
        assertEquals("loop sw1:eth3: the loop is gone; sw1:eth3 is open again", fabric.journal.getLast());
        assertEquals(2, fabric.journal.size());
        assertWhole("a", "b");
        fabric.carrier("sw1:eth2", true);
        storm("a");
        assertEquals(3, fabric.journal.size(), "and it is found again");
        assertWhole("a", "b");
    }

    @Test // three frames: that some are lost on the way does not mean that the loop is gone
    void portStaysShutWhenChecksAreLost() {
        twoCables();
        storm("a");
        fabric.plugs.get("sw1:eth3").toLose = 2;
        fabric.run(15 * Fabric.SECOND);
        assertEquals(0, fabric.plugs.get("sw1:eth3").toLose);
        assertEquals(1, fabric.journal.size(), fabric.journal.toString());
    }

    @Test // each switch writes its name behind a frame of another, and ends one that it has seen before
    void loopFramesOfOthersArePassedOnOnce() {
        fabric.bridge("sw1", 2);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw1:eth1");
        long identity = fabric.plugs.get("sw1:eth0").mac;
        LoopFrame frame = new LoopFrame();
        for (boolean seen : new boolean[] {false, true}) {
            Packet packet = fabric.pool.take();
            frame.write(packet, Mac.local(9), LoopFrame.PROBE, Mac.local(9), 1, 0, 0);
            frame.append(Mac.local(8), "sw8".getBytes(StandardCharsets.UTF_8));
            if (seen) {
                frame.append(identity, new byte[0]);
            }
            fabric.plugs.get("a").send(packet);
        }
        List<String> paths = new ArrayList<>();
        fabric.plugs.get("b").receiver = packet -> {
            assertTrue(frame.over(packet));
            assertTrue(frame.passed(identity));
            paths.add(frame.path().toString());
            packet.release();
        };
        fabric.run(Fabric.SECOND);
        assertEquals(List.of("[sw8, sw1]"), paths);
        assertEquals(1, fabric.counters.get("sw1").value("switch.rxLoopFrame"));
    }

    @Test // hostile input 1: no path that ends behind the frame, and no name that ends behind the path
    void loopFramesWithABrokenPathAreNone() {
        LoopFrame frame = new LoopFrame();
        Packet packet = fabric.pool.take();
        Arrays.fill(packet.bytes, (byte) 0);
        frame.write(packet, Mac.local(9), LoopFrame.PROBE, Mac.local(9), 1, 0, 0);
        assertTrue(frame.over(packet));
        int pathLength = packet.head + 14 + 38;
        Bytes.u16(packet.bytes, pathLength, 7); // 14 + 40 + 7 bytes are more than 60
        assertFalse(frame.over(packet));
        packet.put(100);
        assertTrue(frame.over(packet));
        Bytes.u16(packet.bytes, pathLength, 6);
        assertFalse(frame.over(packet));
        Bytes.u16(packet.bytes, pathLength, 0xFFFF);
        assertFalse(frame.over(packet));
        packet.release();
    }

    @Test // two ports shut for one that has gone: one opens, the other stays
    void onePortOpensForTheCableThatWasCut() {
        fabric.bridge("sw1", 4);
        fabric.bridge("sw2", 4);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        for (int i = 1; i <= 3; i++) {
            fabric.join("sw1:eth" + i, "sw2:eth" + i);
        }
        storm("a");
        fabric.carrier("sw1:eth1", false);
        fabric.run(25 * Fabric.SECOND);
        assertEquals(3, fabric.journal.size(), fabric.journal.toString());
        assertWhole("a", "b");
    }

    @Test
    void networkWithoutLoopsSeesNoLoopFrames() {
        fabric.bridge("sw1", 3);
        fabric.bridge("sw2", 3);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        fabric.join("sw1:eth2", "sw2:eth2");
        for (int second = 0; second < 100; second++) {
            fabric.send("a", Mac.BROADCAST, 1);
            fabric.send("a", "b", 1);
            fabric.send("b", "a", 1);
            fabric.run(Fabric.SECOND);
        }
        assertEquals(0, fabric.counters.get("sw1").value("switch.loopFramesOut"));
        assertEquals(0, fabric.counters.get("sw2").value("switch.loopFramesOut"));
        assertEquals(fabric.carried, fabric.time.fired, "no timers but those of the cables");
    }

    @Test // a station that moves costs a few frames; two with one address are told of, and seldom asked about
    void stationsThatMove() {
        fabric.bridge("sw1", 3);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw1:eth1");
        long same = fabric.plugs.get("a").mac;
        for (int i = 0; i < 1000; i++) {
            fabric.plugs.get(i % 2 == 0 ? "a" : "b").send(fabric.frame(Mac.BROADCAST, same, 1));
            fabric.run(Fabric.SECOND / 10);
        }
        long asked = fabric.counters.get("sw1").value("switch.loopFramesOut");
        assertTrue(asked <= 2 * 25, "asked with " + asked + " frames in 100 s");
        assertEquals(List.of("flapping sw1: " + Mac.format(same) + " is heard by turns at sw1:eth0 and sw1:eth1:"
                + " two stations have one address, or there is a loop that does not answer"), fabric.journal);
    }

    @Test // nobody can be learned, so nobody seems to move: the loop is found all the same
    void loopWhenTheTableIsFull() {
        fabric.bridge("sw1", 4, new SwitchSettings(1, 300 * Fabric.SECOND, true, 10 * Fabric.SECOND, Map.of()));
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw1:eth1");
        fabric.send("b", Mac.BROADCAST, 1);
        fabric.run(Fabric.SECOND);
        fabric.join("sw1:eth2", "sw1:eth3");
        storm("a");
        fabric.run(5 * Fabric.SECOND);
        assertEquals(0, fabric.counters.get("sw1").value("switch.moves"));
        long before = fabric.carried;
        fabric.run(Fabric.SECOND);
        assertEquals(before, fabric.carried);
        assertEquals(1, fabric.journal.size());
    }

    @Test // tagged frames that go round are found in their VLAN
    void loopInAVlan() {
        SwitchPort trunk = new SwitchPort(1, Set.of(10));
        SwitchSettings settings = SwitchSettings.vlans(Map.of("eth0", SwitchPort.access(10), "eth1", trunk, "eth2",
                new SwitchPort(0, Set.of(10))));
        fabric.bridge("sw1", 3, settings);
        fabric.bridge("sw2", 3, settings);
        fabric.station("a", "sw1:eth0");
        fabric.station("b", "sw2:eth0");
        fabric.join("sw1:eth1", "sw2:eth1");
        fabric.join("sw1:eth2", "sw2:eth2");
        assertTrue(storm("a") < 60);
        assertEquals(List.of("loop sw1:eth2: loop: sw1:eth1 and sw1:eth2 are joined through sw2, in VLAN 10;"
                + " sw1:eth2 is shut"), fabric.journal);
        assertWhole("a", "b");
    }
}
