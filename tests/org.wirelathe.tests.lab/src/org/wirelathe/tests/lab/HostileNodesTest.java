package org.wirelathe.tests.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.wirelathe.tests.lab.Bench.assertSound;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.lab.LabRun;
import org.wirelathe.lab.RunOptions;
import org.wirelathe.lab.RunResult;
import org.wirelathe.lab.Snapshot;
import org.wirelathe.model.edit.LabDocument;

/**
 * A million seeded frames into a whole host, into a whole router and into a whole switch, by the replay driver: short
 * ones, random ones, and sound ones of which bytes were changed or cut off. Nothing breaks, no packet leaks, every
 * layer of every node accounts for what came into it, and what was attacked goes on working.
 */
class HostileNodesTest {
    private static final int FRAMES = 1_000_000;
    private static final int APART = 1_000; // ns
    private static final String ETHERNET = "020000000001" + "02000000aa01";
    private static final String IP = "0800" + "4500%s00010000" + "40%s0000" + "0a000102" + "%s";
    private static final String NEAR = "20010db8000100000000000000000002";
    private static final String HERE = "20010db8000100000000000000000001";
    private static final String THERE = "20010db8000200000000000000000002";
    private static final String GROUP = "ff0200000000000000000001ff000001"; // whoever solicits the node
    private static final List<byte[]> SOUND = List.of(
            frame("0806" + "0001080006040001" + "02000000aa010a000102" + "0000000000000a000101"), // asks for our address
            frame("0806" + "0001080006040002" + "02000000aa010a000101" + "0200000000010a000101"), // says it is theirs
            ip("0028", "06", "0a000101", "c0001389000000010000000050022000" + "00000000"), // SYN
            ip("0028", "06", "0a000202", "c0001389000000010000000250102000" + "00000000"), // to be forwarded
            ip("001c", "11", "0a000101", "c000138900080000"), // a datagram to a port that nobody has
            ip("0024", "11", "0a000101", "c000138900300000" + "0102030405060708"), // longer than its packet
            fragment("0a000101", "2000"), // the first piece of a packet, and a later one
            fragment("0a000101", "0002"),
            ip("001c", "01", "0a000101", "0800f7fd00010001"), // echo request
            ip("001c", "01", "0a0001ff", "0800f7fd00010001"), // to everybody
            ip("001c", "01", "ffffffff", "0800f7fd00010001"),
            ip("001c", "fd", "0a000101", "0102030405060708"), // a protocol that nobody speaks
            ip("001c", "fd", "0a000101", "0102030405060708"),
            frame("8100000a" + "0800" + "45000014"), // a VLAN that is none of ours
            frame("88080001ffff"), // PAUSE to a card that has not agreed to it
            frame("86dd" + "6000000000003a40"), // hardly IPv6
            ip6("3a", HERE, "8000" + "0000" + "00010001"), // echo request
            ip6("3a", GROUP, "8700" + "0000" + "00000000" + HERE + "010102000000aa01"), // solicits the node
            ip6("3a", HERE, "8800" + "0000" + "60000000" + NEAR + "020102000000aa01"), // advertises a neighbour
            ip6("3a", "ff020000000000000000000000000001", "8600" + "0000" + "40000708" + "0000000000000000"
                    + "030440c0" + "0000ffff" + "0000ffff" + "00000000" + "20010db8000900000000000000000000"), // a router
            ip6("3a", HERE, "8900" + "0000" + "00000000" + NEAR + THERE), // redirects
            ip6("3a", HERE, "0200" + "0000" + "00000500" + "6000000000141140" + HERE + THERE + "c00013890014beef"
                    + "000000000000000000000000"), // too big, it says
            ip6("06", HERE, "c0001389000000010000000050022000" + "00000000"), // SYN
            ip6("06", THERE, "c0001389000000010000000250102000" + "00000000"), // to be forwarded
            ip6("11", HERE, "c000138900080000"), // a datagram to a port that nobody has
            ip6("2c", HERE, "1100000100000007" + "c000138900280000"), // the first piece of a packet, and a later one
            ip6("2c", HERE, "1100000800000007" + "0102030405060708"),
            ip6("00", HERE, "3a00050200000100" + "8000000000010001"), // hop by hop, with a router alert
            ip6("3c", HERE, "3a0001040000000080" + "00000000010001" + "00"), // options for the destination
            ip6("2b", HERE, "3a00000100000000" + "8000000000010001")); // a source route

    @TempDir
    Path folder;

    private static byte[] frame(String hex) {
        return HexFormat.of().parseHex(ETHERNET + hex);
    }

    private static byte[] ip(String length, String protocol, String destination, String payload) {
        byte[] frame = frame(IP.formatted(length, protocol, destination) + payload);
        seal(frame, 24, sum(frame, 14, 34));
        if (protocol.equals("06")) {
            seal(frame, 50, sum(frame, 26, frame.length) + 6 + frame.length - 34); // RFC 9293 §3.1: the pseudo-header
        }
        return frame;
    }

    private static byte[] fragment(String destination, String place) {
        byte[] frame = ip("0024", "11", destination, "c000138900100000" + "0102030405060708");
        byte[] field = HexFormat.of().parseHex(place);
        System.arraycopy(field, 0, frame, 20, 2);
        frame[24] = 0;
        frame[25] = 0;
        seal(frame, 24, sum(frame, 14, 34));
        return frame;
    }

    private static byte[] ip6(String next, String destination, String payload) {
        String hops = payload.startsWith("8") && next.equals("3a") ? "ff" : "40"; // RFC 4861 §7.1.1
        byte[] frame = frame("86dd" + "60000000" + "%04x".formatted(payload.length() / 2) + next + hops + NEAR
                + destination + payload);
        int at = switch (next) {
            case "3a" -> 56;
            case "06" -> 70;
            case "11" -> 60;
            default -> 0; // it stands behind other headers: wrong, unless a change rights it
        };
        if (at > 0) {
            seal(frame, at, sum(frame, 22, frame.length) + Integer.parseInt(next, 16) + frame.length - 54);
        }
        return frame;
    }

    private static int sum(byte[] frame, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i += 2) {
            sum += (frame[i] & 0xFF) << 8 | (i + 1 < to ? frame[i + 1] & 0xFF : 0);
        }
        return (sum & 0xFFFF) + (sum >>> 16);
    }

    private static void seal(byte[] frame, int at, int sum) {
        int checksum = ~(sum + (sum >> 16));
        frame[at] = (byte) (checksum >> 8);
        frame[at + 1] = (byte) checksum;
    }

    @Test
    void intoAHost() throws Exception {
        RunResult result = survives("host", 1, """
                  - { on: node, run: sink, port: 5001 }
                  - { on: peer, run: send, to: 10.0.2.1:5001, bytes: 4 MiB, at: 200 ms }
                """);
        assertEquals(1, result.transfers().size(), "what somebody else sends meanwhile arrives whole");
        reached(result, "rxOtherHost", "arpInConflict", "inChecksum", "inNotForMe", "inUnknownProtos", "inEchos",
                "inEchoBroadcast", "outRateLimit", "oldDuplicate");
        for (String rarer : List.of("inNeighborSolicits", "noPorts", "reasmReqds")) {
            assertTrue(count(result, rarer) > FRAMES / 200, () -> rarer + ": " + count(result, rarer));
        }
    }

    @Test
    void intoARouter() throws Exception {
        RunResult result = survives("router", 2, "");
        reached(result, "arpOutReplies", "inForwDatagrams", "outForwDatagrams", "inEchos", "noPort",
                "noPorts", "reasmReqds");
    }

    @Test
    void intoASwitch() throws Exception {
        RunResult result = survives(3, """
                lab: Hostile frames
                nodes:
                  node: { type: switch, interfaces: { eth0: { mac: "02:00:00:00:00:01", replay: hostile.pcap }, eth1: {} } }
                  near: { type: host, interfaces: { eth0: { address: 10.0.1.1/24, mac: "02:00:00:00:00:02" } } }
                  peer: { type: host, interfaces: { eth0: 10.0.1.2/24 } }
                links:
                  - { between: [node:eth0, near:eth0], rate: 10 Gbit/s }
                  - { between: [node:eth1, peer:eth0], rate: 10 Gbit/s }
                apps:
                  - { on: peer, run: ping, to: 10.0.1.1, count: 6, interval: 1 s, at: 2 s }
                run: { until: 20 s }
                """);
        reached(result, "rxSamePort", "flooded", "tableFull");
    }

    /** The flood went as deep as that: each of these has counted one frame in a hundred at least. */
    private static void reached(RunResult result, String... counters) {
        for (String name : counters) {
            assertTrue(count(result, name) > FRAMES / 100, () -> name + ": " + count(result, name));
        }
    }

    private static long count(RunResult result, String name) {
        return result.counters().stream().filter(row -> row.node().equals("node") && row.name().equals(name))
                .mapToLong(Snapshot.CounterRow::value).sum();
    }

    private RunResult survives(String type, long seed, String apps) throws Exception {
        return survives(seed, """
                lab: Hostile frames
                nodes:
                  node: { type: %s, interfaces: { eth0: { address: [10.0.1.1/24, 2001:db8:1::1/64], mac: "02:00:00:00:00:01", replay: hostile.pcap, ipv6: { detect-duplicates: false } }, eth1: { address: [10.0.2.1/24, 2001:db8:2::1/64], ipv6: { detect-duplicates: false } } } }
                  near: { type: host, interfaces: { eth0: { address: [10.0.1.2/24, 2001:db8:1::2/64], ipv6: { detect-duplicates: false } } } }
                  peer: { type: host, interfaces: { eth0: { address: [10.0.2.2/24, 2001:db8:2::2/64], ipv6: { detect-duplicates: false } } }, gateway: [10.0.2.1, "2001:db8:2::1"] }
                links:
                  - { between: [node:eth0, near:eth0], rate: 1 Gbit/s }
                  - { between: [node:eth1, peer:eth0], rate: 1 Gbit/s }
                apps:
                  - { on: peer, run: ping, to: 10.0.2.1, count: 60, interval: 100 ms }
                  - { on: peer, run: ping, to: "2001:db8:2::1", count: 60, interval: 100 ms }
                  - { on: peer, run: ping, to: 10.0.2.1, count: 1, at: 70 s } # when no fragment waits any more
                %srun: { until: 100 s }
                """.formatted(type, apps));
    }

    private RunResult survives(long seed, String text) throws Exception {
        write(folder.resolve("hostile.pcap"), new Random(seed));
        Bench bench = new Bench();
        LabDocument document = new LabDocument(text, "lab.yaml", bench.labs().vocabulary(), Optional.of(folder));
        assertTrue(document.lab().isPresent(), () -> "problems: " + document.problems());
        try (LabRun run = bench.labs().prepare(document.lab().orElseThrow(), RunOptions.unrecorded(folder))) {
            run.start();
            RunResult result = run.await();
            assertSound(result);
            assertEquals(FRAMES, count(result, "replayFrames"), "every frame was played");
            long dropped = result.drops().stream().filter(drop -> drop.node().equals("node"))
                    .mapToLong(RunResult.Drop::packets).sum();
            assertTrue(dropped > FRAMES / 2, () -> dropped + " dropped, of " + FRAMES);
            Balance.assertHoldsAtRest(result);
            return result;
        }
    }

    private static void write(Path file, Random random) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(0xA1B23C4D); // pcap with nanoseconds
            out.writeInt(0x00020004);
            out.writeLong(0);
            out.writeInt(65_535);
            out.writeInt(1); // Ethernet
            for (int i = 0; i < FRAMES; i++) {
                byte[] frame = random.nextInt(4) == 0 ? noise(random) : changed(random);
                long time = (long) i * APART;
                out.writeInt((int) (time / 1_000_000_000));
                out.writeInt((int) (time % 1_000_000_000));
                out.writeInt(frame.length);
                out.writeInt(frame.length);
                out.write(frame);
            }
        }
    }

    private static byte[] noise(Random random) {
        byte[] frame = new byte[random.nextInt(100)];
        random.nextBytes(frame);
        return frame;
    }

    private static byte[] changed(Random random) {
        byte[] sound = SOUND.get(random.nextInt(SOUND.size()));
        byte[] frame = Arrays.copyOf(sound, random.nextInt(8) == 0 ? random.nextInt(sound.length + 1)
                : Math.max(sound.length, 60));
        for (int changes = random.nextInt(4); changes > 0 && frame.length > 0; changes--) {
            frame[random.nextInt(frame.length)] = (byte) random.nextInt(256);
        }
        return frame;
    }
}
