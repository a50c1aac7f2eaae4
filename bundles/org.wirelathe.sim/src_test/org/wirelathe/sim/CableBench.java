package org.wirelathe.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.wirelathe.api.nic.Cable;
import org.wirelathe.api.nic.CableSpec;
import org.wirelathe.api.nic.LineSpec;
import org.wirelathe.api.nic.LineTap;
import org.wirelathe.api.nic.Loss;
import org.wirelathe.api.nic.RateTrace;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.time.EventLoop;

/** A cable with somebody listening at both ends and along the way; frames are known by their ids. */
final class CableBench implements AutoCloseable {
    static final long GIGABIT = 1_000_000_000;

    /** What the tap was told. */
    record Told(long id, long start, long arrival) {
        boolean lost() {
            return arrival == LineTap.LOST;
        }
    }

    /** What arrived. */
    record Heard(long id, long at, boolean corrupted) {
    }

    final EventLoop loop = new EventLoops().virtual();
    final PacketPool pool = new PacketPool();
    final List<Told> told = new ArrayList<>();
    final List<Heard> heard = new ArrayList<>();
    final Cable cable;

    CableBench(LineSpec forth) {
        this(forth, 1);
    }

    CableBench(LineSpec forth, long seed) {
        this(forth, forth, seed);
    }

    CableBench(LineSpec forth, LineSpec back, long seed) {
        cable = new Cables().create(loop, new CableSpec("c", forth, back), seed, (direction, start, arrival, frame) ->
                told.add(new Told(frame.id, start, arrival)));
        cable.a().connect(this::hear);
        cable.b().connect(this::hear);
    }

    private void hear(Packet frame) {
        heard.add(new Heard(frame.id, loop.now(), frame.corrupted));
        frame.release();
    }

    /** A line of 1 Gbit/s. */
    static LineSpec line(long delay, long jitter, boolean jitterReorders, Loss loss, long duplicate, long corrupt,
            long reorder, long reorderDelay) {
        return new LineSpec(GIGABIT, delay, jitter, jitterReorders, loss, duplicate, corrupt, reorder, reorderDelay,
                RateTrace.NONE);
    }

    Packet frame(int length) {
        Packet packet = pool.take();
        int at = packet.put(length);
        Arrays.fill(packet.bytes, at, at + length, (byte) 0);
        return packet;
    }

    /** Sends a frame from end a; returns when the line is free. */
    long send(int length) {
        return cable.a().send(frame(length));
    }

    /** Sends so many frames of 60 bytes from end a, each as the line gets free, and lets all of them arrive. */
    void stream(int frames) {
        for (int i = 0; i < frames; i++) {
            long free = send(60);
            loop.runUntil(free);
        }
        loop.runUntil(loop.now() + 10_000_000_000L);
    }

    List<Long> arrivals() {
        return heard.stream().map(Heard::at).toList();
    }

    List<Long> ids() {
        return heard.stream().map(Heard::id).toList();
    }

    @Override
    public void close() {
        cable.clear();
        assertEquals(0, cable.inFlight());
        assertEquals(0, pool.inUse(), "packets not back in the pool");
    }
}
