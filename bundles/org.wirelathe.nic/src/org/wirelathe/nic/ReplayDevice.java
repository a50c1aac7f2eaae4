package org.wirelathe.nic;

import org.wirelathe.api.nic.FrameReceiver;
import org.wirelathe.api.nic.NetDevice;
import org.wirelathe.api.nic.Nic;
import org.wirelathe.api.node.NodeContext;
import org.wirelathe.api.packet.Packet;
import org.wirelathe.api.packet.PacketPool;
import org.wirelathe.api.probe.Counter;
import org.wirelathe.api.time.Scheduler;
import org.wirelathe.api.time.Timer;

/** A device that, besides its own work, hands up the frames of a capture at their times. */
final class ReplayDevice implements NetDevice {
    private final NetDevice inner;
    private final Nic nic;
    private final PacketPool packets;
    private final Replay replay;
    private final long begin;
    private final Timer timer;
    private final Counter replayFrames;
    private final Counter replayTooLong;
    private Listener listener;
    private int next;

    ReplayDevice(NetDevice inner, Nic nic, NodeContext node, String place, Replay replay, long start) {
        this.inner = inner;
        this.nic = nic;
        packets = node.packets();
        this.replay = replay;
        Scheduler scheduler = node.scheduler();
        begin = scheduler.now() + start;
        timer = scheduler.timer(this::play);
        replayFrames = node.counters().counter(place, "replayFrames");
        replayTooLong = node.counters().drop(place, "replayTooLong");
        node.counters().drop(place, "replayCut").add(replay.cut);
    }

    @Override
    public boolean transmit(Packet frame) {
        return inner.transmit(frame);
    }

    @Override
    public int waiting() {
        return inner.waiting();
    }

    @Override
    public void listener(Listener listener) {
        this.listener = listener;
        inner.listener(listener);
        arm();
    }

    private void arm() {
        if (next < replay.frames) {
            timer.armAt(begin + replay.times[next]);
        }
    }

    private void play() {
        int length = replay.lengths[next];
        int place = replay.places[next++];
        arm();
        replayFrames.increment();
        if (length > Receiver.longest(nic.spec().mtu())) {
            replayTooLong.increment();
            return;
        }
        Packet frame = packets.takeFor(length);
        System.arraycopy(replay.file, place, frame.bytes, frame.put(length), length);
        listener.received(frame);
    }

    @Override
    public void refitted() {
        inner.refitted();
    }

    @Override
    public void detach(FrameReceiver unsent) {
        timer.cancel();
        inner.detach(unsent);
    }
}
