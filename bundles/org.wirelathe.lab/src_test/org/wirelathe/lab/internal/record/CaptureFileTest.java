package org.wirelathe.lab.internal.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;
import org.wirelathe.lab.internal.io.Workers;
import org.wirelathe.lab.internal.record.Capture.Frame;
import org.wirelathe.wire.EtherType;
import org.wirelathe.wire.EthernetHeader;
import org.wirelathe.wire.filter.FrameFilter;

class CaptureFileTest {
    private static final int IN = 1;
    private static final int OUT = 2;

    @TempDir
    Path folder;

    private final PacketPool pool = new PacketPool();
    private final Workers workers = new Workers("test", sentence -> { });
    private final Clock clock = new Clock();
    private long drops;
    private CaptureFile file;

    private static final class Clock implements Scheduler {
        long now;

        @Override
        public long now() {
            return now;
        }

        @Override
        public long nextOrder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Timer timer(Runnable action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void post(Runnable task) {
            throw new UnsupportedOperationException();
        }
    }

    /** Takes every frame, or none. */
    private static final class Device implements NetDevice {
        boolean full;
        Listener above;

        @Override
        public boolean transmit(Packet frame) {
            return !full;
        }

        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public void listener(Listener listener) {
            above = listener;
        }

        @Override
        public void detach(FrameReceiver unsent) {
            // It holds nothing.
        }
    }

    @AfterEach
    void close() {
        workers.close();
        assertNull(workers.failure());
    }

    private Packet frame(int length) {
        return frame(length, EtherType.IPV4);
    }

    private Packet frame(int length, int etherType) {
        Packet frame = pool.takeFor(length);
        frame.put(length);
        new EthernetHeader(frame.bytes, frame.head).write(1, 2, etherType);
        return frame;
    }

    private CaptureFile open(CaptureWish wish) {
        CaptureFile.Port port = new CaptureFile.Port("alice", "eth0", 0x0200_0000_0001L, 1_000_000_000L, () -> drops);
        file = new CaptureFile(workers, clock, folder.resolve(port.file(wish)), port, wish);
        return file;
    }

    private Capture read() throws Exception {
        file.close();
        file.awaitEnd();
        try (var left = Files.newDirectoryStream(folder, "*.part")) {
            assertFalse(left.iterator().hasNext());
        }
        return Capture.read(file.place());
    }

    /** B14: both directions, above the driver; a frame that the driver refused is there once, when it was taken. */
    @Test
    void aboveTheDriver() throws Exception {
        Device device = new Device();
        NetDevice recorded = open(CaptureWish.DRIVER).decorate(device);
        recorded.listener(new NetDevice.Listener() {
            @Override
            public void received(Packet frame) {
                frame.release();
            }

            @Override
            public void writable() {
                // Nobody waits.
            }
        });
        clock.now = 5;
        device.full = true;
        Packet frame = frame(60);
        assertFalse(recorded.transmit(frame));
        clock.now = 6;
        device.full = false;
        drops = 2;
        assertTrue(recorded.transmit(frame));
        clock.now = 9;
        device.above.received(frame(100));
        Capture capture = read();
        assertEquals("alice-eth0.pcapng", file.place().getFileName().toString());
        assertEquals(List.of(new Frame(6, OUT, 60, 60, "id 1", 2), new Frame(9, IN, 100, 100, "id 2", 0)),
                capture.frames());
        assertEquals(List.of(0x0A0D0D0A, 1, 6, 6, 5), capture.blocks());
    }

    /** B13: what a card is to cut is recorded as it is above the driver: whole. */
    @Test
    void aLargeSegmentIsRecordedWhole() throws Exception {
        NetDevice recorded = open(CaptureWish.DRIVER).decorate(new Device());
        Packet large = frame(64_000);
        large.segmentSize = 1460;
        recorded.transmit(large);
        assertEquals(64_000, read().frames().getFirst().captured());
    }

    /**
     * The tap hears of a frame when it arrives. What this end sent is recorded at its first bit, also when it is lost;
     * what came to it at its last bit, unless it is lost; all of it in order of time.
     */
    @Test
    void onTheWire() throws Exception {
        LineTap tap = open(CaptureWish.WIRE).tap(1);
        tap.frame(0, 1, 11, frame(60)); // came in at 11
        Packet broken = frame(60);
        broken.corrupted = true;
        tap.frame(0, 2, 12, broken);
        tap.frame(0, 3, LineTap.LOST, frame(60));
        tap.frame(1, 4, 14, frame(60)); // went out at 4
        tap.frame(1, 5, LineTap.LOST, frame(60));
        tap.frame(0, 6, 16, frame(60));
        tap.frame(1, 11, 21, frame(60)); // at the time at which another came in: told later, stands later
        Capture capture = read();
        assertEquals("alice-eth0-wire.pcapng", file.place().getFileName().toString());
        assertEquals(List.of(4L, 5L, 11L, 11L, 12L, 16L), capture.times());
        assertEquals(List.of(OUT, OUT, IN, OUT, IN | 1 << 24, IN),
                capture.frames().stream().map(Frame::flags).toList());
        assertEquals(List.of("id 4", "id 5", "id 1", "id 7", "id 2", "id 6"),
                capture.frames().stream().map(Frame::comment).toList());
        assertEquals(List.of(0x0A0D0D0A, 1, 6, 6, 6, 6, 6, 6, 5), capture.blocks());
    }

    /** 60 bytes make a block of 28 + 60 + (4 + 8) + 8 + 4 + 4 bytes with ids of 4 or 5 digits: 116 bytes. */
    @Test
    void aRingKeepsTheNewest() throws Exception {
        LineTap tap = open(new CaptureWish(true, null, 116 * 5000, 0)).tap(0);
        for (int i = 0; i < 20_000; i++) {
            Packet frame = frame(60);
            frame.id = 10_000 + i;
            tap.frame(0, i, i + 1, frame);
            frame.release();
        }
        Capture capture = read();
        assertEquals(LongStream.range(15_000, 20_000).boxed().toList(), capture.times());
        assertEquals(5, capture.blocks().getLast());
    }

    @Test
    void aRingThatNeverFillsIsWhole() throws Exception {
        NetDevice recorded = open(new CaptureWish(false, null, 10 << 20, 0)).decorate(new Device());
        for (int i = 0; i < 100; i++) {
            clock.now = i;
            recorded.transmit(frame(60));
        }
        assertEquals(LongStream.range(0, 100).boxed().toList(), read().times());
    }

    @Test
    void anEmptyWireIsAFile() throws Exception {
        open(CaptureWish.WIRE);
        assertEquals(List.of(0x0A0D0D0A, 1, 5), read().blocks());
    }

    @Test
    void filterAndSnapLength() throws Exception {
        NetDevice recorded = open(new CaptureWish(false, FrameFilter.of("arp"), 0, 42)).decorate(new Device());
        recorded.transmit(frame(60));
        drops = 1;
        recorded.transmit(frame(60, EtherType.ARP));
        recorded.transmit(frame(20, EtherType.ARP));
        assertEquals(List.of(new Frame(0, OUT, 42, 60, "id 2", 1), new Frame(0, OUT, 20, 20, "id 3", 0)),
                read().frames());
    }

    /** An outside judge, where it is installed. */
    @Test
    void tsharkOpensARingOfAWire() throws Exception {
        Path tshark = Path.of("/usr/bin/tshark");
        assumeTrue(Files.isExecutable(tshark));
        LineTap tap = open(new CaptureWish(true, FrameFilter.of("less 100"), 4096, 64)).tap(0);
        for (int i = 0; i < 1000; i++) {
            tap.frame(i & 1, i, i + 100, frame(80));
        }
        read();
        Process process = new ProcessBuilder(tshark.toString(), "-r", file.place().toString(), "-T", "fields", "-e",
                "frame.time_epoch", "-e", "frame.cap_len").redirectError(folder.resolve("errors").toFile()).start();
        List<String> lines = new String(process.getInputStream().readAllBytes()).lines().toList();
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("errors")));
        assertTrue(lines.size() > 30, () -> lines.toString());
        assertEquals(lines.stream().sorted().toList(), lines);
        assertEquals("0.000001099\t64", lines.getLast());
    }
}
